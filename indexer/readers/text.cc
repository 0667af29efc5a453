#include "indexer/news/plain_article.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/labelled_text.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/record_article.h"

namespace gisa {

// One article as a newspaper prints it: title, dateline, paragraphs; or some with labels.
void read_text(const ReaderInput& input) {
  const std::string text = read_whole_text(input);
  const std::vector<Record> records = records_of_labels(text, input.options.fields);
  if (records.empty()) return input.take(article_from_plain_text(text), 0);
  for (std::size_t i = 0; i < records.size(); ++i) {
    take_record(input, records[i], records.size() == 1 ? 0 : i + 1);
  }
}

}  // namespace gisa
