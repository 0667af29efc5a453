#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gisa {

// Where each letter of a text stands, so that the places of a word are found without going through
// the text: a query has dozens of words and pairs to look for in each of its passages. Reuse one
// for many texts to keep its room. One thread at a time may make it.
class LetterIndex {
 public:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // Replaces the contents. `chars` has less than 2^32 letters.
  void make(std::u32string_view chars);

  // The first place of `c`, or of another letter of its bucket; kNone behind the last.
  std::uint32_t first(char32_t c) const { return first_[c & mask_]; }

  // The next one behind the place `at`.
  std::uint32_t next(std::size_t at) const { return next_[at]; }

 private:
  std::vector<std::uint32_t> first_ = {kNone};  // by the low bits of a letter
  std::vector<std::uint32_t> next_;             // by place
  std::uint32_t mask_ = 0;                      // of those bits
};

// The places where `wanted`, one letter or more, stands in `text`, in order; some may overlap. To
// be gone through once, by a range-based for loop; both texts and the index must last as long.
class PlacesOf {
 public:
  PlacesOf(std::u32string_view text, const LetterIndex& index, std::u32string_view wanted)
      : text_(text), index_(index), wanted_(wanted) {}

  struct End {};

  class Iterator {
   public:
    Iterator(const PlacesOf& places, std::uint32_t at) : places_(places), at_(at) { pass_others(); }

    std::size_t operator*() const { return at_; }
    Iterator& operator++() {
      at_ = places_.index_.next(at_);
      pass_others();
      return *this;
    }
    bool operator!=(End) const { return at_ != LetterIndex::kNone; }

   private:
    void pass_others() {
      while (at_ != LetterIndex::kNone && !places_.stands_at(at_)) at_ = places_.index_.next(at_);
    }

    const PlacesOf& places_;
    std::uint32_t at_;
  };

  Iterator begin() const {
    return {*this, wanted_.empty() ? LetterIndex::kNone : index_.first(wanted_.front())};
  }
  End end() const { return {}; }

 private:
  bool stands_at(std::size_t at) const {
    return text_[at] == wanted_.front() && text_.substr(at).starts_with(wanted_);
  }

  std::u32string_view text_;
  const LetterIndex& index_;
  std::u32string_view wanted_;
};

}  // namespace gisa
