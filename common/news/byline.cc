#include "common/news/byline.h"

#include <algorithm>
#include <array>

#include "common/news/press_name.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::array<std::string_view, 9> kRoles = {" 인턴 기자", " 인턴기자", " 수습기자",
                                                    " 선임기자",  " 전문기자", " 기자",
                                                    " 특파원",    " 논설위원", " 통신원"};

constexpr std::array<std::string_view, 7> kBetweenNames = {"·", "ㆍ", ",", ";", "/", "&", "、"};

// Behind a role: `(kim@daon.example)`, `kim@daon.example`.
std::string_view without_address(std::string_view text) {
  text = trim(text);
  if (text.starts_with('(')) text.remove_prefix(std::min(text.find(')'), text.size() - 1) + 1);
  text = trim(text);
  const std::size_t end = std::min(text.find(' '), text.size());
  if (text.substr(0, end).find('@') != std::string_view::npos) text.remove_prefix(end);
  return trim(text);
}

// Those between two signs: `이성훈 기자 최민석 기자`, `김서연 박도윤`.
void add_names(std::string_view text, std::vector<std::string>& names) {
  for (const std::string_view role : {" 기자", " 특파원"}) {
    const std::size_t at = text.find(role);
    const std::string_view after =
        at == std::string_view::npos ? "" : text.substr(at + role.size());
    if (!after.starts_with(' ') && !after.starts_with('(')) continue;
    add_names(trim(text.substr(0, at)), names);
    return add_names(without_address(after), names);
  }
  text = without_role(text);
  const std::size_t blank = text.find(' ');
  const bool are_two = blank != std::string_view::npos && is_reporter_name(text.substr(0, blank)) &&
                       is_reporter_name(trim(text.substr(blank)));
  if (are_two) names.emplace_back(text.substr(0, blank));
  if (are_two) text = trim(text.substr(blank));
  if (!text.empty()) names.emplace_back(text);
}

}  // namespace

std::span<const std::string_view> reporter_roles() { return kRoles; }

bool is_reporter_name(std::string_view word) {
  const std::size_t chars = count_chars(word);
  if (chars < 2 || chars > 3 || word.size() != 3 * chars) return false;
  for (std::size_t at = 0; at < word.size(); at += 3) {
    if (!is_hangul_syllable(decode_char(word, at).value)) return false;
  }
  return !looks_like_place(word) && !looks_like_press(word);
}

std::string_view without_role(std::string_view name) {
  for (const std::string_view role : kRoles) {
    if (name.ends_with(role)) return trim(name.substr(0, name.size() - role.size()));
  }
  return trim(name);
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
    add_names(trim(byline.substr(0, end)), names);
    byline.remove_prefix(end + width);
  }
  return names;
}

}  // namespace gisa
