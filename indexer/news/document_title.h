#pragma once

#include <string>
#include <vector>

#include "indexer/news/release_head.h"

// Which line at the head of a document is its title. `lines` are those of head_lines().
namespace gisa {

// The title of a press release; nullptr if none stands before its text.
const HeadLine* title_of_release(const std::vector<HeadLine>& lines);

// The title of another document: of the lines before its text the first of several words, else the
// first one; nullptr if there is none.
const HeadLine* title_of_document(const std::vector<HeadLine>& lines);

// The title behind its label: `제목: 도서관 열다`, `제 목 | 도서관 열다`; in a letter, which says
// who gets it, also `제목 도서관 열다`. Empty if there is none.
std::string labelled_title(const std::vector<HeadLine>& lines);

}  // namespace gisa
