#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gisa/article.h"
#include "indexer/news/record.h"

namespace gisa {

// Which name in a record stands for which field of an article: named by the user, else guessed from
// the names that news archives and crawlers use, in Korean and English.
class FieldMap {
 public:
  // Takes a rule `FIELD=NAME`, as in `title=기사 제목`; the user's names win over guesses. Of a
  // table, NAME may be the number of a column, from 1. Throws Error (usage) if it is not of that
  // form, or there is no such field.
  void add_rule(std::string_view rule);

  // True if a rule names a column by its number.
  bool has_numbers() const;

  // The article that `record` holds. Where several names stand for a field, the best one that
  // has text is taken.
  Article article_of(const Record& record) const { return article_of(record, uses(record)); }

  // Which field of an article is filled from where in a record.
  struct Use {
    std::string_view field;
    std::string Article::*member;
    std::size_t place;
  };

  // By the names that are known whole.
  std::vector<Use> uses(const Record& record) const;

  // The same, and for a field that none of them fills the longest text whose name has a part that
  // names it (뉴스본문글, body_clean).
  std::vector<Use> uses_by_parts(const Record& record) const;

  static Article article_of(const Record& record, const std::vector<Use>& uses);

  // The field that a record's `name` stands for, nullptr for none.
  std::string Article::*member_named(std::string_view name) const;

  // True if some field would be filled from a record's `name`.
  bool knows(std::string_view name) const;

  // The field that a part of `name` stands for, empty if none does.
  static std::string_view field_by_part(std::string_view name);

  // The name that each field would be filled from, of records that have `names`; fields without one
  // are missing.
  struct Choice {
    std::string_view field;
    std::string name;
  };
  std::vector<Choice> choices(const std::vector<std::string>& names) const;

 private:
  struct Rule {
    std::string name;  // folded
    std::string Article::*member;
  };

  // The field that `name` stands for and how good a name it is for it, less is better; no member
  // for a name that means nothing here.
  struct Meaning {
    std::string Article::*member = nullptr;
    std::size_t rank = 0;
  };
  Meaning meaning_of(std::string_view name) const;
  static std::unordered_map<std::string_view, Meaning> known_meanings();

  std::vector<Rule> rules_;
};

// Copies into the empty fields of `article` what `other` has.
void fill_empty_fields(Article& article, const Article& other);

}  // namespace gisa
