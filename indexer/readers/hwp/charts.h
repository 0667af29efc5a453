#pragma once

#include <string>
#include <vector>

#include "indexer/readers/hwp/compound_file.h"

namespace gisa {

// The charts of a document: the XML that Hangul keeps of each in an OLE object, a compound file
// within a stream of BinData. None of those that older programs made.
std::vector<std::string> charts_in(const CompoundFile& file);

}  // namespace gisa
