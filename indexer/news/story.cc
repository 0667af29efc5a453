#include "indexer/news/story.h"

#include <algorithm>
#include <array>

#include "common/news/words.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::array<std::string_view, 4> kVerbEnds = {"다", "요", "죠", "까"};
constexpr std::array<std::string_view, 3> kStops = {".", "?", "!"};
constexpr std::array<std::string_view, 7> kQuotes = {"\"", "'", "”", "’", "＂", "」", "』"};

// A sentence without a full stop may end before these: 했다 (사진=...), 했다 /연합뉴스.
constexpr std::array<std::string_view, 9> kOpening = {"(", "[",  "/",  "ⓒ", "©",
                                                      "<", "《", "〈", "【"};

// What a picture shows is going on.
constexpr std::array<std::string_view, 13> kShowing = {
    "있다",       "있습니다",   "있어요",   "모습이다",   "모습입니다", "모습이에요", "장면이다",
    "장면입니다", "장면이에요", "사진이다", "사진입니다", "사진이에요", "전경이다"};
constexpr std::array<std::string_view, 8> kPointing = {"왼쪽", "오른쪽",   "가운데",    "앞줄",
                                                       "뒷줄", "기념촬영", "기념 촬영", "사진은"};

// A sentence that ends so is news, even if it names who stands where in a picture.
constexpr std::array<std::string_view, 8> kSaying = {
    "밝혔다", "말했다", "전했다", "알렸다", "설명했다", "강조했다", "발표했다", "밝혔습니다"};

// What follows a verb's last syllable, as far as it belongs to the sentence; npos if the word goes
// on.
std::size_t close_of_sentence(std::string_view verb, std::string_view after) {
  if (std::size_t closed = length_of_any(after, kStops)) {
    while (const std::size_t more = length_of_any(after.substr(closed), kQuotes)) closed += more;
    return closed;
  }
  const std::string_view next = trim(after);
  const bool ends = verb == "다" && (next.empty() || length_of_any(next, kOpening) > 0);
  return ends ? 0 : std::string_view::npos;
}

bool strip_one(std::string_view& text, Words words) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](std::string_view word) { return text.ends_with(word); });
  if (found == words.end()) return false;
  text.remove_suffix(found->size());
  return true;
}

std::string_view without_stop(std::string_view sentence) {
  while (strip_one(sentence, kStops) || strip_one(sentence, kQuotes)) {
  }
  return sentence;
}

bool shows_a_picture(std::string_view sentence) {
  return ends_with_any(sentence, kShowing) || has_any(sentence, kPointing);
}

}  // namespace

std::size_t sentence_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += decode_char(text, at).length) {
    const std::size_t verb = length_of_any(text.substr(at), kVerbEnds);
    if (verb == 0 || at == 0) continue;
    const std::size_t closed = close_of_sentence(text.substr(at, verb), text.substr(at + verb));
    if (closed != std::string_view::npos) return at + verb + closed;
  }
  return std::string_view::npos;
}

bool tells_a_story(std::string_view text) {
  std::size_t showing = 0;
  std::size_t telling = 0;
  for (std::size_t end = sentence_end(text); end != std::string_view::npos;
       end = sentence_end(text)) {
    const std::string_view sentence = without_stop(text.substr(0, end));
    if (ends_with_any(sentence, kSaying)) return true;
    ++(shows_a_picture(sentence) ? showing : telling);
    text.remove_prefix(end);
  }
  return telling > 1 || (telling == 1 && showing > 1);
}

}  // namespace gisa
