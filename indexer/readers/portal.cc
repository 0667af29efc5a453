#include "indexer/readers/portal.h"

#include <algorithm>
#include <array>

#include "common/news/press_name.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::array<std::string_view, 14> kNames = {
    "네이버", "naver", "다음",   "daum", "네이트", "nate",  "줌",
    "zum",    "구글",  "google", "msn",  "카카오", "kakao", "마이크로소프트스타트"};

// What stands behind the name, and by itself between separators.
constexpr std::array<std::string_view, 12> kServices = {"",       "뉴스", "news",   "스포츠",
                                                        "sports", "연예", "tv연예", "entertain",
                                                        "엔터",   ".com", ".net",   "포털"};

constexpr std::array<std::string_view, 7> kSites = {
    "naver.com", "daum.net", "nate.com", "zum.com", "news.google.com", "msn.com", "kakao.com"};

constexpr std::array<std::string_view, 7> kSeparators = {
    " | ", " - ", " : ", " :: ", " – ", "|", " ㅣ "};

// What a feed's list is called, not its newspaper: 최신뉴스, 오늘의뉴스.
constexpr std::array<std::string_view, 10> kListNames = {
    "최신", "최근", "주요", "오늘", "전체", "인기", "실시간", "많이", "종합", "헤드라인"};

bool names_a_list(std::string_view part) {
  return std::any_of(kListNames.begin(), kListNames.end(),
                     [&](std::string_view name) { return part.starts_with(name); });
}

struct Cut {
  std::size_t at = std::string_view::npos;
  std::size_t width = 0;
};

Cut last_separator(std::string_view text) {
  Cut cut;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = text.rfind(separator);
    if (at == text.npos || (cut.at != text.npos && at + separator.size() <= cut.at + cut.width)) {
      continue;
    }
    cut = {at, separator.size()};
  }
  return cut;
}

bool is_service(std::string_view word) {
  return std::find(kServices.begin(), kServices.end(), word) != kServices.end();
}

}  // namespace

bool is_portal(std::string_view name) {
  std::string plain = fold(trim(name));
  std::erase(plain, ' ');
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view known) {
    return plain.starts_with(known) && is_service(std::string_view(plain).substr(known.size()));
  });
}

bool is_at_portal(std::string_view url) {
  const std::size_t scheme = url.find("//");
  if (scheme != url.npos) url.remove_prefix(scheme + 2);
  const std::string_view host = url.substr(0, url.find_first_of("/?#:"));
  return std::any_of(kSites.begin(), kSites.end(), [&](std::string_view site) {
    return host == site || (host.ends_with(site) && host[host.size() - site.size() - 1] == '.');
  });
}

std::string without_portal(std::string_view name) {
  std::string_view rest = trim(name);
  bool met = false;  // a service stands alone beside its portal only: Daum | 스포츠
  std::string kept;
  while (!rest.empty()) {
    const Cut cut = last_separator(rest);
    const std::string_view part = trim(rest.substr(cut.at == rest.npos ? 0 : cut.at + cut.width));
    if (is_portal(part)) {
      met = true;
    } else if (!part.empty()) {
      kept = kept.empty() ? std::string(part) : std::string(part) + " | " + kept;
    }
    rest = cut.at == rest.npos ? std::string_view() : trim(rest.substr(0, cut.at));
  }
  if (!met) return std::string(trim(name));
  return is_service(fold(kept)) ? std::string() : kept;
}

std::string newspaper_of_feed(std::string_view title) {
  std::string_view rest = trim(title);
  std::string found;  // the first part that is one, seen from behind
  while (!rest.empty()) {
    const Cut cut = last_separator(rest);
    const std::string_view part = trim(rest.substr(cut.at == rest.npos ? 0 : cut.at + cut.width));
    if (is_portal(part)) return {};
    const std::string_view first_word = part.substr(0, part.find(' '));
    if (!names_a_list(part) && looks_like_press(first_word)) found = press_among(part);
    rest = cut.at == rest.npos ? std::string_view() : rest.substr(0, cut.at);
  }
  return found;
}

std::string_view title_without_portal(std::string_view title) {
  title = trim(title);
  const Cut cut = last_separator(title);
  if (cut.at == title.npos || cut.at == 0 || !is_portal(title.substr(cut.at + cut.width))) {
    return title;
  }
  return trim(title.substr(0, cut.at));
}

}  // namespace gisa
