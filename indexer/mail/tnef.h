#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// A file that Outlook packed. Its bytes are those of what it was found in.
struct TnefFile {
  std::string name;  // valid UTF-8 in NFC, no path; may be empty
  std::string_view bytes;
};

// The files in a winmail.dat, as far as it is sound ([MS-OXTNEF]); none if it is no such file.
std::vector<TnefFile> files_in_tnef(std::string_view tnef);

}  // namespace gisa
