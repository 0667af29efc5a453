#pragma once

#include <chrono>
#include <string>

namespace gisa {

// Makes the newest sound generation of the database at `path` the current one, where the stub is
// lost or damaged or the current one is. Removes nothing. Says in lines what was found and done.
// Throws gisa::Error if there is no generation, or none is sound; all is then as it was.
std::string recover_database(const std::string& path, std::chrono::seconds patience);

}  // namespace gisa
