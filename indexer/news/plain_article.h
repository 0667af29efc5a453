#pragma once

#include <string_view>

#include "gisa/article.h"

namespace gisa {

// Reads an article printed as plain text: a first line that looks like a title is the title, all
// behind it is the body; date, press and reporter come from the lines around its beginning.
Article article_from_plain_text(std::string_view text);

// Fills dates, press and byline, where empty, from datelines and signatures in the body:
// `입력 2020-02-03 09:14`, `(한빛경제=김서연 기자)`, `[서울=다온뉴스] 박도윤 기자 =`.
void complete_from_body(Article& article);

}  // namespace gisa
