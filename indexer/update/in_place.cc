#include "indexer/update/in_place.h"

#include <algorithm>

#include "common/database/vocabulary.h"

namespace gisa {

namespace {

constexpr std::uint64_t kSmallBytes = 1'000'000;
constexpr std::uint64_t kPassageBytes = 1700;
constexpr std::uint64_t kSmallShare = 16;

// What Xapian holds of a byte of text until the commit.
constexpr std::size_t kBytesHeld = 8;

}  // namespace

std::uint64_t small_change(std::uint32_t passages) {
  return std::max(kSmallBytes, passages * kPassageBytes / kSmallShare);
}

void InPlace::write_words() {
  for (const auto& [word, count] : words()) {
    if (Vocabulary::keeps(count)) database_.add_spelling(word, count);
  }
}

void InPlace::take(const Xapian::Document& document, std::size_t bytes) {
  if (bytes * kBytesHeld > room_) throw Outgrown();
  room_ -= bytes * kBytesHeld;
  database_.add_document(document);
}

}  // namespace gisa
