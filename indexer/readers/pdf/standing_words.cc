#include "indexer/readers/pdf/standing_words.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kFewest = 3;
constexpr std::size_t kMost = 20;

int letter_height(const PdfWord& word) { return std::max(1, word.bottom - word.top); }
int centre_of(const PdfWord& word) { return (word.left + word.right) / 2; }
int middle_of(const PdfWord& word) { return (word.top + word.bottom) / 2; }

bool is_letter(const PdfWord& word) {
  const std::string_view text = trim(word.text);
  return text.size() == kSyllableBytes && is_hangul_at(text, 0);
}

bool is_below(const PdfWord& above, const PdfWord& below) {
  const int height = letter_height(above);
  const int step = below.top - above.top;
  return 5 * std::abs(letter_height(below) - height) <= height && 5 * step >= 4 * height &&
         5 * step <= 11 * height && 4 * std::abs(centre_of(below) - centre_of(above)) <= height;
}

// Which words stand on a height, by the middle of each.
class Heights {
 public:
  explicit Heights(const std::vector<PdfWord>& words) {
    for (const PdfWord& word : words) places_.push_back({middle_of(word), word.left, word.right});
    std::sort(places_.begin(), places_.end(),
              [](const Place& a, const Place& b) { return a.middle < b.middle; });
  }

  // What stands on the line of a letter: nothing, words far away, or some right beside it.
  enum class Company { none, far, near };
  Company of(const PdfWord& letter) const {
    constexpr std::ptrdiff_t kMostLooked = 200;  // of a line
    const int height = letter_height(letter);
    auto at =
        std::lower_bound(places_.begin(), places_.end(), middle_of(letter) - height / 4,
                         [](const Place& place, int middle) { return place.middle < middle; });
    const auto end = places_.end() - at > kMostLooked ? at + kMostLooked : places_.end();
    Company company = Company::none;
    for (; at < end && at->middle <= middle_of(letter) + height / 4; ++at) {
      if (at->left == letter.left && at->right == letter.right) continue;  // itself
      const bool near =
          at->right > letter.left - height / 2 && at->left < letter.right + height / 2;
      if (near) return Company::near;
      company = Company::far;
    }
    return company;
  }

 private:
  struct Place {
    int middle = 0;
    int left = 0;
    int right = 0;
  };
  std::vector<Place> places_;
};

// Letters below one another, from the top.
using Stack = std::vector<std::size_t>;

// Of all letters on one centre the stacks that they are.
std::vector<Stack> stacks_of(const std::vector<PdfWord>& words) {
  std::vector<std::size_t> letters;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_letter(words[i])) letters.push_back(i);
  }
  constexpr int kColumn = 20;  // tenths of a point
  const auto column_of = [&](std::size_t i) { return (words[i].left + kColumn / 2) / kColumn; };
  std::sort(letters.begin(), letters.end(), [&](std::size_t a, std::size_t b) {
    return column_of(a) != column_of(b) ? column_of(a) < column_of(b) : words[a].top < words[b].top;
  });
  std::vector<Stack> stacks;
  for (const std::size_t letter : letters) {
    const bool goes_on = !stacks.empty() && column_of(stacks.back().back()) == column_of(letter) &&
                         is_below(words[stacks.back().back()], words[letter]);
    if (!goes_on) stacks.emplace_back();
    stacks.back().push_back(letter);
  }
  std::erase_if(stacks,
                [](const Stack& stack) { return stack.size() < kFewest || stack.size() > kMost; });
  return stacks;
}

// Whether the letters nearly touch: rows of a table have room around their words.
bool is_tight(const Stack& stack, const std::vector<PdfWord>& words) {
  const PdfWord& first = words[stack.front()];
  const int steps = words[stack.back()].top - first.top;
  return steps <= static_cast<int>(stack.size() - 1) * letter_height(first);
}

bool is_word(const Stack& stack, const std::vector<PdfWord>& words, const Heights& heights) {
  std::size_t with_company = 0;
  for (const std::size_t letter : stack) {
    const Heights::Company company = heights.of(words[letter]);
    if (company == Heights::Company::near) return false;
    if (company == Heights::Company::far) ++with_company;
  }
  return is_tight(stack, words) || 2 * with_company <= stack.size();
}

}  // namespace

void join_standing_words(std::vector<PdfWord>& words) {
  const std::vector<Stack> stacks = stacks_of(words);
  if (stacks.empty()) return;
  const Heights heights(words);
  for (const Stack& stack : stacks) {
    if (!is_word(stack, words, heights)) continue;
    std::string whole;
    for (const std::size_t letter : stack) {
      whole += trim(words[letter].text);
      words[letter].text.clear();
    }
    words[stack.front()].text = std::move(whole);
  }
  std::erase_if(words, [](const PdfWord& word) { return word.text.empty(); });
}

}  // namespace gisa
