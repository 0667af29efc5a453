#include "indexer/news/release.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "common/news/words.h"
#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/news/blanks.h"
#include "indexer/news/date.h"
#include "indexer/news/line_kind.h"
#include "indexer/news/notice.h"
#include "indexer/news/spread_words.h"

namespace gisa {

namespace {

constexpr std::size_t kLinesOfHead = 40;
constexpr std::size_t kLongestLine = 2000;  // bytes
constexpr std::size_t kLongestTitle = 100;  // characters
constexpr std::size_t kShortestTitle = 6;
constexpr std::string_view kCellBorder = " | ";

// What a release is headed with, without blanks.
constexpr std::array<std::string_view, 10> kNames = {
    "보도자료", "보도참고자료", "보도설명자료", "보도해명자료", "참고자료",
    "설명자료", "해명자료",     "언론보도자료", "브리핑자료",   "즉시보도"};

// Labels before a date, without blanks. Of two that begin alike the longer one comes first.
constexpr std::array<std::string_view, 5> kEmbargoLabels = {"보도시점", "보도일시", "보도일자",
                                                            "보도시기", "보도일"};
constexpr std::array<std::string_view, 11> kIssueLabels = {
    "배포일시", "배포일자", "배포시점", "배포일", "배포",  "자료제공일",
    "제공일자", "제공일",   "발표일시", "발표일", "작성일"};

// Labels of other rows in a release's head, without blanks.
constexpr std::array<std::string_view, 25> kRowLabels = {
    "담당부서", "담당과장", "담당자", "담당과", "담당",   "책임자", "연락처",  "전화", "문의",
    "매수",     "총매수",   "쪽수",   "사진",   "첨부",   "붙임",   "별첨",    "자료", "출처",
    "수신",     "발신",     "발신자", "배포처", "작성자", "작성과", "홈페이지"};

// Requests to print the release, as a sentence or as a label.
constexpr std::array<std::string_view, 6> kRequests = {"보도하여 주", "보도해 주", "보도 가능",
                                                       "즉시 보도",   "즉시보도",  "보도 바랍니다"};

constexpr std::array<std::string_view, 2> kLetterLabels = {"수신", "수신자"};
constexpr std::array<std::string_view, 3> kTitleLabels = {"제목", "보도제목", "자료제목"};

// What a paragraph or an item of the text begins with.
constexpr std::array<std::string_view, 16> kItemMarks = {"□", "■", "○", "●", "◦", "◇", "◆", "◈",
                                                         "❍", "▲", "△", "▶", "☞", "※", "*", "ㅇ"};

// Ends of labels whose value is a detail and cannot be the title: `조달번호 : 25-104`,
// `(단위: 명)`.
constexpr std::array<std::string_view, 17> kFactLabels = {
    "번호",   "일자", "일시", "기한", "기간",   "장소",   "기관", "부서", "담당",
    "담당자", "성명", "전화", "문의", "연락처", "이메일", "단위", "금액"};

// Who gets a letter or an application: `한빛시장 귀하`.
constexpr std::array<std::string_view, 2> kAddresses = {"귀하", "귀중"};

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t border = line.find(kCellBorder);
    cells.push_back(trim(line.substr(0, border)));
    if (border == line.npos) return cells;
    line.remove_prefix(border + kCellBorder.size());
  }
}

struct HeadLine {
  std::string_view text;  // trimmed
  std::size_t begin;      // in the text, and behind its newline
  std::size_t end;
};

// The first lines that are not blank, up to one that is too long for a head.
std::vector<HeadLine> head_lines(std::string_view text) {
  std::vector<HeadLine> lines;
  for (std::size_t at = 0; at < text.size() && lines.size() < kLinesOfHead;) {
    const std::size_t newline = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, newline - at));
    const std::size_t end = std::min(newline + 1, text.size());
    if (line.size() > kLongestLine) break;
    if (!line.empty()) lines.push_back({line, at, end});
    at = end;
  }
  return lines;
}

// What stands behind one of `labels` that `text` begins with, blanks within the label or not; no
// value if it begins with none.
std::optional<std::string_view> behind_label(std::string_view text, Words labels) {
  for (const std::string_view label : labels) {
    std::size_t at = 0;
    std::size_t matched = 0;
    while (at < text.size() && matched < label.size()) {
      if (text[at] == label[matched]) {
        ++matched;
      } else if (matched == 0 || (text[at] != ' ' && text[at] != '\t')) {
        break;
      }
      ++at;
    }
    if (matched < label.size()) continue;
    const std::string_view rest = text.substr(at);
    const bool ends = rest.empty() || !starts_char(rest.front()) ||
                      std::string_view(" \t:|([").find(rest.front()) != rest.npos ||
                      is_ascii_digit(static_cast<unsigned char>(rest.front())) ||
                      rest.front() == '\'';
    if (ends || rest.starts_with("：") || rest.starts_with("’")) return rest;
  }
  return std::nullopt;
}

