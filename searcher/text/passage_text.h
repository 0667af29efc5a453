#pragma once

#include "common/store/stored_passage.h"
#include "searcher/text/folded_text.h"

namespace gisa {

// A passage read back from the database, ready for the text-side checks. Reuse one for many
// passages to keep its buffers.
struct PassageText {
  StoredPassage stored;
  FoldedText title;
  FoldedText heading;
  FoldedText body;

  // `words`: as for FoldedText::assign().
  void assign(StoredPassage passage, const WordBorders* words = nullptr) {
    stored = std::move(passage);
    title.assign(stored.article.title, {}, words);
    heading.assign(stored.heading, {}, words);
    body.assign(stored.text, stored.boilerplate, words);
  }
};

}  // namespace gisa
