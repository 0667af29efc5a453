#include "indexer/readers/hwp/form_text.h"

#include <charconv>

#include "common/text/utf8.h"
#include "indexer/readers/hwp/paragraph_text.h"

namespace gisa {

// Behind twice the kind of the object and two lengths there is a text of its properties, as in
// `ButtonSet:set:68:Caption:wstring:5:선택 상자 Value:int:1`. No property of another name ends so.
std::string text_of_form(std::string_view record) {
  constexpr std::size_t kPropertiesAt = 14;
  constexpr std::string_view kPushButton = "tbp+";
  if (record.size() < kPropertiesAt || record.starts_with(kPushButton)) return {};
  const std::string properties = paragraph_text(record.substr(kPropertiesAt));
  for (const std::string_view name :
       {":Caption:wstring:", " Caption:wstring:", ":Text:wstring:", " Text:wstring:"}) {
    const std::size_t at = properties.find(name);
    if (at == properties.npos) continue;
    const char* const begin = properties.data() + at + name.size();
    const char* const end = properties.data() + properties.size();
    std::size_t characters = 0;
    const auto [behind, failed] = std::from_chars(begin, end, characters);
    if (failed != std::errc() || behind == end) continue;
    std::string_view rest(behind + 1, static_cast<std::size_t>(end - behind - 1));
    std::size_t length = 0;
    for (; characters > 0 && length < rest.size(); --characters) {
      length += decode_char(rest, length).length;
    }
    return std::string(rest.substr(0, length));
  }
  return {};
}

}  // namespace gisa
