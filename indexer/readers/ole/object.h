#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// A file of another program that lies in a document.
struct EmbeddedFile {
  std::string name;  // valid UTF-8 in NFC, no path; empty if it has none
  std::string bytes;
};

// What an object of a document is (OLE): one of these; nothing if the document shows all of it, an
// equation or a picture.
struct Object {
  std::string chart;                 // the XML that newer programs keep of a chart (DrawingML)
  std::optional<EmbeddedFile> file;  // a package of Windows, a document, the object itself
  std::string contents;              // its stream Contents: an old chart, if Hangul wrote it
};

// An object as it lies in the stream of a document, behind its length or not; empty if there is
// none.
std::string_view object_in(std::string_view stream);

// What is behind the head of an object of OLE 1, as RTF has it ([MS-OLEDS] 2.2.5): a stream that
// open_object() opens; empty if it is of another kind.
std::string_view stream_in_old_object(std::string_view object);

// Opens what such a stream has: a compound file (OLE2), or what Windows packed.
Object open_object(std::string_view stream);

}  // namespace gisa
