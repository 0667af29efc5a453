#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/ole/object.h"

namespace gisa {

// What lies in a document as objects (OLE) or as files of other programs: as much as is read of it.
class EmbeddedObjects {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;
  static constexpr std::size_t kMostFiles = 1000;

  // How many bytes the next one may have.
  std::size_t room() const { return room_; }

  // Takes an object as it lies in the document. A file in it that has no name gets that one.
  void take(std::string name, std::string_view stream);

  // The same of one as Hangul keeps it: packed (deflate) or not, whatever the document is. Of a
  // longer one the first enough() bytes do: it is left out. All of them together are looked at up
  // to four times what is read of them, as many may name the same bytes.
  void take_packed(std::string name, std::string_view packed);
  std::size_t enough() const { return std::min(room_ + 1, to_look_at_); }

  void take_file(EmbeddedFile file);

  // What goes beyond the bounds, which the above see, too.
  void leave_out(std::string name) { left_out_ = std::move(name); }

  // As open_object() has them.
  const std::vector<std::string>& charts() const { return charts_; }
  const std::vector<std::string>& contents() const { return contents_; }
  const std::vector<EmbeddedFile>& files() const { return files_; }

  // The last of those that were left out; empty if none was.
  const std::string& left_out() const { return left_out_; }

 private:
  std::vector<std::string> charts_;
  std::vector<std::string> contents_;
  std::vector<EmbeddedFile> files_;
  std::string left_out_;
  std::size_t room_ = kMostBytes;
  std::size_t to_look_at_ = 4 * kMostBytes;
};

}  // namespace gisa
