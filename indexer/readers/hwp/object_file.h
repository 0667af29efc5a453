#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// Of a document so much of what lies in it is read: so many bytes, so many files.
inline constexpr std::size_t kMostOfHeldFiles = std::size_t{64} << 20;
inline constexpr std::size_t kMostHeldFiles = 1000;

// A file that lies in a document as an object of another program.
struct ObjectFile {
  std::string name;  // valid UTF-8 in NFC, no path; empty if it has none
  std::string bytes;
};

// An object as it lies in the stream of a document, behind its length or not; empty if there is
// none.
std::string_view object_in(std::string_view stream);

// The file that an object (a compound file, OLE2) holds: a package of Windows, a document of
// another program or the object itself. Nothing if it is what a document shows of its own: an
// equation, a chart, a picture.
std::optional<ObjectFile> file_in_object(std::string_view object);

}  // namespace gisa
