#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// Each of those who sign together: `김서연·박도윤 기자` -> `김서연`, `박도윤`.
std::vector<std::string> names_in_byline(std::string_view byline);

// What stands behind a reporter's name, with a blank before: ` 기자`. A longer one before the
// shorter one that it ends with.
std::span<const std::string_view> reporter_roles();

// True for two or three syllables that are no place and no newspaper.
bool is_reporter_name(std::string_view word);

// Without the role at its end.
std::string_view without_role(std::string_view name);

}  // namespace gisa
