#include "common/text/invisible.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/plain_article.h"
#include "indexer/news/release.h"
#include "indexer/readers/hwp/compound_file.h"
#include "indexer/readers/hwp/document.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

std::string plain(std::string text) { return to_nfc(without_invisible(std::move(text))); }

}  // namespace

// One article: a document of the Korean word processor.
void read_hwp(const ReaderInput& input) {
  const std::string bytes = input.bytes.rest();
  if (bytes.starts_with("HWP Document File")) {
    throw Error(ErrorCode::input,
                "is a document of HWP 3 or older; left out (saved as .hwpx, it is read)");
  }
  if (!CompoundFile::is_one(bytes)) {
    throw Error(ErrorCode::input, "is no HWP document, whatever its name says; left out");
  }
  HwpDocument document = read_hwp_document(bytes);
  if (!document.damage.empty()) input.problems({input.name, std::move(document.damage), false});
  DocumentFacts facts;
  facts.core_title = plain(std::move(document.title));
  Article article = article_from_document(plain(std::move(document.text)), facts);
  complete_from_body(article);
  // A line with a date is about the article, the file may have been saved for another
  // cause.
  if (article.date.empty()) article.date = std::move(document.saved);
  input.take(std::move(article), 0);
}

}  // namespace gisa
