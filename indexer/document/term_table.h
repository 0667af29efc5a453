#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// Terms, each once, numbered from 0 as they are met. Keeps its room when it is cleared.
class TermTable {
 public:
  // The number of the term prefix + term.
  std::uint32_t meet(std::string_view prefix, std::string_view term);

  // The same if it was met, else nothing.
  std::optional<std::uint32_t> find(std::string_view term) const;

  std::size_t size() const { return terms_.size(); }
  std::size_t bytes() const { return texts_.size(); }
  std::string_view operator[](std::uint32_t number) const {
    const Term& term = terms_[number];
    return std::string_view(texts_).substr(term.begin, term.size);
  }

  // All numbers, in the order of the terms' bytes.
  std::vector<std::uint32_t> in_order() const;

  void clear();

 private:
  struct Term {
    std::uint64_t head;  // its first eight bytes, as a number that sorts like them
    std::uint32_t begin;
    std::uint32_t size;
  };

  struct Bucket {
    std::uint32_t number = 0;  // into terms_, plus 1; 0 is empty
    std::uint32_t hash = 0;
  };

  std::uint32_t meet_whole(std::string_view whole);
  std::size_t bucket_of(std::string_view whole, std::uint64_t head, std::uint32_t hash) const;
  void grow();

  std::vector<Bucket> buckets_ = std::vector<Bucket>(1 << 15);
  std::vector<Term> terms_;
  std::string texts_;
  std::string joined_;  // of meet()
};

}  // namespace gisa
