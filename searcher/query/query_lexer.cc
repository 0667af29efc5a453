#include "searcher/query/query_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "common/analysis/joint.h"
#include "common/analysis/stem.h"
#include "common/text/amount.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "common/text/utf8.h"
#include "searcher/field/field.h"
#include "searcher/field/nearest_field.h"
#include "searcher/query/notes.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

// Quotes as keyboards, phones and word processors write them.
constexpr std::array<std::string_view, 5> kQuotes = {"\"", "“", "”", "„", "＂"};

constexpr std::string_view kBlanks = " \t\r\n\v\f";
constexpr std::string_view kWideBlank = "　";

constexpr std::size_t kLongestField = 10;  // letters of what may be meant for one

constexpr std::size_t kUsualDistance = 10;  // of NEAR without a number
constexpr std::size_t kLongestDistance = 10'000;

// The number that `text` is, all of it, cut at kLongestDistance.
std::optional<std::size_t> distance_of(std::string_view text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  if (!digits) return std::nullopt;
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() ? std::min(value, kLongestDistance) : kLongestDistance;
}

class Lexer {
 public:
  Lexer(std::string_view query, std::vector<Note>& notes) : rest_(query), notes_(notes) {}

  std::vector<Lexeme> run() {
    while (!rest_.empty()) {
      if (skip_blank()) {
        at_start_ = true;
      } else if (!sign() && !quoted() && !field()) {
        word();
      }
    }
    return std::move(lexemes_);
  }

 private:
  bool skip_blank() {
    if (rest_.starts_with(kWideBlank)) return drop(kWideBlank.size());
    if (kBlanks.find(rest_.front()) != std::string_view::npos) return drop(1);
    return false;
  }

  bool sign() {
    if (rest_.front() == '(') {
      add(LexemeKind::open);
      at_start_ = true;
      return drop(1);
    }
    if (rest_.front() == ')') {
      add(LexemeKind::close);
      return drop(1);
    }
    if (rest_.front() == '|') {
      add(LexemeKind::either);
      at_start_ = true;
      return drop(1 + (rest_.starts_with("||") ? 1 : 0));
    }
    // A minus excludes only where a word begins: 코로나-19 is a word, and so is a lone dash.
    if (at_start_ && rest_.front() == '-' && rest_.size() > 1 &&
        (rest_[1] == '(' || !ends_word(rest_.substr(1)))) {
      add(LexemeKind::minus, "-");
      return drop(1);
    }
    if (at_start_ && (rest_.front() == '!' || rest_.front() == '+') && begins_part(1)) {
      add(rest_.front() == '!' ? LexemeKind::minus : LexemeKind::plus, rest_.substr(0, 1));
      return drop(1);
    }
    return false;
  }

  // Whether something to search for stands `at`: !!! is punctuation.
  bool begins_part(std::size_t at) const {
    const std::string_view rest = rest_.substr(at);
    if (rest.empty()) return false;
    return rest.front() == '(' || quote_length(rest) > 0 ||
           !folded_chars(rest.substr(0, decode_char(rest, 0).length)).empty();
  }

  bool quoted() {
    const std::size_t open = quote_length(rest_);
    if (open == 0) return false;
    for (std::size_t at = open; at < rest_.size() && !only_closes(open); ++at) {
      const std::size_t close = quote_length(rest_.substr(at));
      if (close == 0) continue;
      add(LexemeKind::phrase, rest_.substr(open, at - open));
      drop(at + close);
      return slop();
    }
    add_note(notes_, NoteKind::ignored, "ignored a quote without its partner");
    return drop(open);
  }

