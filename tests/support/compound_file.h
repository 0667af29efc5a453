#pragma once

#include <cstddef>
#include <string>

#include "tests/support/packed.h"

namespace gisa::test {

// `streams` as a compound file ([MS-CFB]); `BodyText/Section0` lies in a storage of that name. The
// sectors are of 512 or 4096 bytes. They come in this order: FAT, what of it the header cannot name
// (DIFAT), directory, the FAT of small streams, these, the large ones as their names are ordered.
std::string compound_file(const Files& streams, std::size_t sector = 512);

}  // namespace gisa::test
