#pragma once

#include <string>
#include <string_view>

// What a notice (공고, 고시) has that no other document has.
namespace gisa {

// `한빛시 공고 제2025 - 74호`: which notice it is, not what of.
bool is_number_of_notice(std::string_view line);

// The day on which a notice was signed, which stands alone before who signs it, in ISO 8601; empty
// if there is none.
std::string day_of_signature(std::string_view text);

}  // namespace gisa
