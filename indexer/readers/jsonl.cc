#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/json_articles.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

void read_line(const ReaderInput& input, JsonArticles& articles, std::string line,
               std::size_t number) {
  JsonFlaws flaws;
  const auto value = parse_json(std::move(line), flaws);
  if (!value) {
    articles.forget();
    return input.report(number, flaws.fault + "; left out");
  }
  input.report_mended(number, flaws.mended);
  const auto found = articles.take(*value, number, false);
  if (!flaws.fault.empty()) {
    if (found == JsonArticles::Found::articles) return input.report_damage(number, flaws.fault);
    return input.report(number, "is not JSON; left out");
  }
  if (found == JsonArticles::Found::no_article) {
    input.report(number, "is neither a JSON object nor a text; left out");
  } else if (found == JsonArticles::Found::nothing) {
    input.report(number, "has neither a title nor a body; left out");
  }
}

}  // namespace

// One article a line, as a JSON object or a string.
void read_jsonl(const ReaderInput& input) {
  DecodedStream stream(input);
  JsonArticles articles(input);
  std::size_t more = 0;  // articles than lines: a line may be a list of them
  for (std::string line; stream.next_line(line);) {
    stream.tell_undecodable(stream.line_number() + more);
    if (trim(line).empty()) continue;
    read_line(input, articles, std::move(line), stream.line_number() + more);
    if (articles.count() > 1) more += articles.count() - 1;
  }
}

}  // namespace gisa
