#include "indexer/news/plain_article.h"

#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "indexer/news/date.h"
#include "indexer/news/line_kind.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestTitle = 100;  // characters
constexpr std::size_t kLinesOfHead = 12;   // datelines and signatures stand this near the beginning
constexpr std::size_t kLongestPress = 20;  // characters
constexpr std::size_t kLongestByline = 40;
constexpr std::size_t kLongestSignature = 60;

std::string_view take_line(std::string_view& text) {
  const std::size_t newline = text.find('\n');
  const std::string_view line = text.substr(0, newline);
  text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
  return trim(line);
}

// Titles end without a full stop, first paragraphs with one.
bool looks_like_title(std::string_view line) {
  if (line.starts_with("# ")) return true;
  return classify_line(line) == LineKind::text && count_chars(line) <= kLongestTitle &&
         !line.ends_with('.');
}

std::string_view last_line(std::string_view text) {
  text = trim(text);
  const std::size_t newline = text.rfind('\n');
  return trim(newline == std::string_view::npos ? text : text.substr(newline + 1));
}

// Who signs: `김서연 기자`, `배수지·민규리 기자`, `가람신문 서지완 기자 jiwan@garam.example`.
struct Signature {
  std::string_view press;
  std::string_view names;
};

Signature read_signers(std::string_view text) {
  for (const std::string_view role : {" 선임기자", " 기자", " 특파원", " 논설위원"}) {
    const std::size_t at = text.find(role);
    if (at == std::string_view::npos) continue;
    const std::string_view after = text.substr(at + role.size());
    if (!after.empty() && after.front() != ' ' && after.front() != '=') continue;  // 기자회견
    std::string_view before = trim(text.substr(0, at));
    before.remove_prefix(before.rfind('=') + 1);  // npos + 1 is 0: 상하이=정해린 기자
    const std::size_t blank = before.rfind(' ');
    if (blank == std::string_view::npos) return {{}, before};
    return {trim(before.substr(0, blank)), trim(before.substr(blank))};
  }
  return {};
}

void fill(std::string& field, std::string_view value, std::size_t longest) {
  if (field.empty() && !value.empty() && count_chars(value) <= longest) field = std::string(value);
}

void fill(Article& article, const Signature& signature) {
  fill(article.byline, signature.names, kLongestByline);
  fill(article.press, signature.press, kLongestPress);
}

// The byline of a record may say `임하나 기자`: the name is what is searched.
void drop_role(std::string& byline) {
  constexpr std::string_view kRole = " 기자";
  if (byline.ends_with(kRole)) byline.resize(byline.size() - kRole.size());
}

// `(한빛경제=김서연 기자)` or `[서울=다온뉴스] 박도윤 기자 =`. Round brackets without somebody who
// signs are an aside: `(쌀값=10만원)`.
Signature read_bracketed(bool round, std::string_view inside, std::string_view after) {
  const std::size_t sign = inside.find('=');
  if (sign == std::string_view::npos) return {};
  const std::string_view left = trim(inside.substr(0, sign));
  const std::string_view right = trim(inside.substr(sign + 1));
  if (const Signature signers = read_signers(right); !signers.names.empty()) {
    return {left, signers.names};
  }
  const Signature signers = read_signers(after.substr(0, after.find('=')));
  const bool signs = !signers.names.empty() || (!round && !after.empty());
  return signs ? Signature{right, signers.names} : Signature{};
}

// A line that is a signature and nothing else; `손씨는 방송국 기자 출신이다.` is none.
Signature read_signature_line(std::string_view line) {
  if (count_chars(line) > kLongestSignature || line.ends_with('.')) return {};
  const bool closed = line.ends_with("기자") || line.ends_with("특파원") ||
                      line.ends_with("논설위원") || line.ends_with('=');
  if (!closed && line.find('@') == std::string_view::npos) return {};
  const Signature signature = read_signers(line);
  const bool credit = signature.press == "사진" || signature.press == "글";
  return credit ? Signature{} : signature;
}

Signature read_signature(std::string_view line) {
  constexpr std::string_view kBrackets[][2] = {{"(", ")"}, {"[", "]"}, {"【", "】"}};
  if (classify_line(line) == LineKind::caption) return {};
  for (const auto& [open, close] : kBrackets) {
    if (!line.starts_with(open)) continue;
    const std::size_t end = line.find(close);
    if (end == std::string_view::npos) return {};
    return read_bracketed(open == "(", line.substr(open.size(), end - open.size()),
                          line.substr(end + close.size()));
  }
  return read_signature_line(line);
}

}  // namespace

Article article_from_plain_text(std::string_view text) {
  Article article;
  std::string_view rest = text;
  std::string_view first;
  while (!rest.empty() && first.empty()) first = take_line(rest);
  if (!trim(rest).empty() && looks_like_title(first)) {
    if (first.starts_with("# ")) first.remove_prefix(2);
    article.title = std::string(trim(first));
    text = rest;
  }
  article.body = std::string(trim(text));
  return article;
}

void complete_from_body(Article& article) {
  std::string_view rest = article.body;
  for (std::size_t lines = 0; lines < kLinesOfHead && !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (line.empty()) continue;
    ++lines;
    if (article.date.empty() && is_dateline(line)) article.date = parse_date(line);
    fill(article, read_signature(line));
  }
  // Else the reporter signs at the end.
  if (article.byline.empty()) fill(article, read_signature(last_line(article.body)));
  drop_role(article.byline);
}

}  // namespace gisa
