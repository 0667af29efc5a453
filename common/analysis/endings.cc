#include "common/analysis/endings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// How verbs go on. A tail follows what the verb makes of itself: 하 되 시키, a vowel;
constexpr std::string_view kBehindVowel =
    "다 는 는데 는데요 는데도 는지 는지요 는지도 는가 는가요 는걸까요 는건 는건가요 는건지 는게 고 고는 고도 고서 고자 고요 며 면 면서 "
    "면서도 지 지가 지는 지도 지만 지요 죠 게 게끔 게도 도록 던 던데 려 려고 려는 려는데 려던 려면 기 기가 기는 기도 기로 기를 기만 기에 "
    "느라 거나 거든요 니 니까 므로 더니 더라 더라도 자 자마자 라 라고 라는 라며 네요 나요 신 실 시고 시는 시는데 시나요 시면 세요 "
    "십니까 십시오 셨는데 셨다 신다 겠는데 겠다 겠다고 겠다는 겠다며 겠습니다 겠지만";
// 했 됐 이었, its past;
constexpr std::string_view kBehindPast =
    "다 다가 다고 다는 다며 다면 다면서 다지만 던 던데 으며 으면 으나 고 고요 지만 지요 죠 는데 는데도 는데요 는지 는지도 는지요 는가 나 "
    "나요 네요 더니 더라 더라도 습니다 습니까 을 을까 을까요 을때 을지 을지도 음 음에도 음을 기 기도 기에 거나 거든요 어도 어야 어요 "
    "었다 었던 었는데";
// 한 된, what it says of a noun;
constexpr std::string_view kBehindNieun =
    "가 가요 가에 건 건가요 건지 걸까요 게 다 다고 다는 다며 다면 다면서 다지만 대 데 데다 데도 데요 듯 지 지도 지요";
// 할 될, the same of what is to come;
constexpr std::string_view kBehindRieul = "까 까봐 까요 게 게요 때 수록 지 지는 지도 텐데";
// 합 됩, its polite form;
constexpr std::string_view kBehindBieup = "니까 니다 니다만 시다";
// 해 돼 시켜, where another verb or the reason follows.
constexpr std::string_view kBehindJoint =
    "도 라 라고 라는 버린 버렸다 보고 보니 보면 봐야 봤다 볼 서 서는 서도 서요 야 야만 야지 야하나요 야하는 오던 온 온다 왔고 왔다 왔던 "
    "왔으며 요 주고 주나요 주는 주면 주세요 준 준다 줄 줘서 줘야 줬다";

// Stacks such as 에서는 or 들의 are not listed: the stemmer strips one ending after the other.
// Left out on purpose: 나 (바나나, 아시아나), 라도/라는 (나라, 카메라), 대로 (청와대로), 아/야
// (names), 해 alone (인명피해), 하나 (하나은행), 이지 (홈페이지), 이자 (대출이자), 일지 (수사일지),
// 거리는 (먹거리는), 해줘 (좋아해줘), 서 (보고서), 시 (서울시).
constexpr EndingFamily kFamilies[] = {
    // Case and topic: the grammar of the sentence, never the subject of the search.
    {"case after a consonant", After::consonant, true, "",
     "은 이 을 과 으로 으로서 으로써 으로부터 으론 이란 이랑"},
    {"case after a vowel", After::vowel, true, "", "는 가 를 와"},
    {"direction after a vowel or ㄹ", After::vowel_or_rieul, true, "", "로 로서 로써 로부터"},
    {"case", After::anything, true, "",
     "의 에 에서 에선 에게 에겐 에게서 에는 에도 에만 께 께서 한테 한테서 까지 부터 보다 처럼 만큼 마다 마저 조차 밖에 "
     "이나마 에다 에다가 뿐 하고"},
    // 에는, contracted; after a number 엔 is a yen.
    {"case, contracted", After::anything, false, "", "엔"},
    // Delimiters. After a number 만 is ten thousand and 도 a degree.
    {"delimiter", After::anything, false, "", "도 만 만의 만을 만이 만은"},
    {"choice after a consonant", After::consonant, true, "", "이나 이라도 이든 이든지 이야말로"},
    {"choice after a vowel", After::vowel, true, "", "든지 야말로"},
    // Plural: 기업들 is a search for 기업.
    {"plural", After::anything, false, "", "들"},
    // The copula turns a noun into a predicate: 의장이다, 의장이었던, 의장인데.
    {"copula", After::anything, true, "",
     "이다 이다가 이며 이고 이고요 이지만 이지요 이죠 이네요 이라 이라고 이라는 이라며 이라면 이라서 이어서 이어야 이란다 이므로 이기 이기도 "
     "이기에 이니 이니까 이던 이거나 이더라도 이냐 이에요 임"},
    {"copula, past", After::anything, true, "이었", kBehindPast},
    {"copula, adnominal", After::anything, true, "인",
     "가 가요 건가요 건지 걸까요 데 데도 데요 지 지도 지요"},
    {"copula, alone", After::anything, true, "", "인"},
    {"copula, to come", After::anything, true, "일", "까 까봐 까요 수록 지도 텐데"},
    {"copula, polite", After::anything, true, "입", "니까 니다 니다만"},
    {"copula after a vowel", After::vowel, true, "였", kBehindPast},
    {"copula after a vowel, contracted", After::vowel, true, "", "예요 라고 라며 라면 라서"},
    // 하다, 되다, 시키다, 받다, 당하다 make verbs of nouns: 개발했다 is a search for 개발.
    {"verb", After::anything, false, "하 되 시키", kBehindVowel},
    // Without 게: 정정당당하게.
    {"당하다", After::anything, false, "당하",
     "다 는 는데 는지 고 며 면 면서 지 지만 자 자마자 던 기 거나 더라도"},
    {"verb, past", After::anything, false, "했 하였 됐 되었 시켰 받았 당했", kBehindPast},
    {"verb, adnominal", After::anything, false, "한 된 시킨 당한", kBehindNieun},
    {"verb, to come", After::anything, false, "할 될 시킬 받을 당할", kBehindRieul},
    {"verb, polite", After::anything, false, "합 됩 시킵 받습 당합", kBehindBieup},
    {"verb, joint", After::anything, false, "해 하여 돼 되어 시켜 받아 당해", kBehindJoint},
    {"verb, alone", After::anything, false, "",
     "한 할 함 하여 된 될 됨 되나 돼 되어 시킨 시킬 시킴 시켜 받은 받을 받음 받아 당한 당할 당함 당해 할수록"},
    {"받다", After::anything, false, "받",
     "다 는 는다 는다고 는다는 는데 는데요 는지 는지요 는가 는건 는건가요 는건지 는게 고 고서 고자 지 지만 지요 죠 게 도록 던 기 기도 기에 "
     "기를 거나 더니 더라도 자 나요 네요 으며 으면 으면서 으려 으려고 으려는 으려면 으니 으니까 으므로 으라 은지 은건 은건지 은데 겠다 "
     "겠습니다"},
    // 적 makes adjectives of nouns.
    {"적", After::anything, false, "적", "이 인 으로 이다 이고 이며 이라 이라고"},
    {"적, alone", After::anything, false, "", "적"},
    // Quotations: 개선책이라고, 철수라고 are above; these follow a noun directly in headlines.
    {"quotation", After::anything, false, "", "이라면서 라면서 이라지만"},
};

