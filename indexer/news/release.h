#pragma once

#include <string>
#include <string_view>

#include "gisa/article.h"

namespace gisa {

// What the head of a press release says of it. Empty where it says nothing.
struct ReleaseHead {
  bool is_release = false;  // 보도자료 stands there, or from when it may be printed
  std::string title;
  std::string date;  // as in Article: that of 보도시점, else of 배포
};

// Reads the first lines of `text`, a row of a table being a line whose cells are parted by " | ":
// `보도시점 | 2025. 3. 5.(수) 조간 | 배포 | 2025. 3. 4.(화)`. `text` is valid UTF-8 in NFC.
ReleaseHead read_release_head(std::string_view text);

// What a document says beside its text.
struct DocumentFacts {
  std::string styled_title;  // the paragraph whose style is that of the document's title
  std::string core_title;    // of its properties, which often are those of an older document
  std::string date;          // of its last change, as parse_date() reads it
};

// The article that a document of an office is. Its title is that of a release's head, else the
// paragraph in the style of a title, else a first line that looks like one, else that of the
// properties; its date that of a release's head, else the day on which a notice was signed, else
// that of the properties. The title's line is left out of the body; all other text is there, words
// that are set letter by letter in one piece (spread_words.h). `document` is its text, valid UTF-8
// in NFC.
Article article_from_document(std::string_view document, const DocumentFacts& facts);

}  // namespace gisa
