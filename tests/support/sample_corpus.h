#pragma once

#include <random>
#include <string>
#include <vector>

namespace gisa {

// The folder of a database of corpus/, built once in a process.
const std::string& corpus_database();

// The same in two databases.
const std::vector<std::string>& corpus_in_halves();

// One to four of its words, as they stand there, or a syllable or two from within one.
std::string random_words(std::mt19937& random);

}  // namespace gisa
