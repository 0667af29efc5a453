#include "indexer/news/signature.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/news/byline.h"
#include "common/news/press_name.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "indexer/news/story.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestLine = 60;     // characters of a line that is a signature
constexpr std::size_t kLongestSigners = 40;  // between a bracket and its =

constexpr std::array<std::array<std::string_view, 2>, 3> kBrackets = {
    {{"(", ")"}, {"[", "]"}, {"【", "】"}}};

// What a reporter may be besides: `사진기자`, `출입기자` are nobody's name.
constexpr std::array<std::string_view, 10> kKinds = {"사진", "촬영", "영상", "취재", "시민",
                                                     "객원", "인턴", "수습", "출입", "선임"};

// Where a name and its role are one word: `이하늘기자`, `이하늘특파원`.
std::size_t end_of_glued_name(std::string_view text) {
  constexpr std::size_t kLongestName = 4;  // characters
  for (const std::string_view role : {"기자", "특파원"}) {
    const std::size_t at = text.find(role);
    if (at == std::string_view::npos || at == 0 || text[at - 1] == ' ') continue;
    const std::string_view after = text.substr(at + role.size());
    if (!after.empty() && after.front() != ' ' && after.front() != '=') continue;
    std::string_view name = text.substr(0, at);
    name.remove_prefix(name.find_last_of(" =·,") + 1);  // npos + 1 is 0
    const std::size_t chars = count_chars(name);
    const bool is_kind = std::find(kKinds.begin(), kKinds.end(), name) != kKinds.end();
    if (chars >= 2 && chars <= kLongestName && !is_kind && !looks_like_place(name)) return at;
  }
  return text.npos;
}

// The newspaper, and the names behind it, that stand before a role: those behind the last blank,
// and those before that are names as well.
Signature split_signers(std::string_view before) {
  before.remove_prefix(before.rfind('=') + 1);  // npos + 1 is 0: 상하이=정해린 기자
  std::size_t names = before.rfind(' ') + 1;
  const std::string_view last = before.substr(names);
  const std::string_view ahead = trim(before.substr(0, names));
  const bool is_desk = looks_like_place(last) || looks_like_press(last);
  if (is_desk && is_reporter_name(ahead.substr(ahead.rfind(' ') + 1))) {  // 김서연 베이징 특파원
    before = ahead;
    names = before.rfind(' ') + 1;
  }
  std::string_view next = before.substr(names);
  while (names > 1 && is_reporter_name(next)) {
    const std::size_t blank = before.rfind(' ', names - 2) + 1;
    const std::string_view other = trim(before.substr(blank, names - blank));
    if (!is_reporter_name(other)) break;
    names = blank;
    next = other;
  }
  return {press_among(before.substr(0, names)), trim(before.substr(names))};
}

// Where the last role in `text` ends that closes a word; 0 if none does. `role` becomes the role.
std::size_t end_of_last_role(std::string_view text, std::string_view& role) {
  std::size_t last = 0;
  for (const std::string_view candidate : reporter_roles()) {
    for (std::size_t at = text.find(candidate); at != std::string_view::npos;
         at = text.find(candidate, at + 1)) {
      const std::size_t end = at + candidate.size();
      const std::string_view after = text.substr(end);
      const bool closes = after.empty() || after.front() == ' ' || after.front() == '=' ||
                          after.front() == '(' || after.front() == ',' || after.starts_with("·");
      if (!closes || end <= last) continue;  // 기자회견
      last = end;
      role = candidate;
    }
  }
  return last;
}

// `김서연 기자`, `배수지·민규리 기자`, `김서연 기자, 박도윤 특파원`, `가람신문 서지완 기자`.
Signature read_signers(std::string_view text) {
  std::string_view role;
  const std::size_t end = end_of_last_role(text, role);
  if (end == 0) return {};
  const std::string_view before = trim(text.substr(0, end - role.size()));
  Signature signers = split_signers(before);
  // Others who sign before: `이성훈 기자 최민석 기자`.
  std::string_view first_role;
  const std::string_view others =
      before.substr(0, static_cast<std::size_t>(signers.names.data() - before.data()));
  if (end_of_last_role(others, first_role) == 0) return signers;
  const Signature first = read_signers(others);
  if (first.names.empty()) return signers;
  signers.press = first.press;
  signers.names = std::string_view(
      first.names.data(),
      static_cast<std::size_t>(signers.names.data() + signers.names.size() - first.names.data()));
  return signers;
}

// Between brackets, where the form shows that somebody signs.
Signature read_bracketed_signers(std::string_view text) {
  const Signature found = read_signers(text);
  if (!found.names.empty()) return found;
  const std::size_t end = end_of_glued_name(text);
  return end == std::string_view::npos ? Signature{} : split_signers(text.substr(0, end));
}

