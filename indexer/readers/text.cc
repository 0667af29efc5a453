#include "indexer/news/plain_article.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/reader.h"

namespace gisa {

// One article as a newspaper prints it: title, dateline, paragraphs.
void read_text(const ReaderInput& input) {
  input.take(article_from_plain_text(read_whole_text(input)), 0);
}

}  // namespace gisa
