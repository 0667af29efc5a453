#pragma once

#include <filesystem>

// A writer trusts the tables that it changes, so they are looked at before (glass::find_damage()),
// but not each time: what gisa itself wrote last is remembered in the file `checked` beside them,
// by the size and time of each table. What was changed, copied or restored since is looked at
// again.
namespace gisa {

// Throws gisa::Error (database_damaged) unless the tables are those remembered, or found sound now.
void require_sound_tables(const std::filesystem::path& tables);

// To be called after gisa has written them. A crash before or in between costs a look, no more.
void remember_sound_tables(const std::filesystem::path& tables);

}  // namespace gisa
