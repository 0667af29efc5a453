#include "common/error/foreign_error.h"

#include <fmt/format.h>

#include <filesystem>
#include <new>
#include <system_error>

#include "common/error/xapian_error.h"

namespace gisa {

namespace {

constexpr const char* kReport = "please report this with the command you ran";

}  // namespace

Error as_error(const std::exception_ptr& caught) noexcept {
  try {
    std::rethrow_exception(caught);
  } catch (const Error& error) {
    return error;
  } catch (const Xapian::Error& error) {
    return translated(error, "", Access::read);
  } catch (const std::filesystem::filesystem_error& error) {
    return {ErrorCode::output,
            fmt::format("cannot use {}: {}", error.path1().string(), error.code().message()),
            "look at free space and permissions there"};
  } catch (const std::bad_alloc&) {
    return {ErrorCode::internal, "out of memory", "give it more, or ask for less at once"};
  } catch (const std::system_error& error) {
    return {ErrorCode::internal, fmt::format("the system refuses: {}", error.code().message()),
            "is a limit of the machine reached?"};
  } catch (const std::exception& error) {
    return {ErrorCode::internal, fmt::format("a defect: {}", error.what()), kReport};
  } catch (...) {
    return {ErrorCode::internal, "a defect: something unknown was thrown", kReport};
  }
}

}  // namespace gisa
