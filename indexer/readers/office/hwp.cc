#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/plain_article.h"
#include "indexer/news/release.h"
#include "indexer/readers/hwp/document.h"
#include "indexer/readers/office/document_text.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/ole/compound_file.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

std::string text_with_charts(HwpDocument& document) {
  std::string text = std::move(document.text);
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  DocumentText charts;
  add_charts(document.objects, charts, document.damage);
  return text + charts.take();
}

Article article_of(HwpDocument& document, std::string text) {
  DocumentFacts facts;
  facts.core_title = clean_text(std::move(document.title));
  Article article = article_from_document(clean_text(std::move(text)), facts);
  complete_from_body(article);
  // A line with a date is about the article, the file may have been saved for another
  // cause.
  if (article.date.empty()) article.date = std::move(document.saved);
  return article;
}

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
  std::string text = text_with_charts(document);
  if (!document.damage.empty()) input.problems({input.name, std::move(document.damage), false});
  if (trim(text).empty()) {
    input.problems({input.name, "has no text (only pictures?); left out"});
  } else {
    input.take(article_of(document, std::move(text)), 0);
  }
  open_embedded_files(document.objects, input);
}

}  // namespace gisa