  // A quote behind a word, as in a sentence that was pasted from its middle on: 한다”고, 한다"고,
  // 한다", while 갤럭시"무료 반품" has a phrase.
  bool only_closes(std::size_t length) const {
    if (at_start_) return false;
    if (rest_.starts_with("”")) return true;
    std::u32string run;
    for (std::size_t at = length; at < rest_.size();) {
      const auto [c, bytes] = decode_char(rest_, at);
      if (!is_hangul_syllable(c)) break;
      run += c;
      at += bytes;
    }
    if (run.empty()) return rest_.substr(length).starts_with('(') || !begins_part(length);
    return is_ending(run) || is_said(run);
  }

  // The ~3 behind a phrase.
  bool slop() {
    if (!rest_.starts_with('~')) return true;
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789", 1), rest_.size()) - 1;
    const auto distance = distance_of(rest_.substr(1, digits));
    if (!distance) return true;
    lexemes_.back().distance = distance;
    return drop(1 + digits);
  }

  bool field() {
    if (!at_start_) return false;
    const auto& all = written_fields();
    const auto known = std::find_if(all.begin(), all.end(), [&](const WrittenField& candidate) {
      return rest_.starts_with(candidate.text);
    });
    if (known == all.end() || is_label(*known)) return false;
    add(LexemeKind::field, known->field->name);
    drop(known->text.size());
    at_start_ = true;
    return true;
  }

  // 박도윤 기자: as it stands in a pasted line.
  bool is_label(const WrittenField& written) const {
    const std::string_view behind = rest_.substr(written.text.size());
    return written.field->kind != FieldKind::words && written.text == written.field->korean &&
           (behind.empty() || ends_word(behind));
  }

  // Bytes from the beginning of the rest to the end of the word that stands at `at`.
  std::size_t end_of_word(std::size_t at) const {
    while (at < rest_.size() && !ends_word(rest_.substr(at)) &&
           (quote_length(rest_.substr(at)) == 0 || joint_at(rest_, at) != Joint::none)) {
      at += decode_char(rest_, at).length;
    }
    return at;
  }

  void word() {
    const std::size_t end = end_of_word(0);
    if (end == 0) {  // a sign that means nothing here
      drop(decode_char(rest_, 0).length);
      return;
    }
    std::string typed(rest_.substr(0, end));
    typed.append(number_of_letter(end));
    while (const std::size_t rest = length_of_rest_of_amount(typed)) {
      typed.append(rest_.substr(1, rest - 1));
      drop(rest);
    }
    const std::string_view word = typed;
    if (connective(word)) return;
    if (at_start_) note_unknown_field(word);
    if (word == "*") return add(LexemeKind::star);
    if (word.ends_with('*')) {
      const std::string_view stem = word.substr(0, word.find_last_not_of('*') + 1);
      return stem.empty() ? add(LexemeKind::star) : add(LexemeKind::prefix, stem);
    }
    if (word.find('*') != word.npos) {
      add_note(
          notes_, NoteKind::ignored,
          fmt::format("ignored the star in {}: it stands behind a beginning", abbreviated(word)));
    }
    add(LexemeKind::word, word);
  }

