#pragma once

#include <string>
#include <vector>

namespace gisa {

// A file that stood in a text.
struct UuencodedFile {
  std::string name;  // valid UTF-8, no path
  std::string bytes;
};

// Takes out of `text`, which is valid UTF-8, the files that programs older than MIME wrote into it
// (POSIX uuencode): `begin 644 a.hwp`, lines of bytes, `end`. One that is not sound to its end
// stays text.
std::vector<UuencodedFile> take_uuencoded(std::string& text);

}  // namespace gisa
