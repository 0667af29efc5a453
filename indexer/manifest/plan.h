#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/manifest/manifest.h"
#include "indexer/source/sources.h"

namespace gisa {

// What a run has to do: the difference between the files there are and the manifest.
struct Plan {
  std::vector<SourceFile> added;
  std::vector<SourceFile> changed;  // or to be read again because a file they share with is
  std::vector<SourceFile> touched;  // another date, but the same bytes
  std::vector<const FileEntry*> unchanged;
  std::vector<const FileEntry*> vanished;

  bool empty() const {
    return added.empty() && changed.empty() && touched.empty() && vanished.empty();
  }

  std::size_t unchanged_files() const;
};

// `manifest` must outlive the plan. Reads the content of those files only whose date has changed
// and whose size has not. Entries of files below an unreadable folder, and, with `keep_vanished`,
// of files that are gone, count as unchanged.
Plan make_plan(const SourceList& sources, const Manifest& manifest, bool keep_vanished);

// One line a file, then the sums. Below a file to be read stand the lines that `remark` says of it;
// a file of which `refusal` says why will be left out.
using FileRemark = std::function<std::vector<std::string>(const SourceFile&)>;
using FileRefusal = std::function<std::string(const SourceFile&)>;
std::string to_string(const Plan& plan, const FileRemark& remark = {},
                      const FileRefusal& refusal = {});

}  // namespace gisa
