#include "indexer/news/credit.h"

#include <algorithm>
#include <array>

#include "common/news/words.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestName = 20;      // characters
constexpr std::size_t kLongestEnclosed = 50;  // characters between brackets

constexpr std::array<std::array<std::string_view, 2>, 6> kBrackets = {
    {{"(", ")"}, {"[", "]"}, {"《", "》"}, {"<", ">"}, {"〈", "〉"}, {"【", "】"}}};
constexpr std::array<std::string_view, 5> kPictures = {"사진", "그래픽", "일러스트", "자료",
                                                       "이미지"};
constexpr std::array<std::string_view, 2> kCopyrightSigns = {"ⓒ", "©"};

// What names of newspapers, agencies and stations end in; the longer before the shorter.
constexpr std::array<std::string_view, 25> kPressEnds = {"게티이미지뱅크",
                                                         "게티이미지",
                                                         "이미지투데이",
                                                         "연합뉴스TV",
                                                         "연합뉴스",
                                                         "뉴스1",
                                                         "뉴시스",
                                                         "뉴스",
                                                         "일보",
                                                         "신문",
                                                         "경제",
                                                         "방송",
                                                         "통신",
                                                         "타임스",
                                                         "데일리",
                                                         "저널",
                                                         "로이터",
                                                         "AFP",
                                                         "EPA",
                                                         "AP",
                                                         "KBS",
                                                         "MBC",
                                                         "SBS",
                                                         "YTN",
                                                         "DB"};
constexpr std::array<std::string_view, 8> kRoles = {"기자", "제공",     "캡처",       "캡쳐",
                                                    "작가", "홈페이지", "인스타그램", "페이스북"};
// 제공한 is a verb.
constexpr std::array<std::string_view, 9> kVerbs = {"한", "했", "하", "된", "될",
                                                    "받", "해", "할", "회"};

std::size_t length_of_blanks(std::string_view text) {
  return std::min(text.find_first_not_of(' '), text.size());
}

// Bytes up to the end of `words` that ends first within the first `tokens` tokens.
std::size_t end_of_name(std::string_view text, Words words, std::size_t tokens) {
  std::size_t chars = 0;
  for (std::size_t at = 0; at < text.size() && chars++ < kLongestName;
       at += decode_char(text, at).length) {
    if (text[at] == ' ' && at > 0 && --tokens == 0) return 0;
    if (const std::size_t length = length_of_any(text.substr(at), words)) return at + length;
  }
  return 0;
}

std::size_t end_of_role(std::string_view text) {
  constexpr std::size_t kTokens = 3;  // 한빛시청 공보실 제공
  const std::size_t end = end_of_name(text, kRoles, kTokens);
  return end > 0 && length_of_any(text.substr(end), kVerbs) == 0 ? end : 0;
}

// Bytes at the beginning of `text`, which follows the sign of a credit, that are a name.
std::size_t length_of_name(std::string_view text) {
  if (count_chars(text) <= kLongestName) return text.size();
  const std::size_t press = end_of_name(text, kPressEnds, 2);
  const std::size_t role = end_of_role(text.substr(press));
  if (press == 0) return role;
  // 다온뉴스 김서연 기자
  const bool follows =
      role > 0 && text[press] == ' ' && role <= std::string_view(" 김서연 기자").size() + 3;
  return follows ? press + role : press;
}

std::size_t length_of_date(std::string_view text) {
  std::size_t digits = 0;
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  digits = static_cast<std::size_t>(std::count_if(text.begin(),
                                                  text.begin() + static_cast<std::ptrdiff_t>(end),
                                                  [](char c) { return c != '.'; }));
  return digits >= 5 && digits <= 8 ? end : 0;
}

std::size_t length_of_mail(std::string_view text) {
  constexpr std::string_view kLetters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-";
  const std::size_t at = std::min(text.find_first_not_of(kLetters), text.size());
  if (at == 0 || at == text.size() || text[at] != '@') return 0;
  return std::min(text.find_first_not_of(kLetters, at + 1), text.size());
}

// Agencies add the date, the photographer's address and a reservation.
std::size_t end_with_additions(std::string_view line, std::size_t end) {
  constexpr std::array<std::string_view, 2> kReservations = {"*재판매 및 DB 금지",
                                                             "재판매 및 DB 금지"};
  while (true) {
    const std::size_t next =
        end + std::min(line.substr(end).find_first_not_of(" .,)"), line.size() - end);
    const std::string_view rest = line.substr(next);
    const std::size_t more =
        std::max({length_of_date(rest), length_of_mail(rest), length_of_any(rest, kReservations)});
    if (more == 0) return next;
    end = next + more;
  }
}

// `(사진=한빛시)`, `[사진]`, and in front of a line `(사진)`; a picture that a sentence speaks of,
// as in `대출금리(사진)도`, is none.
std::size_t end_of_enclosed(std::string_view line, std::size_t at) {
  for (const auto& [open, close] : kBrackets) {
    if (!line.substr(at).starts_with(open)) continue;
    const std::size_t end = line.find(close, at);
    if (end == std::string_view::npos) return 0;
    const std::string_view inside = trim(line.substr(at + open.size(), end - at - open.size()));
    if (count_chars(inside) > kLongestEnclosed) return 0;
    const std::size_t picture = length_of_any(inside, kPictures);
    const bool names = picture > 0 && inside.find('=') != std::string_view::npos;
    const bool stands_alone = at == 0 && picture > 0 && picture == inside.size();
    const bool provided = inside.ends_with("제공") || inside.ends_with("캡처");
    const std::size_t behind = end + close.size();
    const bool goes_on = stands_alone && open != "[" && behind < line.size() && line[behind] != ' ';
    return (names || stands_alone || provided) && !goes_on ? behind : 0;
  }
  return 0;
}

// 사진=다온뉴스, 사진 제공=한빛시
std::size_t end_of_equation(std::string_view line, std::size_t at) {
  std::size_t end = at + length_of_any(line.substr(at), kPictures);
  if (end == at) return 0;
  end += length_of_blanks(line.substr(end));
  if (line.substr(end).starts_with("제공")) end += std::string_view("제공").size();
  end += length_of_blanks(line.substr(end));
  if (!line.substr(end).starts_with('=')) return 0;
  ++end;
  end += length_of_blanks(line.substr(end));
  return end + length_of_name(line.substr(end));
}

// Behind a full stop or a blank, or in front: `/김서연 기자`.
std::size_t end_of_slashed(std::string_view line, std::size_t at) {
  if (line[at] != '/' || (at > 0 && line[at - 1] != ' ' && line[at - 1] != '.')) return 0;
  std::size_t end = at + 1;
  if (const std::size_t equation = end_of_equation(line, end)) return equation;
  end += length_of_blanks(line.substr(end));
  const std::size_t name = length_of_name(line.substr(end));
  return name == 0 ? 0 : end + name;
}

std::size_t end_of_copyright(std::string_view line, std::size_t at) {
  std::size_t end = at + length_of_any(line.substr(at), kCopyrightSigns);
  if (end == at) return 0;
  end += length_of_blanks(line.substr(end));
  return end + length_of_name(line.substr(end));
}

}  // namespace

std::optional<Credit> find_credit(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); at += decode_char(line, at).length) {
    for (const auto end_of : {end_of_enclosed, end_of_slashed, end_of_equation, end_of_copyright}) {
      const std::size_t end = end_of(line, at);
      if (end > 0) return Credit{at, end_with_additions(line, end)};
    }
  }
  return std::nullopt;
}

}  // namespace gisa
