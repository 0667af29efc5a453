#include <optional>

#include "indexer/news/plain_article.h"
#include "indexer/readers/decoded_file.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// One article as a newspaper prints it: title, dateline, paragraphs.
class TextReader : public ArticleReader {
 public:
  explicit TextReader(ReaderInput input) : input_(std::move(input)) {}

  std::optional<Article> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    return article_from_plain_text(read_decoded(input_));
  }

 private:
  ReaderInput input_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ArticleReader> make_text_reader(ReaderInput input) {
  return std::make_unique<TextReader>(std::move(input));
}

}  // namespace gisa
