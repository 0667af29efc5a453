#pragma once

#include <string>
#include <string_view>

namespace gisa {

// True for what a portal calls itself: 네이버, 다음뉴스, Daum | 스포츠, Google 뉴스.
bool is_portal(std::string_view name);

// True for an address at a portal.
bool is_at_portal(std::string_view url);

// What is left of `다온뉴스 | 네이버` or `다음 - 다온뉴스` without the portal: the newspaper; all
// of a name without one, nothing of a portal's alone.
std::string without_portal(std::string_view name);

// The newspaper in the title of a feed (`다온뉴스 - 정치`, `한빛일보 : 최신기사`), empty for a
// portal's or where no part looks like a newspaper's name.
std::string newspaper_of_feed(std::string_view title);

// A page's title without the portal's name behind it: `쌀값 올라 : 네이버 뉴스`.
std::string_view title_without_portal(std::string_view title);

}  // namespace gisa
