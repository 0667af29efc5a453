#include "searcher/server/suggestion.h"

#include "searcher/outputs/json.h"

namespace gisa {

namespace {

constexpr std::size_t kWords = 6;
constexpr std::size_t kNames = 3;

}  // namespace

std::string suggestions_in_json(const Searcher& searcher, std::string_view beginning) {
  const std::size_t names = beginning.empty() ? 0 : kNames;
  return line_of({{"words", searcher.words(beginning, kWords)},
                  {"press", searcher.names("press", beginning, names)},
                  {"by", searcher.names("by", beginning, names)},
                  {"section", searcher.names("section", beginning, names)}});
}

}  // namespace gisa
