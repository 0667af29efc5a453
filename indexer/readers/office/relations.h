#pragma once

#include <string>
#include <vector>

#include "indexer/readers/office/document_zip.h"

namespace gisa {

// Another part that a part of a document of Office names.
struct Relation {
  std::string id;
  std::string target;  // its path, told in many ways
  std::string type;    // an address that ends in a word, `…/aFChunk`
};

// Those that the part `zip` is at lists, as word/charts/_rels/chart1.xml.rels does for its chart:
// the first 10,000.
std::vector<Relation> relations_in(DocumentZip& zip);

}  // namespace gisa
