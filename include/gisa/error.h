#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include "gisa/export.h"

namespace gisa {

// What went wrong, as far as a caller can act on it. The programs' exit status follows from it.
enum class ErrorCode {
  usage,             // the command line or an argument is off
  input,             // a file or folder to read is missing or unreadable
  output,            // a file could not be written: permissions, disk full
  database_missing,  // no database there, or one whose first build never finished
  database_foreign,  // not made by gisa, or by a newer gisa
  database_damaged,  // gisa's, but unreadable
  database_busy,     // another writer holds it
  timeout,           // it took longer than allowed
  cancelled,         // the caller did not want it any more
  internal,          // a defect of gisa
};

// The code's name in JSON: `usage`, ...
GISA_API std::string_view to_string(ErrorCode code);

// The only exception that leaves gisa's functions. `message` says what and where in one line,
// `hint` what to do about it (may be empty); neither ends in a full stop or a newline.
class GISA_API Error : public std::exception {
 public:
  Error(ErrorCode code, std::string message, std::string hint = {})
      : code_(code), message_(std::move(message)), hint_(std::move(hint)) {}

  ErrorCode code() const noexcept { return code_; }
  const std::string& message() const noexcept { return message_; }
  const std::string& hint() const noexcept { return hint_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
  std::string hint_;
};

}  // namespace gisa
