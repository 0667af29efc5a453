#pragma once

#include <cstddef>
#include <queue>
#include <string_view>
#include <vector>

namespace gisa {

// A text of one of several sorted lists.
struct TextHead {
  std::string_view text;
  std::size_t batch;  // which list
  std::size_t at;     // where in it
};

// Calls `use` with every text of the lists, in order, as the heads of those that have it.
// `text(batch, at)` is empty at the end of a list.
template <typename Text, typename Use>
void merge_texts(std::size_t batches, Text text, Use use) {
  const auto comes_later = [](const TextHead& a, const TextHead& b) {
    return a.text != b.text ? a.text > b.text : a.batch > b.batch;
  };
  std::priority_queue<TextHead, std::vector<TextHead>, decltype(comes_later)> heads(comes_later);
  const auto push = [&](std::size_t batch, std::size_t at) {
    const std::string_view next = text(batch, at);
    if (!next.empty()) heads.push({next, batch, at});
  };
  for (std::size_t i = 0; i < batches; ++i) push(i, 0);
  std::vector<TextHead> same;
  while (!heads.empty()) {
    same.clear();
    do {
      same.push_back(heads.top());
      heads.pop();
      push(same.back().batch, same.back().at + 1);
    } while (!heads.empty() && heads.top().text == same.front().text);
    use(same);
  }
}

}  // namespace gisa