// `- 전 다온일보(문화부) 기자` is a line of somebody's life.
bool are_names(std::string_view names) {
  return !names.empty() && names.find_first_of("()[]<>/.0123456789") == std::string_view::npos;
}

// 사진=, 글·사진=, 사진 제공=
bool is_credit(std::string_view left) {
  return left.starts_with("사진") || left == "글" || left.starts_with("글·") ||
         left.starts_with("그래픽");
}

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

// Where the bracket closes that `line` begins with: (밀라노(이탈리아)=다온뉴스)
std::size_t end_of_bracket(std::string_view line, std::string_view open, std::string_view close) {
  const std::size_t end = line.find(close);
  const std::size_t inner = line.find(open, open.size());
  return inner < end && end != std::string_view::npos ? line.find(close, end + close.size()) : end;
}

std::optional<Bracketed> bracketed(std::string_view line) {
  for (const auto& [open, close] : kBrackets) {
    if (!line.starts_with(open)) continue;
    const std::size_t end = end_of_bracket(line, open, close);
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

// (한빛경제=김서연 기자), [워싱턴=김서연 특파원], [베이징=다온뉴스 김서연 특파원]
Signature read_credited(std::string_view line) {
  const auto found = bracketed(line);
  if (!found || !found->has_sign || is_credit(found->left)) return {};
  const Signature signers = read_bracketed_signers(found->right);
  if (signers.names.empty()) return {};
  // A correspondent's place may be any.
  const bool is_abroad = found->right.find("특파원") != std::string_view::npos;
  const std::string_view press =
      is_abroad && !looks_like_press(found->left) ? std::string_view() : press_among(found->left);
  return {press.empty() ? signers.press : press, signers.names, found->behind};
}

// What stands behind a place: 다온뉴스, AP/뉴시스.
std::string_view placed_press(const Bracketed& found) {
  const bool has_role = ends_with_role(found.right);
  if (has_role) return {};
  const std::string_view press = press_among(found.right);
  return press.empty() && !looks_like_place(found.right) && count_chars(found.right) > 1 &&
                 found.right.find(' ') == std::string_view::npos
             ? found.right
             : press;
}

// [서울=다온뉴스] 박도윤 기자 =
Signature read_dispatched(std::string_view line) {
  const auto found = bracketed(line);
  if (!found || !found->has_sign || is_credit(found->left)) return {};
  const std::size_t end = found->after.find('=');
  const std::string_view between = found->after.substr(0, end);
  if (end == std::string_view::npos && !ends_with_role(between)) return {};
  if (count_chars(between) > kLongestSigners) return {};
  const Signature signers = read_bracketed_signers(between);
  if (signers.names.empty()) return {};
  const std::size_t sign = end == std::string_view::npos ? 0 : 1;
  return {placed_press(*found), signers.names, found->behind + between.size() + sign};
}

// [서울=다온뉴스] and the text, [서울=김서연]; round brackets only where both sides are what they
// seem to be.
Signature read_placed(std::string_view line) {
  const auto found = bracketed(line);
  if (!found || !found->has_sign || found->after.empty() || is_credit(found->left)) return {};
  if (is_reporter_name(found->right)) {  // [워싱턴=김서연]: a person is no newspaper
    return looks_like_place(found->left) ? Signature{{}, found->right, found->behind} : Signature{};
  }
  const std::string_view press = placed_press(*found);
  const bool certain = looks_like_place(found->left) && looks_like_press(press);
  return !press.empty() && (!found->round || certain) ? Signature{press, {}, found->behind}
                                                      : Signature{};
}

// [다온뉴스 박도윤 기자]
Signature read_enclosed(std::string_view line) {
  const auto found = bracketed(line);
  const bool holds = found && !found->has_sign && ends_with_role(found->right) &&
                     count_chars(found->right) <= kLongestSigners;
  if (!holds || is_credit(found->right)) return {};
  Signature signers = read_bracketed_signers(found->right);
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
  const std::vector<std::string> names = names_in_byline(signers.names);
  return !names.empty() && std::all_of(names.begin(), names.end(), are_names) ? signers
                                                                              : Signature{};
}

constexpr std::array<SignatureForm, 5> kForms = {{{"press=reporter", read_credited},
                                                  {"place=press-reporter", read_dispatched},
                                                  {"place=press", read_placed},
                                                  {"enclosed-reporter", read_enclosed},
                                                  {"reporter-line", read_line}}};

}  // namespace

std::span<const SignatureForm> signature_forms() { return kForms; }

Signature read_signature(std::string_view line, const SignatureForm** form) {
  if (form != nullptr) *form = nullptr;
  for (const SignatureForm& candidate : kForms) {
    const Signature found = candidate.read(line);
    if (found.length == 0) continue;
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

}  // namespace gisa
