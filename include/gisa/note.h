#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/export.h"

namespace gisa {

// What became of a part of the query.
enum class NoteKind {
  ignored,    // not used: it means nothing here
  limited,    // used in part only: it is too long, or has too many expansions
  expanded,   // also searched for as something else
  corrected,  // searched for as something else instead
  suggested,  // something else would have found more
  empty,      // nothing is left to search for
  partial,    // a part of the database did not answer
  damaged,    // passages are damaged and were left out
  hint,       // nothing was found, and this may help
};

// The kind's name in JSON: `ignored`, ...
GISA_API std::string_view to_string(NoteKind kind);

// What a person should know about an answer, and its kind for programs.
struct Note {
  NoteKind kind = NoteKind::ignored;
  std::string text;  // one line, without a full stop
  std::string query =
      {};  // for corrected, what was searched for; for suggested, what would find more

  friend bool operator==(const Note&, const Note&) = default;
};

}  // namespace gisa
