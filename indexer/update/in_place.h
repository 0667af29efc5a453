#pragma once

#include "indexer/document/document.h"

namespace gisa {

// Thrown when a change turns out too large to be made in place.
struct Outgrown {};

// Up to this many bytes of text a change to a database of so many passages is written in place;
// beyond it, writing segments and packing the whole anew is quicker.
std::uint64_t small_change(std::uint32_t passages);

// Adds passages to a database as long as what Xapian holds of them until the commit, eight times
// their text, fits into `room` bytes; else throws Outgrown.
class InPlace : public XapianDocuments {
 public:
  InPlace(Xapian::WritableDatabase& database, std::size_t room)
      : database_(database), room_(room) {}

  // Once, after the last passage.
  void write_words();

 private:
  void take(const Xapian::Document& document, std::size_t bytes) override;

  Xapian::WritableDatabase& database_;
  std::size_t room_;
};

}  // namespace gisa
