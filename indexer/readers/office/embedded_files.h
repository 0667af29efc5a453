#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "indexer/readers/hwp/object_file.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/reader.h"

namespace gisa {

// Says that a document has more files in it than are read, `name` for one; says nothing if that is
// empty.
void say_what_is_left_out(const ReaderInput& input, const std::string& name);

// The files of other programs that lie in a document which is a zip: a workbook in a report, a
// release in a presentation. They are read behind it, as members of it. The workbooks that charts
// have their numbers from are none.
class EmbeddedFiles {
 public:
  // Keeps the part that `zip` is at, if it is such a file or says which charts have one.
  void take(DocumentZip& zip);

  // The words of charts that an older version of Hangul made, a line each.
  const std::vector<std::string>& old_charts() const { return old_charts_; }

  // Has them read, and says if there are more than are read.
  void open(const ReaderInput& input) const;

 private:
  void keep(DocumentZip& zip);

  std::vector<ObjectFile> files_;
  std::vector<std::string> old_charts_;
  std::set<std::string> of_charts_;  // by the names of their parts
  std::string left_out_;             // the last one of those beyond the bounds
  std::size_t bytes_ = 0;
};

}  // namespace gisa
