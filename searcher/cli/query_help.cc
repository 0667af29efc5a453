#include "searcher/cli/query_help.h"

#include <algorithm>
#include <ostream>
#include <string>

#include "common/cli/language.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr QueryForm kForms[] = {
    {"알리바바 의료", "either word; the more of them, whole, early and close together, the higher"},
    {"\"의료 상담\"", "one after the other, whatever the spacing; must stand"},
    {"\"무료 상담\"~3", "all of these words, in any order, at most 3 others among them"},
    {"-주가 !주가 NOT 주가", "must not stand"},
    {"+주가", "must stand"},
    {"알리바바 OR 텐센트", "either; | is the same; binds closer than the blank"},
    {"알리바바 AND 의료", "both must stand; binds closer than OR"},
    {"알리바바 NEAR/3 의료", "at most 3 words apart, in any order; NEAR alone is NEAR/10"},
    {"(금리 OR 물가) 한국은행", "parentheses group"},
    {"알리*", "words that begin so"},
    {"*", "every article"},
    {"title:알리바바", "in the title; title:(A B) both (제목:)"},
    {"press:한빛", "the newspaper's name has this in it (언론사:)"},
    {"by:김서연", "the reporter's name has this in it (기자:)"},
    {"section:정치", "a section of the article has this in it (분류:)"},
    {"date:2020-02",
     "issued in this year, month or on this day; also 2020년 2월, 20200203 (날짜:)"},
    {"date:2020-02-03..2020-03", "from the first day to the last; A.. and ..B are open"},
    {"date:지난달", "also 오늘, 어제, 이번주, 지난주, 올해, 작년, 최근 7일, 최근 3개월, 7d"},
    {"id:tm-20200203-02", "this article"},
    {"url:onnuri.example", "the address has this in it; url:https* begins so"},
    {"path:tech/", "the file's path has this in it; path:tech/* begins so"},
};

constexpr std::size_t kWidth = 26;  // columns of a terminal

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_char(text, at);
    sum += is_hangul_syllable(c) ? 2 : 1;
    at += length;
  }
  return sum;
}

}  // namespace

std::span<const QueryForm> query_forms() { return kForms; }

void print_query_help(std::ostream& out) {
  for (const QueryForm& form : query_forms()) {
    const std::size_t used = std::min(columns(form.written), kWidth);
    out << "  " << form.written << std::string(kWidth - used, ' ') << tr(form.means) << '\n';
  }
}

}  // namespace gisa
