#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// Consecutive document numbers [first, first + count).
struct DocRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;

  std::uint32_t end() const { return first + count; }
  friend bool operator==(const DocRange&, const DocRange&) = default;
};

// The passages that are still in the index but in the database no more, because their files have
// changed or gone (docs/schema.md says why they stay for a while). A value.
class DeletedPassages {
 public:
  void add(DocRange range);

  bool contains(std::uint32_t document) const;
  std::size_t count() const { return count_; }

  // Ascending, neither overlapping nor touching.
  const std::vector<DocRange>& ranges() const { return ranges_; }

  std::string encode() const;

  // Throws gisa::Error (database_damaged) if `record` is not what encode() makes.
  static DeletedPassages decode(std::string_view record);

 private:
  std::vector<DocRange> ranges_;
  std::size_t count_ = 0;
};

}  // namespace gisa
