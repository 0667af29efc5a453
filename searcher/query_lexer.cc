#include "searcher/query_lexer.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "searcher/notes.h"

namespace gisa {

namespace {

struct FieldAlias {
  std::string_view written;
  std::string_view field;
};

constexpr FieldAlias kFields[] = {{"title:", "title"}, {"제목:", "title"}};

// Quotes as keyboards, phones and word processors write them.
constexpr std::array<std::string_view, 5> kQuotes = {"\"", "“", "”", "„", "＂"};

constexpr std::string_view kBlanks = " \t\r\n\v\f";
constexpr std::string_view kWideBlank = "　";

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
      add(LexemeKind::minus);
      return drop(1);
    }
    return false;
  }

  bool quoted() {
    const std::size_t open = quote_length(rest_);
    if (open == 0) return false;
    for (std::size_t at = open; at < rest_.size(); ++at) {
      const std::size_t close = quote_length(rest_.substr(at));
      if (close == 0) continue;
      add(LexemeKind::phrase, rest_.substr(open, at - open));
      return drop(at + close);
    }
    add_note(notes_, NoteKind::ignored, "ignored a quote without its partner");
    return drop(open);
  }

  bool field() {
    if (!at_start_) return false;
    const auto* alias =
        std::find_if(std::begin(kFields), std::end(kFields),
                     [&](const auto& known) { return rest_.starts_with(known.written); });
    if (alias == std::end(kFields)) return false;
    add(LexemeKind::field, alias->field);
    drop(alias->written.size());
    at_start_ = true;
    return true;
  }

  void word() {
    std::size_t end = 0;
    while (end < rest_.size() && !ends_word(rest_.substr(end)) &&
           quote_length(rest_.substr(end)) == 0) {
      end += decode_char(rest_, end).length;
    }
    if (end == 0) {  // a sign that means nothing here
      drop(decode_char(rest_, 0).length);
      return;
    }
    const std::string_view word = rest_.substr(0, end);
    drop(end);
    if (word == "OR") return add(LexemeKind::either);
    if (word == "*") return add(LexemeKind::star);
    if (word.ends_with('*')) {
      const std::string_view stem = word.substr(0, word.find_last_not_of('*') + 1);
      return stem.empty() ? add(LexemeKind::star) : add(LexemeKind::prefix, stem);
    }
    add(LexemeKind::word, word);
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
    at_start_ = kind == LexemeKind::minus;
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
