#include "indexer/news/release_head.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/cell_border.h"
#include "common/text/utf8.h"
#include "indexer/news/blanks.h"
#include "indexer/news/date.h"

namespace gisa {

namespace {

constexpr std::size_t kLinesOfHead = 40;
constexpr std::size_t kLongestLine = 2000;  // bytes

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

// Mottoes of governments, which their releases have above the title.
constexpr std::array<std::string_view, 4> kMottoes = {"국민의 나라", "국민이 주인인 나라",
                                                      "함께 행복한 대한민국", "나라를 나라답게"};

// What a paragraph or an item of the text begins with.
constexpr std::array<std::string_view, 16> kItemMarks = {"□", "■", "○", "●", "◦", "◇", "◆", "◈",
                                                         "❍", "▲", "△", "▶", "☞", "※", "*", "ㅇ"};

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t border = line.find(kCellBorder);
    cells.push_back(trim(line.substr(0, border)));
    if (border == line.npos) return cells;
    line.remove_prefix(border + kCellBorder.size());
  }
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

// A date that stands in the line with that number, with the time that a narrow cell broke into the
// next line: `2025. 3. 12.(수)`, `11:00`.
std::string with_time(std::string date, const std::vector<HeadLine>& lines, std::size_t at) {
  constexpr std::size_t kDay = std::string_view("2025-03-05").size();
  constexpr std::size_t kLongestTime = std::string_view("11:00").size();
  if (date.size() != kDay || at + 1 >= lines.size()) return date;
  const std::string_view next = lines[at + 1].text;
  if (next.size() > kLongestTime || next.find(':') == next.npos) return date;
  std::string whole = parse_date(date + " " + std::string(next));
  return whole.empty() ? date : whole;
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
      std::size_t line = i;
      if (date.empty() && trim(*rest).empty() && c + 1 < cells.size()) {
        date = date_in(cells[c + 1]);
        line = c + 1 < own ? i : i + 1;
      }
      if (!date.empty()) return with_time(std::move(date), lines, line);
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

// The first line that is a date and nothing else, in a release that has none behind a label.
std::string bare_date(const std::vector<HeadLine>& lines) {
  for (const HeadLine& line : lines) {
    if (begins_text(line.text)) break;
    if (!is_mostly_numbers(line.text)) continue;
    if (std::string date = date_in(line.text); !date.empty()) return date;
  }
  return {};
}

}  // namespace

std::vector<HeadLine> head_lines(std::string_view document) {
  std::vector<HeadLine> lines;
  for (std::size_t at = 0; at < document.size() && lines.size() < kLinesOfHead;) {
    const std::size_t newline = std::min(document.find('\n', at), document.size());
    const std::string_view line = trim(document.substr(at, newline - at));
    const std::size_t end = std::min(newline + 1, document.size());
    if (line.size() > kLongestLine) break;
    if (!line.empty()) lines.push_back({line, at, end});
    at = end;
  }
  return lines;
}

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

bool is_release(const std::vector<HeadLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const HeadLine& line) {
    return is_name(line.text) || has_label(line.text, kEmbargoLabels);
  });
}

std::string date_of_head(const std::vector<HeadLine>& lines) {
  std::string date = labelled_date(lines, kEmbargoLabels);
  if (date.empty()) date = labelled_date(lines, kIssueLabels);
  if (date.empty() && is_release(lines)) date = bare_date(lines);
  return date;
}

bool is_row_of_head(std::string_view line) {
  return is_name(line) || has_any(line, kRequests) || has_any(line, kMottoes) ||
         line.starts_with("※") || has_label(line, kEmbargoLabels) ||
         has_label(line, kIssueLabels) || has_label(line, kRowLabels) ||
         line.find(kCellBorder) != line.npos;
}

BareLabel bare_label(std::string_view line) {
  const auto is_one_of = [&](Words labels) {
    const auto rest = behind_label(line, labels);
    return rest && trim(*rest).empty();
  };
  if (is_one_of(kEmbargoLabels) || is_one_of(kIssueLabels)) return BareLabel::of_date;
  return is_one_of(kRowLabels) ? BareLabel::other : BareLabel::none;
}

bool has_date(std::string_view line) { return !date_in(line).empty(); }

bool begins_item(std::string_view line) { return begins_with_any(line, kItemMarks); }

bool begins_text(std::string_view line) {
  return line.ends_with("다.") || begins_item(line) || count_chars(line) > kLongestDocumentTitle;
}

bool is_mostly_numbers(std::string_view line) {
  if (is_of_a_year(line)) return false;
  const auto marks = std::count_if(line.begin(), line.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80 &&
           !is_ascii_letter(static_cast<unsigned char>(c)) && c != ' ';
  });
  return static_cast<std::size_t>(marks) * 2 >= count_chars(without_blanks(line));
}

}  // namespace gisa
