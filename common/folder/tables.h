#pragma once

#include <filesystem>
#include <string>

#include "common/error/xapian_error.h"

// The tables of one generation, opened as what they are by Xapian's glass backend: nothing but
// regular files may lie there, so no stub is followed and no link. Throw gisa::Error
// (database_damaged) or Xapian's errors.
namespace gisa {

Xapian::Database open_tables(const std::filesystem::path& path);

// For the one writer, without termlists.
Xapian::WritableDatabase open_tables_to_write(const std::filesystem::path& path);

// Throws gisa::Error (database_damaged) if there is anything else than regular files.
void require_plain_tables(const std::filesystem::path& path);

// What distinguishes these tables from others that took their place under the same name: Xapian's
// UUID. Empty if they cannot be read.
std::string identity(const std::filesystem::path& tables);

}  // namespace gisa
