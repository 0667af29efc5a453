#include "common/error/xapian_error.h"

#include <fmt/format.h>

#include <string_view>

namespace gisa {

namespace {

// How Xapian names a connection in the context of an error.
constexpr std::string_view kServerContext = "remote:tcp(";

std::string database_at(const std::string& path) {
  return path.empty() ? "the database" : "the database at " + path;
}

}  // namespace

std::string failed_server(const Xapian::Error& error) {
  const std::string_view type = error.get_type();
  if (type != "NetworkError" && type != "NetworkTimeoutError") return {};
  const std::string& context = error.get_context();
  const std::size_t begin = context.find(kServerContext);
  if (begin == std::string::npos) return {};
  const std::size_t address = begin + kServerContext.size();
  return "tcp:" + context.substr(address, context.find(')', address) - address);
}

Error translated(const Xapian::Error& error, const std::string& path, Access access) {
  const std::string_view type = error.get_type();
  if (type.starts_with("Network")) {
    const std::string server = failed_server(error);
    return {ErrorCode::database_missing,
            database_at(server.empty() ? path : server) + " does not answer",
            "is xapian-tcpsrv running there? --partial answers without it"};
  }
  if (type == "DatabaseLockError") {
    return {ErrorCode::database_busy,
            fmt::format("another program is writing to {}", path.empty() ? "the database" : path),
            "wait until it has finished"};
  }
  // Xapian names the kind of a damage, and the failed system call of a plain DatabaseError.
  const bool plain = type == "DatabaseError" || type == "DatabaseCreateError";
  if (plain && access == Access::write) {
    const char* const cause = error.get_error_string();
    return {ErrorCode::output,
            fmt::format("{} cannot be written{}{}", database_at(path), cause ? ": " : "",
                        cause ? cause : ""),
            "look at free space and permissions there"};
  }
  if (plain || type.starts_with("Database") || type == "FeatureUnavailableError" ||
      type == "SerialisationError" || type == "DocNotFoundError") {
    return {
        ErrorCode::database_damaged, database_at(path) + " cannot be read",
        fmt::format("look at its permissions, or index again: gisa-index --rebuild --db {} SOURCE",
                    path.empty() ? "DIR" : path)};
  }
  return {ErrorCode::internal,
          fmt::format("the search library refused a request at {} ({})",
                      path.empty() ? "the database" : path, type),
          "please report this with the command you ran"};
}

}  // namespace gisa
