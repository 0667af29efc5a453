#pragma once

#include <string>
#include <vector>

namespace gisa {

// The folder of a database of corpus/, built once in a process.
const std::string& corpus_database();

// The same in two databases.
const std::vector<std::string>& corpus_in_halves();

}  // namespace gisa