// Calls `use` for each of `words`, which blanks separate.
template <typename Use>
constexpr void for_each_word(std::string_view words, Use use) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t blank = std::min(words.find(' ', at), words.size());
    use(words.substr(at, blank - at));
    at = blank + 1;
  }
}

template <typename Use>
constexpr void for_each_ending_of(const EndingFamily& family, Use use) {
  for_each_word(family.tails, [&](std::string_view tail) {
    if (family.beginnings.empty()) return use({}, tail);
    for_each_word(family.beginnings, [&](std::string_view beginning) { use(beginning, tail); });
  });
}

// The endings as a trie over their syllables from last to first. Most runs end in no syllable that
// an ending ends in, so those have a table; below them children are few, and a list.
class EndingTrie {
 public:
  constexpr EndingTrie() {
    for (const EndingFamily& family : kFamilies) {
      for_each_ending_of(family, [&](std::string_view beginning, std::string_view tail) {
        close(add(add(0, tail), beginning), family);
      });
    }
  }

  std::size_t longest(std::u32string_view run, std::size_t keep, Before before) const {
    std::size_t best = 0;
    Number node = 0;
    for (std::size_t taken = 1; taken + keep <= run.size(); ++taken) {
      node = child(node, run[run.size() - taken]);
      if (node == 0) break;
      if (ends_here(nodes_[node], run.substr(0, run.size() - taken), before)) best = taken;
    }
    return best;
  }

 private:
  using Number = std::uint16_t;  // of a node; 0 is the root, and none

  struct Node {
    char16_t syllable = 0;
    Number first_child = 0;
    Number next_sibling = 0;
    bool ending : 1 = false;
    bool follows_digits : 1 = false;
    After after = After::anything;
  };

  constexpr Number child(Number node, char32_t syllable) const {
    if (node == 0) return is_hangul_syllable(syllable) ? last_[syllable - kFirstSyllable] : 0;
    Number at = nodes_[node].first_child;
    while (at != 0 && nodes_[at].syllable != syllable) at = nodes_[at].next_sibling;
    return at;
  }

  // The node of `text` before what `node` stands for.
  constexpr Number add(Number node, std::string_view text) {
    while (!text.empty()) {
      const auto [syllable, length] = last_char(text);
      text.remove_suffix(length);
      Number next = child(node, syllable);
      if (next == 0) {
        next = size_++;
        nodes_[next].syllable = static_cast<char16_t>(syllable);
        nodes_[next].next_sibling = nodes_[node].first_child;
        (node == 0 ? last_[syllable - kFirstSyllable] : nodes_[node].first_child) = next;
      }
      node = next;
    }
    return node;
  }

  constexpr void close(Number node, const EndingFamily& family) {
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

  static constexpr std::size_t kMostNodes = 4096;  // with fewer than there are, it does not compile

  std::array<Node, kMostNodes> nodes_ = {};
  Number size_ = 1;
  std::array<Number, kLastSyllable - kFirstSyllable + 1> last_ = {};  // the root's children
};

// Made by the compiler: a search is over in milliseconds, of which making it would take some part.
constexpr EndingTrie kTrie;

}  // namespace

std::span<const EndingFamily> ending_families() { return kFamilies; }

void for_each_ending(
    const EndingFamily& family,
    const std::function<void(std::string_view beginning, std::string_view tail)>& use) {
  for_each_ending_of(family, use);
}

std::size_t longest_ending(std::u32string_view run, std::size_t keep, Before before) {
  return kTrie.longest(run, keep, before);
}

}  // namespace gisa
