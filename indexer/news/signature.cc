#include "indexer/news/signature.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "indexer/news/story.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestLine = 60;     // characters of a line that is a signature
constexpr std::size_t kLongestSigners = 40;  // between a bracket and its =

// A longer role before the shorter one that it ends with.
constexpr std::array<std::string_view, 9> kRoles = {" 인턴 기자", " 인턴기자", " 수습기자",
                                                    " 선임기자",  " 전문기자", " 기자",
                                                    " 특파원",    " 논설위원", " 통신원"};

constexpr std::array<std::array<std::string_view, 2>, 3> kBrackets = {
    {{"(", ")"}, {"[", "]"}, {"【", "】"}}};

constexpr std::array<std::string_view, 6> kBetweenNames = {"·", "ㆍ", ",", ";", "/", "&"};

// What a reporter may be besides: `사진기자`, `출입기자` are nobody's name.
constexpr std::array<std::string_view, 10> kKinds = {"사진", "촬영", "영상", "취재", "시민",
                                                     "객원", "인턴", "수습", "출입", "선임"};

// Where a name and 기자 are one word: `이하늘기자`.
std::size_t end_of_glued_name(std::string_view text) {
  constexpr std::string_view kRole = "기자";
  constexpr std::size_t kLongestName = 4;  // characters
  const std::size_t at = text.find(kRole);
  if (at == std::string_view::npos || at == 0 || text[at - 1] == ' ') return text.npos;
  const std::string_view after = text.substr(at + kRole.size());
  if (!after.empty() && after.front() != ' ' && after.front() != '=') return text.npos;
  std::string_view name = text.substr(0, at);
  name.remove_prefix(name.find_last_of(" =·,") + 1);  // npos + 1 is 0
  const std::size_t chars = count_chars(name);
  const bool is_kind = std::find(kKinds.begin(), kKinds.end(), name) != kKinds.end();
  return chars >= 2 && chars <= kLongestName && !is_kind ? at : text.npos;
}

// The press, and the names behind the last blank, that stand before a role.
Signature split_signers(std::string_view before) {
  before.remove_prefix(before.rfind('=') + 1);  // npos + 1 is 0: 상하이=정해린 기자
  const std::size_t blank = before.rfind(' ');
  if (blank == std::string_view::npos) return {{}, before};
  return {trim(before.substr(0, blank)), trim(before.substr(blank))};
}

// `김서연 기자`, `배수지·민규리 기자`, `가람신문 서지완 기자`.
Signature read_signers(std::string_view text) {
  for (const std::string_view role : kRoles) {
    const std::size_t at = text.find(role);
    if (at == std::string_view::npos) continue;
    const std::string_view after = text.substr(at + role.size());
    if (!after.empty() && after.front() != ' ' && after.front() != '=' && after.front() != '(')
      continue;  // 기자회견
    return split_signers(trim(text.substr(0, at)));
  }
  return {};
}

// Between brackets, where the form tells that somebody signs.
Signature read_bracketed_signers(std::string_view text) {
  const Signature found = read_signers(text);
  if (!found.names.empty()) return found;
  const std::size_t end = end_of_glued_name(text);
  return end == std::string_view::npos ? Signature{} : split_signers(text.substr(0, end));
}

// `스포츠다온 | 장충`: the press comes first.
std::string_view before_bar(std::string_view press) {
  return trim(press.substr(0, press.find('|')));
}

// `- 전 다온일보(문화부) 기자` is a line of somebody's life.
bool are_names(std::string_view names) {
  return !names.empty() && names.find_first_of("()[]<>/.0123456789") == std::string_view::npos;
}

// Newspapers that go by two syllables. Others that stand so before a reporter are a place:
// `(세종=...)`.
constexpr std::array<std::string_view, 9> kShortNames = {"경향", "국민", "동아", "매경", "연합",
                                                         "조선", "중앙", "한경", "한국"};

bool is_place(std::string_view left) {
  const bool two_syllables = left.size() == 6 && is_hangul_syllable(decode_char(left, 0).value) &&
                             is_hangul_syllable(decode_char(left, 3).value);
  return two_syllables &&
         std::find(kShortNames.begin(), kShortNames.end(), left) == kShortNames.end();
}

bool is_credit(std::string_view press) { return press == "사진" || press == "글"; }

bool ends_with_role(std::string_view text) {
  return text.ends_with("기자") || text.ends_with("특파원") || text.ends_with("논설위원");
}

// A line that begins with brackets. Round ones without somebody who signs are an aside:
// `(쌀값=10만원)`.
struct Bracketed {
  bool round = false;
  std::string_view left;   // of the = between them
  std::string_view right;  // of it, or all if there is none
  bool has_sign = false;
  std::string_view after;
  std::size_t behind = 0;  // where `after` begins
};

