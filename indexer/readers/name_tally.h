#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/news/field_map.h"
#include "indexer/news/record.h"

namespace gisa {

// What the records of a file hold under which names, and what of it is read. Keeps the names alone.
class NameTally {
 public:
  void add(const Record& record, const std::vector<FieldMap::Use>& uses);

  std::size_t records() const { return records_; }

  // Which names fill which fields: `title=제목 body="기사 내용"`. Empty if none does.
  std::string used() const;

  // Which names with text fill none, and how much they hold: `취재메모 (2 kB), 지면 (31 bytes)`.
  std::string passed_over() const;

  // One line if a name that is not read holds more text than all bodies: which, how much, and how
  // to have it read. Else empty.
  std::string complaint() const;

 private:
  struct Name {
    std::string name;
    std::string_view field;  // that it fills, in some record
    std::size_t read = 0;    // bytes of text
    std::size_t unread = 0;
    std::size_t prose = 0;  // of the unread, in sentences of Korean and without markup
  };
  Name* find(std::string_view name);

  std::vector<Name> names_;
  std::size_t records_ = 0;
};

}  // namespace gisa
