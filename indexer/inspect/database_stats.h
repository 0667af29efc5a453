#pragma once

#include <string>
#include <vector>

namespace gisa {

// What is in the database at `path`, in lines of `name TAB value`: articles, passages, files, bytes
// of each table, the range of dates, and the presses with their articles. Throws gisa::Error.
std::string describe_database(const std::string& path);

// What the database at `path` has learnt of each of `words`, in lines of `name TAB value`: how
// often it begins an eojeol alone, before a particle of nouns, before another particle or ending;
// how many of these are its own (Lexicon::frequency); how often it is the stem of a verb; and how
// it is cut. Throws gisa::Error.
std::string describe_words(const std::string& path, const std::vector<std::string>& words);

}  // namespace gisa
