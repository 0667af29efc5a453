#include "indexer/news/document_title.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "common/news/words.h"
#include "common/text/cell_border.h"
#include "common/text/utf8.h"
#include "indexer/news/blanks.h"
#include "indexer/news/line_kind.h"
#include "indexer/news/notice.h"

namespace gisa {

namespace {

constexpr std::size_t kShortestTitle = 6;  // characters

constexpr std::array<std::string_view, 2> kLetterLabels = {"수신", "수신자"};
constexpr std::array<std::string_view, 3> kTitleLabels = {"제목", "보도제목", "자료제목"};

// Ends of labels whose value is a detail and cannot be the title: `조달번호 : 25-104`,
// `(단위: 명)`.
constexpr std::array<std::string_view, 17> kFactLabels = {
    "번호",   "일자", "일시", "기한", "기간",   "장소",   "기관", "부서", "담당",
    "담당자", "성명", "전화", "문의", "연락처", "이메일", "단위", "금액"};

// Who gets a letter or an application: `한빛시장 귀하`.
constexpr std::array<std::string_view, 2> kAddresses = {"귀하", "귀중"};

bool is_fact(std::string_view line) {
  constexpr std::size_t kLongest = 8;  // characters
  if (line.starts_with('(')) line.remove_prefix(1);
  const std::size_t colon = line.find(':');
  if (colon == line.npos) return false;
  const std::string label = without_blanks(line.substr(0, colon));
  return count_chars(label) <= kLongest && ends_with_any(label, kFactLabels);
}

// `【별지 제5호 서식】`: the number of a form, and not its name.
bool is_number_of_form(std::string_view line) {
  const std::string plain = without_blanks(line);
  constexpr std::string_view kBegin = "별지제";
  return plain.find(kBegin) <= kBegin.size() &&
         (plain.ends_with("서식") || plain.ends_with("서식】") || plain.ends_with("서식]") ||
          plain.ends_with("서식)") || plain.ends_with("서식>"));
}

// `1. 개요`, `Ⅰ. 개요`, `가. 개요`, `제1장 개요`: a heading of the text, where another line stands
// before it.
bool is_numbered(std::string_view line) {
  constexpr std::size_t kLongest = 6;  // bytes
  const std::size_t blank = line.find(' ');
  if (blank == line.npos || blank > kLongest * 2) return false;
  const std::string_view number = line.substr(0, blank);
  if (number.starts_with("제") && (number.ends_with("장") || number.ends_with("조"))) return true;
  return number.size() <= kLongest && (number.ends_with('.') || number.ends_with(')'));
}

bool is_of_contents(std::string_view line) {
  const std::string plain = without_blanks(line);
  return plain == "목차" || plain == "차례" || plain == "<목차>" || plain == "<차례>";
}

bool is_mark(std::string_view line) { return count_chars(without_blanks(line)) < 2; }

bool may_be_title(std::string_view line) {
  if (classify_line(line) != LineKind::text || line.ends_with('.')) return false;
  if (line.starts_with("- ") || line.starts_with("~ ")) return false;  // below the title
  const std::size_t chars = count_chars(line);
  if (chars < kShortestTitle || chars > kLongestDocumentTitle) return false;
  if (is_mostly_numbers(line)) return false;
  // One word is the name of an office, or a heading.
  return line.find(' ') != line.npos;
}

// In a table of a pdf a label may come behind its value: then a title is none of a date.
bool is_value_of(BareLabel label, std::string_view line) {
  const bool lacks_date = label == BareLabel::of_date && !has_date(line);
  return label != BareLabel::none && !(lacks_date && may_be_title(line));
}

// `- 시장 상인 120명에게 6월까지 -`
bool is_subtitle(std::string_view line) {
  return line.size() > 2 && line.starts_with('-') && line.ends_with('-');
}

// A title that is a sentence, as those that answer a report are: a subtitle stands below it.
bool is_titled_sentence(const std::vector<HeadLine>& lines, std::size_t at) {
  const std::string_view line = lines[at].text;
  return line.ends_with("다.") && count_chars(line) <= kLongestDocumentTitle &&
         !begins_item(line) && at + 1 < lines.size() && is_subtitle(lines[at + 1].text);
}

}  // namespace

const HeadLine* title_of_release(const std::vector<HeadLine>& lines) {
  bool in_head = false;  // a row of it came before: what stands above is a slogan or a subtitle
  const bool has_head = std::any_of(lines.begin(), lines.end(),
                                    [](const HeadLine& line) { return is_row_of_head(line.text); });
  BareLabel label = BareLabel::none;  // in the line before
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const HeadLine& line = lines[i];
    const bool belongs = is_value_of(std::exchange(label, bare_label(line.text)), line.text);
    if (belongs || is_row_of_head(line.text)) {
      in_head = true;
    } else if (in_head && is_titled_sentence(lines, i)) {
      return &line;
    } else if (begins_text(line.text)) {
      return nullptr;
    } else if ((in_head || !has_head) && may_be_title(line.text)) {
      return &line;
    }
  }
  return nullptr;
}

const HeadLine* title_of_document(const std::vector<HeadLine>& lines) {
  constexpr std::size_t kLinesOfTitle = 10;
  const HeadLine* word = nullptr;
  for (std::size_t i = 0; i < std::min(lines.size(), kLinesOfTitle); ++i) {
    const std::string_view line = lines[i].text;
    if (line.find(kCellBorder) != line.npos || is_mostly_numbers(line)) continue;
    if (is_fact(line) || ends_with_any(line, kAddresses) || is_mark(line)) continue;
    if (is_number_of_form(line)) continue;
    if (begins_text(line) || line.ends_with('.')) break;
    if (word != nullptr && (is_of_contents(line) || is_numbered(line))) break;
    if (may_be_title(line) && !is_number_of_notice(line)) return &lines[i];
    if (word == nullptr && classify_line(line) == LineKind::text) word = &lines[i];
  }
  return word;
}

std::string labelled_title(const std::vector<HeadLine>& lines) {
  bool is_letter = false;
  for (const HeadLine& line : lines) {
    is_letter = is_letter || behind_label(line.text, kLetterLabels);
    const auto rest = behind_label(line.text, kTitleLabels);
    if (!rest) continue;
    const std::string_view sign = trim(*rest).substr(0, 1);
    if (!is_letter && sign != ":" && sign != "|") continue;
    const std::size_t at = rest->find_first_not_of(" \t:|");
    if (at == rest->npos) continue;
    const std::string_view title = trim(rest->substr(at));
    if (count_chars(title) <= kLongestDocumentTitle) return std::string(title);
  }
  return {};
}

}  // namespace gisa