  // 매체:한빛, Press:한빛. An address is none.
  void note_unknown_field(std::string_view word) {
    const std::size_t colon = word.find(':');
    if (colon == word.npos || colon + 1 == word.size() || word[colon + 1] == '/') return;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < colon; ++letters) {
      const auto [c, length] = decode_char(word, at);
      if (!is_hangul_syllable(c) && !is_ascii_letter(c)) return;
      at += length;
    }
    if (letters < 2 || letters > kLongestField) return;
    const std::string_view meant = nearest_field(word.substr(0, colon));
    const std::string_view known =
        "there are title:, press:, by:, section:, date:, id:, url: and path:";
    add_note(
        notes_, NoteKind::ignored,
        fmt::format("read {} as text: there is no field {}; {}", abbreviated(word),
                    word.substr(0, colon + 1),
                    meant.empty() ? std::string(known) : fmt::format("did you mean {}", meant)));
  }

  // The 9 of K 9, which is K9 to the text, too. Drops the word's `bytes` and it.
  std::string_view number_of_letter(std::size_t bytes) {
    constexpr std::size_t kMostDigits = 3;
    const bool letter = bytes == 1 && rest_[0] >= 'A' && rest_[0] <= 'Z';
    drop(bytes);
    if (!letter || !rest_.starts_with(' ')) return {};
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789", 1), rest_.size());
    const bool ends = end == rest_.size() || ends_word(rest_.substr(end));
    if (end == 1 || end - 1 > kMostDigits || !ends) return {};
    const std::string_view number = rest_.substr(1, end - 1);
    drop(end);
    return number;
  }

  // Bytes of the blank and the 2천명 of 1만 2천명, which is 1만2천명 to the text, too; 0 if there
  // is none.
  std::size_t length_of_rest_of_amount(std::string_view typed) const {
    if (!rest_.starts_with(' ') || typed.empty() || !is_ascii_digit(typed.front())) return 0;
    const std::size_t end = end_of_word(1);
    const std::u32string amount = utf32(typed);
    const std::u32string both = amount + utf32(rest_.substr(1, end - 1));
    const bool is_plain = std::all_of(amount.begin(), amount.end(), [](char32_t c) {
      return is_ascii_digit(c) || c == U',' || c == U'.' || is_scale(c);
    });
    return is_plain && goes_on_behind_scale(both, amount.size()) ? end : 0;
  }

  bool connective(std::string_view word) {
    constexpr std::string_view kNear = "NEAR";
    if (word == "OR") {
      add(LexemeKind::either);
    } else if (word == "AND") {
      add(LexemeKind::both);
    } else if (word == "NOT") {
      add(LexemeKind::minus, word);
    } else if (word == kNear) {
      add(LexemeKind::near, word);
      lexemes_.back().distance = kUsualDistance;
    } else if (word.starts_with(kNear) && word[kNear.size()] == '/') {
      const auto distance = distance_of(word.substr(kNear.size() + 1));
      if (!distance) {
        add_note(notes_, NoteKind::ignored,
                 fmt::format("ignored {}: NEAR/ takes a number of words", abbreviated(word)));
        return true;
      }
      add(LexemeKind::near, word);
      lexemes_.back().distance = distance;
    } else {
      return false;
    }
    return true;
  }

  static bool ends_word(std::string_view text) {
    return text.starts_with(kWideBlank) || text.front() == '(' || text.front() == ')' ||
           text.front() == '|' || kBlanks.find(text.front()) != std::string_view::npos;
  }

  static std::size_t quote_length(std::string_view text) {
    const auto* found = std::find_if(kQuotes.begin(), kQuotes.end(), [&](std::string_view quote) {
      return text.starts_with(quote);
    });
    return found == kQuotes.end() ? 0 : found->size();
  }

  void add(LexemeKind kind, std::string_view text = {}) {
    lexemes_.push_back({kind, std::string(text)});
    at_start_ = kind == LexemeKind::minus || kind == LexemeKind::plus;
  }

  bool drop(std::size_t bytes) {
    rest_.remove_prefix(bytes);
    return true;
  }

  std::string_view rest_;
  std::vector<Note>& notes_;
  std::vector<Lexeme> lexemes_;
  bool at_start_ = true;  // of a word: after a blank, a parenthesis or a sign
};

}  // namespace

std::vector<Lexeme> read_lexemes(std::string_view query, std::vector<Note>& notes) {
  return Lexer(query, notes).run();
}

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) words.push_back(text.substr(begin, end - begin));
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = text.substr(at).starts_with(kWideBlank)            ? kWideBlank.size()
                              : kBlanks.find(text[at]) != std::string_view::npos ? 1
                                                                                 : 0;
    if (blank > 0) {
      close(at);
      begin = at + blank;
    }
    at += std::max<std::size_t>(blank, 1);
  }
  close(text.size());
  return words;
}

}  // namespace gisa