// `2025. 3. 5.(수) 조간`, `'25.3.5.(수)`, `: 2025년 3월 5일(수) 12:00`; what stands before is
// passed over where it is short: `즉시 (2025. 3. 5.)`, `배포 즉시`.
std::string date_in(std::string_view text) {
  constexpr std::size_t kFarthest = 40;  // bytes
  for (std::size_t at = 0; at < text.size() && at < kFarthest; ++at) {
    const bool digit = is_ascii_digit(static_cast<unsigned char>(text[at]));
    const bool after_digit = at > 0 && is_ascii_digit(static_cast<unsigned char>(text[at - 1]));
    if (!digit || after_digit) continue;
    const bool quoted = at > 0 && text[at - 1] == '\'';
    std::string date = parse_date(text.substr(quoted ? at - 1 : at));
    if (date.size() >= std::string_view("2025-03-05").size()) return date;
  }
  return {};
}

// The date behind the first of `labels` that one follows, in its cell, the next one or the next
// line.
std::string labelled_date(const std::vector<HeadLine>& lines, Words labels) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::string_view> cells = cells_of(lines[i].text);
    const std::size_t own = cells.size();
    if (i + 1 < lines.size()) cells.push_back(cells_of(lines[i + 1].text).front());
    for (std::size_t c = 0; c < own; ++c) {
      const auto rest = behind_label(cells[c], labels);
      if (!rest) continue;
      std::string date = date_in(*rest);
      if (date.empty() && trim(*rest).empty() && c + 1 < cells.size()) date = date_in(cells[c + 1]);
      if (!date.empty()) return date;
    }
  }
  return {};
}

bool has_label(std::string_view line, Words labels) {
  const std::vector<std::string_view> cells = cells_of(line);
  return std::any_of(cells.begin(), cells.end(),
                     [&](std::string_view cell) { return behind_label(cell, labels).has_value(); });
}

// `보 도 자 료`, `보도자료 | 한빛시`, `[보도자료]`.
bool is_name(std::string_view line) {
  const std::vector<std::string_view> cells = cells_of(line);
  return std::any_of(cells.begin(), cells.end(), [](std::string_view cell) {
    std::string plain = without_blanks(cell);
    std::erase_if(plain,
                  [](char c) { return std::string_view("[]()<>").find(c) != std::string::npos; });
    plain.resize(plain.find_last_not_of("0123456789") + 1);  // 보도 참고자료 2
    return std::find(kNames.begin(), kNames.end(), plain) != kNames.end();
  });
}

bool is_row_of_head(std::string_view line) {
  return is_name(line) || has_any(line, kRequests) || line.starts_with("※") ||
         has_label(line, kEmbargoLabels) || has_label(line, kIssueLabels) ||
         has_label(line, kRowLabels) || line.find(kCellBorder) != line.npos;
}

// A label, and nothing else: what it is for stands in the next line.
bool is_bare_label(std::string_view line) {
  constexpr std::array<Words, 3> kAll = {kEmbargoLabels, kIssueLabels, kRowLabels};
  return std::any_of(kAll.begin(), kAll.end(), [&](Words labels) {
    const auto rest = behind_label(line, labels);
    return rest && trim(*rest).empty();
  });
}

// True where the story begins: a sentence, or an item of a list.
bool begins_text(std::string_view line) {
  return line.ends_with("다.") || begins_with_any(line, kItemMarks) ||
         count_chars(line) > kLongestTitle;
}

// `2025년 보고서`: a year and what is of that year, but no date.
bool is_of_a_year(std::string_view line) {
  constexpr std::size_t kDigits = 4;
  constexpr std::string_view kYear = "년";
  const bool has_year =
      line.size() > kDigits &&
      std::all_of(line.begin(), line.begin() + kDigits,
                  [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }) &&
      line.substr(kDigits).starts_with(kYear);
  if (!has_year || line.find("월") != line.npos) return false;
  const std::string rest = without_blanks(line.substr(kDigits + kYear.size()));
  constexpr std::size_t kFewest = 2;  // letters
  return count_chars(rest) >= kFewest && std::none_of(rest.begin(), rest.end(), [](char c) {
           return is_ascii_digit(static_cast<unsigned char>(c));
         });
}

// A date, a page, a count of pages: fewer than half of the characters are letters.
bool is_mostly_numbers(std::string_view line) {
  if (is_of_a_year(line)) return false;
  const auto marks = std::count_if(line.begin(), line.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 &&
           !is_ascii_letter(static_cast<unsigned char>(c)) && c != ' ';
  });
  return static_cast<std::size_t>(marks) * 2 >= count_chars(without_blanks(line));
}