std::optional<Bracketed> bracketed(std::string_view line) {
  for (const auto& [open, close] : kBrackets) {
    if (!line.starts_with(open)) continue;
    const std::size_t end = line.find(close);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view inside = line.substr(open.size(), end - open.size());
    const std::size_t sign = inside.find('=');
    Bracketed found;
    found.round = open == "(";
    found.has_sign = sign != std::string_view::npos;
    if (found.has_sign) found.left = trim(inside.substr(0, sign));
    found.right = trim(inside.substr(found.has_sign ? sign + 1 : 0));
    found.behind = end + close.size();
    found.after = line.substr(found.behind);
    return found;
  }
  return std::nullopt;
}

// (한빛경제=김서연 기자)
Signature read_credited(std::string_view line) {
  const auto found = bracketed(line);
  if (!found || !found->has_sign) return {};
  const Signature signers = read_bracketed_signers(found->right);
  if (signers.names.empty()) return {};
  const bool has_press = is_credit(found->left) || !is_place(found->left);
  return {has_press ? before_bar(found->left) : signers.press, signers.names, found->behind};
}

// [서울=다온뉴스] 박도윤 기자 =
Signature read_dispatched(std::string_view line) {
  const auto found = bracketed(line);
  if (!found || !found->has_sign) return {};
  const std::size_t end = found->after.find('=');
  const std::string_view between = found->after.substr(0, end);
  if (end == std::string_view::npos && !ends_with_role(between)) return {};
  if (count_chars(between) > kLongestSigners) return {};
  const Signature signers = read_bracketed_signers(between);
  if (signers.names.empty()) return {};
  const std::size_t sign = end == std::string_view::npos ? 0 : 1;
  return {found->right, signers.names, found->behind + between.size() + sign};
}

// [서울=다온뉴스] and the text
Signature read_placed(std::string_view line) {
  const auto found = bracketed(line);
  const bool holds = found && found->has_sign && !found->round && !found->after.empty();
  return holds ? Signature{found->right, {}, found->behind} : Signature{};
}

// [다온뉴스 박도윤 기자]
Signature read_enclosed(std::string_view line) {
  const auto found = bracketed(line);
  const bool holds = found && !found->has_sign && ends_with_role(found->right) &&
                     count_chars(found->right) <= kLongestSigners;
  if (!holds) return {};
  Signature signers = read_bracketed_signers(found->right);
  signers.press = before_bar(signers.press);
  signers.length = signers.names.empty() ? 0 : found->behind;
  return signers;
}

// A line that is a signature and nothing else; `손씨는 방송국 기자 출신이다.` is none.
Signature read_line(std::string_view line) {
  if (count_chars(line) > kLongestLine || line.ends_with('.') || bracketed(line)) return {};
  if (sentence_end(line) != std::string_view::npos) return {};  // 갖췄다. /김서연 기자
  const bool closed = ends_with_role(line) || line.ends_with('=');
  if (!closed && line.find('@') == std::string_view::npos) return {};
  Signature signers = read_signers(line);
  signers.length = line.size();
  return are_names(signers.names) ? signers : Signature{};
}

constexpr std::array<SignatureForm, 5> kForms = {{{"press=reporter", read_credited},
                                                  {"place=press-reporter", read_dispatched},
                                                  {"place=press", read_placed},
                                                  {"enclosed-reporter", read_enclosed},
                                                  {"reporter-line", read_line}}};

std::string_view without_role(std::string_view name) {
  for (const std::string_view role : kRoles) {
    if (name.ends_with(role)) return trim(name.substr(0, name.size() - role.size()));
  }
  return trim(name);
}

}  // namespace

std::span<const SignatureForm> signature_forms() { return kForms; }

Signature read_signature(std::string_view line, const SignatureForm** form) {
  if (form != nullptr) *form = nullptr;
  for (const SignatureForm& candidate : kForms) {
    const Signature found = candidate.read(line);
    if (found.length == 0) continue;
    if (is_credit(found.press)) return {};
    if (form != nullptr) *form = &candidate;
    return found;
  }
  return {};
}

std::string plain_byline(std::string_view byline) {
  const std::size_t at = byline.find('@');
  if (at != std::string_view::npos) {
    const std::size_t before = byline.find_last_of(" (<[", at);
    byline = trim(byline.substr(0, before == std::string_view::npos ? 0 : before));
  }
  return std::string(without_role(byline));
}

std::vector<std::string> names_in_byline(std::string_view byline) {
  std::vector<std::string> names;
  while (!byline.empty()) {
    std::size_t end = byline.size();
    std::size_t width = 0;
    for (const std::string_view sign : kBetweenNames) {
      const std::size_t at = byline.find(sign);
      if (at >= end) continue;
      end = at;
      width = sign.size();
    }
    const std::string_view name = without_role(trim(byline.substr(0, end)));
    if (!name.empty()) names.emplace_back(name);
    byline.remove_prefix(end + width);
  }
  return names;
}

}  // namespace gisa
