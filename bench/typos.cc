// Words of a database as fingers mistype them: gisa-typos DB COUNT [SEED]. Prints `WORD<TAB>TYPO`
// lines, for `gisa-search --batch`. A word is drawn by how often it is written; one key goes wrong:
// half of the time its neighbour is hit, else two keys come in the other order, one is hit twice,
// or one is left out. Typos that are words themselves are not printed.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <random>
#include <set>

#include "common/database/vocabulary.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/repair/keyboard.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"

namespace gisa {
namespace {

constexpr std::size_t kShortest = 9;  // bytes: three syllables, since shorter typos are often words
constexpr std::u32string_view kKeys = U"qwertyuiopasdfghjklzxcvbnm";

std::u32string mistyped(std::u32string keys, std::mt19937& random) {
  const std::size_t at = random() % keys.size();
  switch (random() % 6) {
    case 0:
      if (at + 1 < keys.size()) std::swap(keys[at], keys[at + 1]);
      break;
    case 1: keys.insert(at, 1, keys[at]); break;
    case 2: keys.erase(at, 1); break;
    default: {
      std::u32string near;
      for (const char32_t key : kKeys) {
        if (are_neighbours(key, keys[at])) near += key;
      }
      keys[at] = near[random() % near.size()];
    }
  }
  return typed_by(keys);
}

void print_typos(const Vocabulary& vocabulary, std::size_t count, std::mt19937& random) {
  std::vector<std::string> words;
  std::vector<double> weights;
  vocabulary.for_each_from("", [&](std::string_view word, std::uint32_t frequency) {
    const std::u32string chars = folded_chars(word);
    if (std::all_of(chars.begin(), chars.end(), is_hangul_syllable) &&
        word.find('\t') == word.npos && word.size() >= kShortest && frequency > 1) {
      words.emplace_back(word);
      weights.push_back(frequency);
    }
    return true;
  });
  std::discrete_distribution<std::size_t> draw(weights.begin(), weights.end());
  std::set<std::string> printed;
  for (std::size_t tries = 0; printed.size() < count && tries < 100 * count; ++tries) {
    const std::string& word = words[draw(random)];
    const std::string typo = utf8(mistyped(keys_of(folded_chars(word)), random));
    if (vocabulary.frequency(typo) > 0 || !printed.insert(typo).second) continue;
    std::cout << word << '\t' << typo << '\n';
  }
}

}  // namespace
}  // namespace gisa

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  gisa::Database database(argv[1]);
  std::mt19937 random(argc > 3 ? static_cast<unsigned>(std::atoi(argv[3])) : 1u);
  gisa::print_typos(gisa::Vocabulary(database), std::strtoul(argv[2], nullptr, 10), random);
}
