#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/news/list_numbers.h"
#include "indexer/readers/xml_parser.h"

namespace gisa {

// Where a paragraph of Word stands in a list: as it says itself, else as its style does.
struct WordListPlace {
  std::string style;
  std::optional<int> list;
  std::optional<int> level;

  friend auto operator<=>(const WordListPlace&, const WordListPlace&) = default;
};

// word/styles.xml: which style is that of titles, and which lists the styles are of.
class WordStyles : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  const std::string& title_id() const { return title_id_; }

  // `place` with what its style and those that this is based on add to it.
  WordListPlace resolved(WordListPlace place) const;

 private:
  struct Style {
    std::string base;
    std::optional<int> list;
    std::optional<int> level;
  };

  std::map<std::string, Style> styles_;
  std::string id_;
  bool in_list_ = false;
  std::string title_id_ = "Title";
};

// word/numbering.xml: how the lists are numbered.
class WordLists : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  // What stands before the next paragraph of a list on a level, from 0; empty if nothing does.
  std::string next(int list, int level);

 private:
  void set_level(std::string_view element, const Attributes& attributes);

  ListNumbers numbers_;
  std::map<int, std::vector<ListLevel>> forms_;  // that lists have
  std::map<int, int> lists_;                     // to what is counted as one: a form, or itself
  std::vector<ListLevel>* form_ = nullptr;       // under way
  std::size_t level_ = 0;
  std::optional<int> list_ = {};  // under way, as are its form and what it begins anew with
  int form_of_list_ = 0;
  std::map<std::size_t, unsigned> starts_;
  std::size_t overridden_ = 0;
};

}  // namespace gisa
