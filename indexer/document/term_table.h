#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// Interned strings: terms, each once, numbered from 0 as they come. Keeps its room when it is
// cleared.
class TermTable {
 public:
  // The number of the term prefix + term, which is added if it is new.
  std::uint32_t intern(std::string_view prefix, std::string_view term);

  // Calls `use(i, number of text(i))` for each i below `count`, in turn. What a term needs is
  // fetched from memory some terms before, so that it costs less than one by one. `text(i)` stays
  // until `use` has its number; `use` interns no terms.
  template <typename Text, typename Use>
  void intern_each(std::size_t count, Text text, Use use) {
    std::array<Coming, kAhead> coming;
    for (std::size_t i = 0; i < count + kAhead; ++i) {
      Coming& place = coming[i % kAhead];
      if (i >= kAhead) use(i - kAhead, intern(place.text, place.key));
      if (i < count) {
        place.text = text(i);
        place.key = key_of(place.text);
        fetch_bucket(place.key);
      }
      if (i >= kStep && i - kStep < count) fetch_term(coming[(i - kStep) % kAhead]);
      if (i >= 2 * kStep && i - 2 * kStep < count) fetch_text(coming[(i - 2 * kStep) % kAhead]);
    }
  }

  // The number of a term that is there, else nothing.
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

  // What a term is looked for by.
  struct Key {
    std::uint64_t head = 0;  // as a Term's
    std::uint32_t hash = 0;
  };

  // A term that is interned soon. What is fetched says where the next is: its bucket, its Term, its
  // text.
  struct Coming {
    std::string_view text;
    Key key;
    std::uint32_t number = 0;  // of the Term that it seems to be, plus 1; 0 is none
  };
  static constexpr std::size_t kAhead = 16;
  static constexpr std::size_t kStep = 5;

  // Such a term's text is not looked at.
  static bool is_its_head(std::string_view whole) { return whole.size() <= sizeof(Term::head); }
  static Key key_of(std::string_view whole);
  std::uint32_t intern(std::string_view whole, const Key& key);
  std::size_t bucket_of(std::string_view whole, const Key& key) const;
  const Bucket& bucket(std::size_t at) const { return buckets_[at & (buckets_.size() - 1)]; }
  void fetch_bucket(const Key& key) const { __builtin_prefetch(&bucket(key.hash)); }
  void fetch_term(Coming& coming) const {
    std::size_t at = coming.key.hash;
    while (bucket(at).number != 0 && bucket(at).hash != coming.key.hash) ++at;
    coming.number = bucket(at).number;
    if (coming.number != 0) __builtin_prefetch(&terms_[coming.number - 1]);
  }
  void fetch_text(const Coming& coming) const {
    if (coming.number == 0 || is_its_head(coming.text)) return;
    __builtin_prefetch(texts_.data() + terms_[coming.number - 1].begin);
  }
  void grow();

  std::vector<Bucket> buckets_ = std::vector<Bucket>(1 << 15);
  std::vector<Term> terms_;
  std::string texts_;
  std::string joined_;  // of intern()
};

}  // namespace gisa
