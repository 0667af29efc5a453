#include "searcher/server/problem.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/outputs/json.h"

namespace gisa {

namespace {

// The phrases of RFC 9110 and RFC 6585.
constexpr std::pair<unsigned, std::string_view> kTitles[] = {
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
};

std::string_view title_of(unsigned status) {
  const auto found = std::find_if(std::begin(kTitles), std::end(kTitles),
                                  [&](const auto& row) { return row.first == status; });
  return found == std::end(kTitles) ? std::string_view() : found->second;
}

}  // namespace

unsigned status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return 400;
    case ErrorCode::input: return 404;
    case ErrorCode::timeout:
    case ErrorCode::database_busy:
    case ErrorCode::database_missing: return 503;
    default: return 500;
  }
}

HttpResponse problem(unsigned status, const Error& error) {
  const nlohmann::ordered_json out = {
      {"type", "about:blank"},
      {"title", title_of(status)},
      {"status", status},
      {"detail", error.hint().empty() ? error.message() : error.message() + "; " + error.hint()},
      {"error", to_json(error)},
  };
  return {status, "application/problem+json", line_of(out)};
}

}  // namespace gisa
