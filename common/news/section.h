#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// The sections that an article is in, each once: 정치 and 사회 for `정치>국회_정당, 사회`.
std::vector<std::string> sections_in(std::string_view text);

// The same with what they are divided into: `정치>국회_정당` and 사회.
std::vector<std::string> whole_sections_in(std::string_view text);

// False for what stands under the same names and is none: a number (103, A12, 12면), a long text,
// an address.
bool may_be_section(std::string_view text);

}  // namespace gisa
