#pragma once

#include <string_view>

#include "common/text/take_line.h"

namespace gisa {

// As take_line(). A line of a mail ends in CRLF, or in LF where it was stored so.
inline std::string_view take_mail_line(std::string_view& text) {
  std::string_view line = take_line(text);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace gisa
