#pragma once

#include <set>
#include <string>

#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/ole/embedded_objects.h"
#include "indexer/readers/reader.h"

namespace gisa {

// Has the files that lie in a document read behind it, as members of it, and says if there are more
// than are read. Files whose name is in `but` are passed over.
void open_embedded_files(const EmbeddedObjects& objects, const ReaderInput& input,
                         const std::set<std::string>& but = {});

// The files of other programs that lie in a document which is a zip: a workbook in a report, a
// release in a presentation. The workbooks that charts have their numbers from are none.
class EmbeddedFiles {
 public:
  // Keeps the part that `zip` is at, if it is such a file or says which charts have one.
  void take(DocumentZip& zip);

  // Keeps the part that `zip` is at, whatever its name is.
  void keep(DocumentZip& zip);

  EmbeddedObjects& objects() { return objects_; }

  // Has them read: see open_embedded_files().
  void open(const ReaderInput& input) const { open_embedded_files(objects_, input, of_charts_); }

 private:
  EmbeddedObjects objects_;
  std::set<std::string> of_charts_;  // by the names of their parts
};

}  // namespace gisa
