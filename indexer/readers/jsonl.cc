#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/json_articles.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// How many articles the line held.
std::size_t read_line(const ReaderInput& input, JsonArticles& articles, std::string line,
                      std::size_t number) {
  JsonFlaws flaws;
  const auto value = parse_json(std::move(line), flaws);
  if (!value) {
    input.report(number, flaws.fault + "; left out");
    return 0;
  }
  input.report_mended(number, flaws.mended);
  const auto found = articles.take(*value, number, false);
  if (!flaws.fault.empty()) {
    if (found == JsonArticles::Found::articles) {
      input.report_damage(number, flaws.fault);
    } else {
      input.report(number, "is not JSON; left out");
    }
  } else if (found == JsonArticles::Found::no_article) {
    input.report(number, "is neither a JSON object nor a text; left out");
  } else if (found == JsonArticles::Found::nothing) {
    input.report(number, "has neither a title nor a body; left out");
  }
  return articles.count();
}

}  // namespace

// One article a line, as a JSON object or a string.
void read_jsonl(const ReaderInput& input) {
  DecodedStream stream(input);
  JsonArticles articles(input);
  std::size_t more = 0;  // articles than lines: a line may be a list of them
  for (std::string line; stream.next_line(line);) {
    stream.report_undecodable(stream.line_number() + more);
    if (trim(line).empty()) continue;
    const std::size_t held =
        read_line(input, articles, std::move(line), stream.line_number() + more);
    if (held > 1) more += held - 1;
  }
}

}  // namespace gisa
