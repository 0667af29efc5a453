#include <optional>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/news/field_names.h"
#include "indexer/news/plain_article.h"
#include "indexer/readers/decoded_file.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

std::string_view take_line(std::string_view& text) {
  const std::size_t newline = text.find('\n');
  const std::string_view line = text.substr(0, newline);
  text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
  return line;
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// YAML front matter as news tools write it: `key: value` lines between two lines of ---. Returns
// what follows it, or all of `text` where there is none.
std::string_view read_front_matter(std::string_view text, Article& article) {
  std::string_view rest = text;
  if (trim(take_line(rest)) != "---") return text;
  Article found;
  while (!rest.empty()) {
    const std::string_view line = trim(take_line(rest));
    if (line == "---" || line == "...") {
      article = found;
      return rest;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view value = without_quotes(trim(line.substr(colon + 1)));
    if (std::string* field = field_named(found, trim(line.substr(0, colon)))) field->assign(value);
  }
  return text;
}

class MarkdownReader : public ArticleReader {
 public:
  explicit MarkdownReader(ReaderInput input) : input_(std::move(input)) {}

  std::optional<Article> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const std::string text = read_decoded(input_);
    Article matter;
    const std::string_view rest = read_front_matter(text, matter);
    if (matter.title.empty()) {
      Article article = article_from_plain_text(rest);
      fill_empty_fields(article, matter);
      return article;
    }
    matter.body = std::string(trim(rest));
    return matter;
  }

 private:
  ReaderInput input_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ArticleReader> make_markdown_reader(ReaderInput input) {
  return std::make_unique<MarkdownReader>(std::move(input));
}

}  // namespace gisa
