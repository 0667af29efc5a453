#include "indexer/news/line_kind.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "common/news/words.h"
#include "common/text/cell_border.h"
#include "common/text/utf8.h"
#include "indexer/news/date.h"
#include "indexer/news/signature.h"
#include "indexer/news/story.h"

namespace gisa {

namespace {

// Lists, questions of an interview, obituaries and appointments bear the same marks: a caption is
// known by whose picture it is, or by naming the picture.
constexpr std::array<std::string_view, 3> kCaptionMarks = {"▲", "△", "▼"};
constexpr std::array<std::string_view, 8> kMarkedCredits = {"사진=", "사진 =", "(사진", "[사진",
                                                            "ⓒ",     "©",      "제공)", "캡처"};
constexpr std::array<std::string_view, 6> kPictures = {"모습",  "모습.", "장면",
                                                       "장면.", "전경",  "전경."};
constexpr std::array<std::string_view, 5> kCaptionBrackets = {"[사진", "(사진", "《사진", "<사진",
                                                              "〈사진"};
constexpr std::array<std::string_view, 11> kCaptionCredits = {
    "그래픽=",   "일러스트=",  "사진=",     "사진 =",          "사진제공=",      "사진 제공=",
    "/사진제공", "/사진 제공", "(사진제공", "/사진공동취재단", "사진공동취재단>"};
constexpr std::array<std::string_view, 4> kCaptionCreditSigns = {"=", "/", "(",
                                                                 ">"};  // one in each
constexpr std::array<std::string_view, 11> kAgencies = {"연합뉴스",   "뉴시스", "뉴스1", "뉴스",
                                                        "AP",         "AFP",    "EPA",   "로이터",
                                                        "게티이미지", "DB",     "사진"};
constexpr std::array<std::string_view, 9> kProviders = {
    "제공", "기자", "캡처", "캡쳐", "작가", "페이스북", "인스타그램", "유튜브", "홈페이지"};
constexpr std::array<std::string_view, 2> kCopyrightSigns = {"ⓒ", "©"};
constexpr std::array<std::string_view, 4> kReservations = {"무단전재", "무단 전재", "재배포 금지",
                                                           "All rights reserved"};
constexpr std::array<std::string_view, 2> kAppeals = {"제보받습니다", "제보를 기다립니다"};
constexpr std::array<std::string_view, 3> kAddresses = {"http://", "https://", "www."};
constexpr std::array<std::string_view, 9> kPromotionMarks = {"▶", "▷", "※", "☞", "■",
                                                             "◎", "[", "<", "《"};
constexpr std::array<std::string_view, 6> kPromotions = {"제보",     "카카오톡", "바로가기",
                                                         "기사보기", "관련기사", "크게보기"};
constexpr std::array<std::string_view, 5> kSubscriptions = {"구독하기", "구독신청", "구독 신청",
                                                            "무료 구독", "유료회원"};
constexpr std::array<std::string_view, 8> kSourceMarks = {
    "출처=", "출처:", "출처 :", "자료=", "자료:", "자료 :", "[출처", "(출처"};
constexpr std::array<std::string_view, 4> kCameras = {"촬영기자", "영상편집", "영상취재",
                                                      "그래픽:"};
constexpr std::array<std::string_view, 12> kHeadingMarks = {"◆", "◇", "■", "□",   "▶",    "▷",
                                                            "○", "●", "◎", "## ", "### ", "❚"};
constexpr std::array<std::array<std::string_view, 2>, 6> kEnclosures = {
    {{"【", "】"}, {"<", ">"}, {"[", "]"}, {"〈", "〉"}, {"《", "》"}, {"◀", "▶"}}};

// What is said of a press release in its tables, without blanks: `담당 부서 | 하천과 | 책임자 |
// ...`.
constexpr std::array<std::string_view, 18> kReleaseLabels = {
    "보도시점", "보도일시", "보도일자", "배포일시", "배포일자", "배포시점",
    "배포일",   "담당부서", "담당과장", "담당자",   "책임자",   "연락처",
    "담당과",   "문의처",   "전화번호", "문의",     "담당",     "총괄"};
constexpr std::array<std::string_view, 6> kContactLabels = {"담당",   "문의", "연락처",
                                                            "책임자", "전화", "☎"};
constexpr std::array<std::string_view, 2> kSites = {"누리집", "홈페이지"};
constexpr std::array<std::string_view, 4> kSiteSigns = {"www.", "http", ".kr", ".com"};

bool ends_a_sentence(std::string_view line) {
  return line.ends_with("다.") || line.ends_with("다") || line.ends_with("요.");
}

bool is_enclosed(std::string_view line) {
  return std::any_of(kEnclosures.begin(), kEnclosures.end(), [&](const auto& pair) {
    const auto& [open, close] = pair;
    return line.starts_with(open) && line.ends_with(close) &&
           line.find(close) == line.size() - close.size();
  });
}

constexpr std::size_t kLongestCredit = 20;  // characters

// What follows the last slash, where it is short: whose picture it is.
std::string_view credit_of(std::string_view line) {
  while (line.ends_with('.') || line.ends_with(')') || line.ends_with(' ')) line.remove_suffix(1);
  const void* const slash = ::memrchr(line.data(), '/', line.size());
  if (slash == nullptr) return {};
  const auto at = static_cast<std::size_t>(static_cast<const char*>(slash) - line.data());
  const std::string_view credit = trim(line.substr(at + 1));
  return count_chars(credit) <= kLongestCredit ? credit : std::string_view();
}

// `농민들이 모여 있다. /농민회`: no list, which has blanks on both sides of its slashes.
bool ends_with_slashed_credit(std::string_view line) {
  const std::string_view credit = credit_of(line);
  if (credit.empty() || line.find("://") != std::string_view::npos) return false;
  const std::string_view before = line.substr(0, line.rfind('/'));
  const bool attached = line[before.size() + 1] != ' ';
  return before.ends_with('.') || before.ends_with(". ") || (attached && before.ends_with(' ')) ||
         (attached && before.empty());
}

// `국회 본회의장 ⓒ다온뉴스`, as opposed to `ⓒ 다온뉴스`.
bool ends_with_copyright(std::string_view line) {
  if (!has_any(line, kCopyrightSigns)) return false;  // as nearly all; rfind is slow
  return std::any_of(kCopyrightSigns.begin(), kCopyrightSigns.end(), [&](std::string_view sign) {
    const std::size_t at = line.rfind(sign);
    return at != std::string_view::npos && at > 0 &&
           count_chars(line.substr(at)) <= kLongestCredit + 1;
  });
}

// `kim@daon.example`, or a reporter's name before it.
bool has_mail(std::string_view line) {
  const std::size_t at = line.find('@');
  return at != std::string_view::npos && line.find('.', at) != std::string_view::npos;
}

// True if a cell of a row of a table is one of a release's labels. Blanks part the letters of some.
bool is_row_of_release(std::string_view line) {
  if (line.find(kCellBorder) == std::string_view::npos) return false;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t border = std::min(line.find(kCellBorder, at), line.size());
    std::string cell(line.substr(at, border - at));
    std::erase(cell, ' ');
    if (std::find(kReleaseLabels.begin(), kReleaseLabels.end(), cell) != kReleaseLabels.end()) {
      return true;
    }
    at = border + kCellBorder.size();
  }
  return false;
}

// `02-120-1234`, `(063-238-0000)`: groups of digits with a dash between them, so many in all.
bool has_telephone(std::string_view line) {
  constexpr int kFewestDigits = 7;
  int digits = 0;
  bool dash = false;
  for (const char c : line) {
    if (c >= '0' && c <= '9') {
      if (++digits >= kFewestDigits && dash) return true;
    } else if (c == '-' && digits > 0) {
      dash = true;
    } else {
      digits = 0;
      dash = false;
    }
  }
  return false;
}

// `- 3 -`, `- 3/12 -`
bool is_page_number(std::string_view line) {
  constexpr std::array<std::string_view, 3> kDashes = {"-", "–", "—"};
  const std::size_t before = length_of_any(line, kDashes);
  if (before == 0 || !ends_with_any(line, kDashes) || line.size() > 20) return false;
  const std::string_view inner = trim(line.substr(before, line.size() - 2 * before));
  return !inner.empty() && inner.find_first_not_of("0123456789/ ") == std::string_view::npos;
}

// A heading or a caption's mark is one short line; a paragraph that happens to begin with such a
// sign (○ 고흥군은 ... 밝혔다.) is text.
constexpr std::array<LineRule, 25> kRules = {{
    {"notice-rights", LineKind::notice, 120, true,
     [](std::string_view line) { return has_any(line, kReservations); }},
    {"notice-appeal", LineKind::notice, 150, true,
     [](std::string_view line) { return has_any(line, kAppeals); }},
    {"caption-mark", LineKind::caption, 300, true,
     [](std::string_view line) {
       return begins_with_any(line, kCaptionMarks) &&
              (has_any(line, kMarkedCredits) || ends_with_any(line, kPictures));
     }},
    {"caption-bracket", LineKind::caption, 300, true,
     [](std::string_view line) { return begins_with_any(line, kCaptionBrackets); }},
    {"caption-credit", LineKind::caption, 300, true,
     [](std::string_view line) {
       return has_any(line, kCaptionCreditSigns) && has_any(line, kCaptionCredits);
     }},
    {"caption-agency", LineKind::caption, 300, true,
     [](std::string_view line) { return ends_with_any(credit_of(line), kAgencies); }},
    {"caption-provider", LineKind::caption, 300, true,
     [](std::string_view line) { return ends_with_any(credit_of(line), kProviders); }},
    {"caption-slash", LineKind::caption, 300, true, ends_with_slashed_credit},
    {"caption-copyright", LineKind::caption, 300, true, ends_with_copyright},
    {"caption-archive", LineKind::caption, 150, true,
     [](std::string_view line) {
       return line.ends_with("자료사진") || line.ends_with("자료사진.");
     }},
    {"notice-copyright", LineKind::notice, 120, true,
     [](std::string_view line) { return has_any(line, kCopyrightSigns); }},
    {"notice-mail", LineKind::notice, 50, false, has_mail},
    {"notice-release-row", LineKind::notice, 200, false, is_row_of_release},
    {"notice-contact", LineKind::notice, 80, false,
     [](std::string_view line) {
       return begins_with_any(line, kContactLabels) && has_telephone(line);
     }},
    {"notice-site", LineKind::notice, 80, false,
     [](std::string_view line) {
       return begins_with_any(line, kSites) && has_any(line, kSiteSigns);
     }},
    {"notice-page", LineKind::notice, 20, true, is_page_number},
    {"notice-dateline", LineKind::notice, 120, false, is_dateline},
    {"notice-address", LineKind::notice, 120, false,
     [](std::string_view line) {
       return begins_with_any(line, kAddresses) && line.find(' ') == std::string_view::npos;
     }},
    {"notice-subscription", LineKind::notice, 60, false,
     [](std::string_view line) { return has_any(line, kSubscriptions); }},
    {"notice-source", LineKind::notice, 60, false,
     [](std::string_view line) { return begins_with_any(line, kSourceMarks); }},
    {"notice-promotion", LineKind::notice, 60, false,
     [](std::string_view line) {
       return begins_with_any(line, kPromotionMarks) && has_any(line, kPromotions);
     }},
    {"notice-camera", LineKind::notice, 60, false,
     [](std::string_view line) { return has_any(line, kCameras); }},
    {"notice-signature", LineKind::notice, 60, false,
     [](std::string_view line) { return read_signature(line).length == line.size(); }},
    {"heading-mark", LineKind::heading, 60, false,
     [](std::string_view line) { return begins_with_any(line, kHeadingMarks); }},
    {"heading-enclosed", LineKind::heading, 60, false, is_enclosed},
}};

}  // namespace

