#include "common/text/article_id.h"

#include <algorithm>

#include "common/text/encoding.h"
#include "common/text/invisible.h"
#include "common/text/utf8.h"

namespace gisa {

std::string article_id(std::string_view given) {
  std::string id = without_invisible(decode(given, Encoding::utf8).text);
  std::replace_if(
      id.begin(), id.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return std::string(trim(id));
}

}  // namespace gisa
