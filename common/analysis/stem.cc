#include "common/analysis/stem.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "common/analysis/endings.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// The endings as a trie over their syllables from last to first. Most runs end in no syllable that
// an ending ends in, so those have a table; below them children are few, and a list.
class EndingTrie {
 public:
  EndingTrie() {
    nodes_.push_back({});
    last_.resize(kLastSyllable - kFirstSyllable + 1);
    for (const EndingFamily& family : ending_families()) {
      for_each_ending(family, [&](std::string_view beginning, std::string_view tail) {
        close(add(add(0, tail), beginning), family);
      });
    }
  }

  // How many syllables the longest ending of `run` takes, with at least `keep` left; 0 if none.
  std::size_t longest(std::u32string_view run, std::size_t keep, Before before) const {
    std::size_t best = 0;
    std::uint32_t node = 0;
    for (std::size_t taken = 1; taken + keep <= run.size(); ++taken) {
      node = child(node, run[run.size() - taken]);
      if (node == 0) break;
      if (ends_here(nodes_[node], run.substr(0, run.size() - taken), before)) best = taken;
    }
    return best;
  }

 private:
  struct Node {
    char32_t syllable = 0;
    std::uint32_t first_child = 0;  // 0: none
    std::uint32_t next_sibling = 0;
    bool ending = false;
    bool follows_digits = false;
    After after = After::anything;
  };

  std::uint32_t child(std::uint32_t node, char32_t syllable) const {
    if (node == 0) return is_hangul_syllable(syllable) ? last_[syllable - kFirstSyllable] : 0;
    std::uint32_t at = nodes_[node].first_child;
    while (at != 0 && nodes_[at].syllable != syllable) at = nodes_[at].next_sibling;
    return at;
  }

  // The node of `text` before what `node` stands for.
  std::uint32_t add(std::uint32_t node, std::string_view text) {
    while (!text.empty()) {
      const auto [syllable, length] = last_char(text);
      text.remove_suffix(length);
      std::uint32_t next = child(node, syllable);
      if (next == 0) {
        next = static_cast<std::uint32_t>(nodes_.size());
        nodes_.push_back({.syllable = syllable, .next_sibling = nodes_[node].first_child});
        (node == 0 ? last_[syllable - kFirstSyllable] : nodes_[node].first_child) = next;
      }
      node = next;
    }
    return node;
  }

  void close(std::uint32_t node, const EndingFamily& family) {
    nodes_[node].ending = true;
    nodes_[node].follows_digits = family.follows_digits;
    nodes_[node].after = family.after;
  }

  static bool ends_here(const Node& node, std::u32string_view stem, Before before) {
    if (!node.ending) return false;
    if (stem.empty()) return before == Before::letters || node.follows_digits;
    const char32_t final = final_of(stem.back());
    switch (node.after) {
      case After::anything: return true;
      case After::consonant: return final != 0;
      case After::vowel: return final == 0;
      case After::vowel_or_rieul: return final == 0 || final == kFinalRieul;
    }
    return false;
  }

  std::vector<Node> nodes_;          // the first is the root
  std::vector<std::uint32_t> last_;  // the root's children, by syllable
};

const EndingTrie& endings() {
  static const EndingTrie trie;
  return trie;
}

}  // namespace

namespace {

// The one-syllable endings that are also the last syllable of many nouns: 도로, 주의, 온도, 불만,
// 효과, 개인, 놀이, 목적, 제한, 재분할, 책임, 포함.
constexpr std::u32string_view kNounEnds = U"로의도만과인이적한할임함";

std::size_t least_left(std::u32string_view run, Before before) {
  switch (before) {
    case Before::nothing: return 2;
    case Before::digits: return 1;
    case Before::letters:
      return std::u32string_view(U"씨군양").find(run.front()) != run.npos ? 1 : 2;
  }
  return 2;
}

// 만 of 5백만의, where only 의 is an ending.
bool is_scaled(std::u32string_view run, std::size_t taken) {
  const std::u32string_view number = run.substr(0, run.size() - taken);
  return run[number.size()] == U'만' && number.find_first_not_of(U"십백천") == number.npos;
}

Stem strip(std::u32string_view run, std::size_t least, Before before) {
  Stem stem{run.size()};
  while (stem.length > least) {
    std::size_t taken = endings().longest(run.substr(0, stem.length), least, before);
    if (taken > 0 && before == Before::digits && is_scaled(run.substr(0, stem.length), taken))
      --taken;
    if (taken == 0) break;
    stem.length -= taken;
    const bool closes_a_noun = taken == 1 && stem.length > 0 && stem.length < 32 &&
                               kNounEnds.find(run[stem.length]) != kNounEnds.npos;
    // 서도 of 기업에서도 is no noun's end: what is stripped below it is a particle beyond doubt.
    stem.junctions = closes_a_noun ? stem.junctions | 1u << stem.length : 0;
  }
  return stem;
}

}  // namespace

Stem find_stem(std::u32string_view run, Before before) {
  if (before != Before::nothing && strip(run, 0, before).length == 0) return {};
  return strip(run, least_left(run, before), before);
}

bool is_ending(std::u32string_view run) { return strip(run, 0, Before::letters).length == 0; }

bool may_be_one_syllable(std::u32string_view run) {
  static constexpr std::u32string_view kParticles = U"은는이가을를에의로와과도";
  return run.size() == 2 && kParticles.find(run[1]) != std::u32string_view::npos &&
         endings().longest(run, 1, Before::nothing) == 1;
}

}  // namespace gisa