// The first line that is a date and nothing else, in a release that has none behind a label.
std::string bare_date(const std::vector<HeadLine>& lines) {
  for (const HeadLine& line : lines) {
    if (begins_text(line.text)) break;
    if (!is_mostly_numbers(line.text)) continue;
    if (std::string date = date_in(line.text); !date.empty()) return date;
  }
  return {};
}

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
  if (chars < kShortestTitle || chars > kLongestTitle || is_mostly_numbers(line)) return false;
  // One word is the name of an office, or a heading.
  return line.find(' ') != line.npos;
}

// `- 시장 상인 120명에게 6월까지 -`
bool is_subtitle(std::string_view line) {
  return line.size() > 2 && line.starts_with('-') && line.ends_with('-');
}

// A title that is a sentence, as those that answer a report are: a subtitle stands below it.
bool is_titled_sentence(const std::vector<HeadLine>& lines, std::size_t at) {
  const std::string_view line = lines[at].text;
  return line.ends_with("다.") && count_chars(line) <= kLongestTitle &&
         !begins_with_any(line, kItemMarks) && at + 1 < lines.size() &&
         is_subtitle(lines[at + 1].text);
}

// The line that is the title of a release; nullptr if none is before its text.
const HeadLine* title_of_release(const std::vector<HeadLine>& lines) {
  bool in_head = false;  // a row of it came before: what stands above is a slogan or a subtitle
  const bool has_head = std::any_of(lines.begin(), lines.end(),
                                    [](const HeadLine& line) { return is_row_of_head(line.text); });
  bool is_value = false;  // of the label before it
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const HeadLine& line = lines[i];
    const bool belongs = std::exchange(is_value, is_bare_label(line.text));
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

// The same of another document: of the lines before its text the first of several words, else the
// first one.
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

// `제목: 도서관 열다`, `제 목 | 도서관 열다`; in a letter, which says who gets it, also `제목
// 도서관 열다`.
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
    if (count_chars(title) <= kLongestTitle) return std::string(title);
  }
  return {};
}

std::string without_line(std::string_view text, const HeadLine& line) {
  std::string out(text.substr(0, line.begin));
  return std::string(trim(out.append(text.substr(line.end))));
}

struct Titled {
  std::string title;
  std::string body;
};

Titled titled(std::string_view text, const std::vector<HeadLine>& lines, bool is_release) {
  if (std::string title = labelled_title(lines); !title.empty()) {
    return {std::move(title), std::string(trim(text))};
  }
  const HeadLine* const line = is_release ? title_of_release(lines) : title_of_document(lines);
  if (line == nullptr) return {{}, std::string(trim(text))};
  return {std::string(line->text), without_line(text, *line)};
}

// A year or the number of a file is none.
std::string title_of_properties(std::string_view text) {
  const bool has_letters = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(static_cast<unsigned char>(c));
  });
  return has_letters ? with_spread_words_joined(text) : std::string();
}

// Programs without a clock write 1970 or 1601.
std::string date_of_properties(std::string_view text) {
  std::string date = parse_date(text);
  return date < "1990" ? std::string() : date;
}

bool is_release(const std::vector<HeadLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const HeadLine& line) {
    return is_name(line.text) || has_label(line.text, kEmbargoLabels);
  });
}

}  // namespace

ReleaseHead read_release_head(std::string_view text) {
  const std::vector<HeadLine> lines = head_lines(text);
  ReleaseHead head;
  head.is_release = is_release(lines);
  head.date = labelled_date(lines, kEmbargoLabels);
  if (head.date.empty()) head.date = labelled_date(lines, kIssueLabels);
  if (head.is_release && head.date.empty()) head.date = bare_date(lines);
  if (head.is_release) head.title = titled(text, lines, true).title;
  return head;
}

Article article_from_document(std::string_view document, const DocumentFacts& facts) {
  const std::string text = with_spread_words_joined(document);
  const std::string styled_title = with_spread_words_joined(trim(facts.styled_title));
  const std::vector<HeadLine> lines = head_lines(text);
  const ReleaseHead head = read_release_head(text);
  const auto styled = std::find_if(lines.begin(), lines.end(),
                                   [&](const HeadLine& line) { return line.text == styled_title; });
  Titled parts;
  if (head.title.empty() && !styled_title.empty()) {
    parts.title = styled_title;
    parts.body = styled == lines.end() ? std::string(trim(text)) : without_line(text, *styled);
  } else {
    parts = titled(text, lines, head.is_release);
  }
  Article article;
  article.title =
      parts.title.empty() ? title_of_properties(facts.core_title) : std::move(parts.title);
  article.body = std::move(parts.body);
  article.date = head.date.empty() ? day_of_signature(text) : head.date;
  if (article.date.empty()) article.date = date_of_properties(facts.date);
  return article;
}

}  // namespace gisa
