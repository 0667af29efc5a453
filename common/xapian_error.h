#pragma once

#include <xapian.h>

#include <string>
#include <utility>

#include "gisa/error.h"

// The only door to Xapian: no other header includes <xapian.h>, and no Xapian exception passes.
namespace gisa {

enum class Access { read, write };

// The gisa::Error that says what a Xapian error means for a user of the database at `path`.
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
  }
}

}  // namespace gisa
