#pragma once

#include <string_view>

namespace gisa {

// True if `name` looks like that of a newspaper, an agency or a station: 한빛경제, 다온뉴스, OSEN,
// 경향.
bool looks_like_press(std::string_view name);

// True if `name` is a place that reports come from: 서울, 워싱턴, 한빛시.
bool looks_like_place(std::string_view name);

// What of `words` names a newspaper, without the places and sections around it:
// `다온경제 세종` -> `다온경제`, `스포츠다온 | 장충` -> `스포츠다온`. A single word of four
// syllables and more that is no place may be one (누리과학). Empty if nothing does.
std::string_view press_among(std::string_view words);

}  // namespace gisa
