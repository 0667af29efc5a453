#pragma once

#include <string>
#include <vector>

#include "indexer/readers/hwp/compound_file.h"
#include "indexer/readers/hwp/object_file.h"

namespace gisa {

// What lies in a document as objects (OLE), compound files within the streams of BinData.
struct HwpObjects {
  std::vector<std::string> charts;      // each as the XML that newer programs keep of it
  std::vector<std::string> old_charts;  // the words of each that an older version of Hangul made
  std::vector<ObjectFile> files;  // of other programs; one without a name has that of its stream
  std::string left_out;           // the last stream of those that are too much to read
};

HwpObjects objects_in(const CompoundFile& file);

}  // namespace gisa