std::span<const LineRule> line_rules() { return kRules; }

const LineRule* signed_rule(std::string_view line) {
  line = trim(line);
  constexpr std::size_t kLongest = 300;  // of all rules
  if (line.empty() || line.size() > 4 * kLongest) return nullptr;
  const std::size_t chars = count_chars(line);
  const bool sentence = ends_a_sentence(line);
  const auto* found = std::find_if(kRules.begin(), kRules.end(), [&](const LineRule& rule) {
    return chars <= rule.longest && (rule.may_be_sentence || !sentence) && rule.holds(line);
  });
  return found == kRules.end() ? nullptr : found;
}

std::size_t text_before_notice(std::string_view line, const LineRule& rule) {
  std::size_t text = 0;
  for (std::size_t end = sentence_end(line); end != std::string_view::npos;) {
    const std::string_view rest = line.substr(end);
    if (!rule.holds(trim(rest))) break;
    text = end;
    const std::size_t next = sentence_end(rest);
    end = next == std::string_view::npos ? next : end + next;
  }
  return text;
}

bool has_text_beside(std::string_view line, const LineRule& rule) {
  if (rule.kind == LineKind::caption) return tells_a_story(line);
  return rule.kind == LineKind::notice && text_before_notice(trim(line), rule) > 0;
}

const LineRule* line_rule(std::string_view line) {
  const LineRule* const rule = signed_rule(line);
  return rule == nullptr || has_text_beside(line, *rule) ? nullptr : rule;
}

LineKind classify_line(std::string_view line) {
  if (const LineRule* rule = line_rule(line)) return rule->kind;
  return trim(line).empty() ? LineKind::blank : LineKind::text;
}

}  // namespace gisa
