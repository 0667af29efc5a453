#pragma once

#include <xapian.h>

#include <stdexcept>
#include <string>
#include <utility>

#include "gisa/error.h"

// The only door to Xapian: no other header includes <xapian.h>, and no Xapian exception passes.
namespace gisa {

enum class Access { read, write };

// The gisa::Error that says what a Xapian error means for a user of the database at `path`;
// empty if that is not known.
Error translated(const Xapian::Error& error, const std::string& path, Access access);

// The `tcp:HOST:PORT` whose connection failed; empty if that is not what the error is about.
std::string failed_server(const Xapian::Error& error);

// Calls `work`; a Xapian error leaves as a gisa::Error.
template <typename Work>
decltype(auto) guarded(const std::string& path, Access access, Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    throw translated(error, path, access);
  } catch (const std::length_error&) {  // a damaged table gave Xapian a length that cannot be
    throw Error(ErrorCode::database_damaged, "the database at " + path + " is damaged",
                "index again: gisa-index --rebuild --db DIR SOURCE");
  }
}

}  // namespace gisa
