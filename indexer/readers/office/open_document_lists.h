#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/news/list_numbers.h"
#include "indexer/readers/xml_parser.h"

namespace gisa {

// The lists of OpenDocument: the forms that its styles give them, and where paragraphs stand in
// them. The styles may come behind the text.
class OpenDocumentLists {
 public:
  // Every element of every part is shown to these, by its name without a prefix.
  void start(std::string_view element, const XmlEvents::Attributes& attributes);
  void end(std::string_view element);

  // What stands before the paragraph that started last: a key for mark(); nothing if nothing does.
  std::optional<std::size_t> take_key() { return std::exchange(key_, std::nullopt); }

  // To be asked for in the order of the text, once all parts were read.
  std::string mark(std::size_t key);

 private:
  struct Place {
    std::size_t list = 0;  // as they are counted
    std::string style;
    std::size_t level = 0;
    unsigned start = 0;  // if it is not 0
  };

  void define_level(std::string_view element, const XmlEvents::Attributes& attributes);
  void begin_list(const XmlEvents::Attributes& attributes);
  void place(std::string_view element, const XmlEvents::Attributes& attributes);
  void add(Place place);

  std::map<std::string, std::vector<ListLevel>> forms_;  // by the name of a style
  std::string form_;                                     // under way
  std::vector<std::string> styles_;                      // of the lists that are open
  std::size_t lists_ = 0;
  std::size_t list_ = 0;                           // the outermost that is open
  std::map<std::string, std::size_t> list_of_id_;  // as `continue-list` names it
  std::string last_style_;                         // of the outermost list that came last
  bool is_item_ = false;                           // no paragraph of the item came yet
  unsigned start_ = 0;                             // that it says
  std::vector<Place> places_;
  std::optional<std::size_t> key_;
  ListNumbers numbers_;
  std::map<std::pair<std::size_t, std::string>, int> counted_;  // lists by their styles
};

}  // namespace gisa
