#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// The names that a field has in the database and that begin so.
using FieldValues =
    std::function<std::vector<std::string>(std::string_view field, std::string_view beginning)>;

// Where the word begins that `line` (UTF-8) ends in and that can be completed.
std::size_t last_word(std::string_view line);

// What `word` can become: an operator, a field, a newspaper after `press:`, a reporter after `by:`.
std::vector<std::string> completions(std::string_view word, const FieldValues& values);

// The longest beginning that all of them share; at least one is given.
std::string common_beginning(const std::vector<std::string>& words);

}  // namespace gisa
