#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/searcher.h"
#include "searcher/trend/trend.h"

namespace gisa {

// How many articles there are.
struct Total {
  std::size_t articles = 0;
  bool exact = false;  // else these and more
};

// A query and what was found, for printing.
struct Answer {
  std::string id;     // of the query in a batch; empty outside
  std::string query;  // as typed
  SearchResult result;
  std::optional<Total> all_words = {};  // of a row of words: those that have them all
  std::optional<Trend> trend = {};      // if one was asked for
  // Reads the text of an article, which a search leaves out of its hits: those of all together may
  // be large. Notes what is damaged. The Searcher that answered must be there yet; it reads its
  // present state. Throws gisa::Error.
  std::function<std::string(const std::string& article_id, std::vector<Note>& notes)> body_of = {};
};

}  // namespace gisa
