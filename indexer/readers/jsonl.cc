#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/record_article.h"

namespace gisa {

namespace {

void read_line(const ReaderInput& input, std::string line, std::size_t number) {
  JsonFlaws flaws;
  const auto value = parse_json(std::move(line), flaws);
  if (!value) return input.tell(number, flaws.fault + "; left out");
  if (!value->is_object()) return input.tell(number, "is no JSON object; left out");
  input.tell_mended(number, flaws.mended);
  const bool found = for_each_article(*value, input.options.fields, [&](const Record& record) {
    take_record(input, record, number);
  });
  if (!found) input.tell(number, "has neither a title nor a body; left out");
}

}  // namespace

// One article a line, as a JSON object.
void read_jsonl(const ReaderInput& input) {
  DecodedStream stream(input);
  for (std::string line; stream.next_line(line);) {
    stream.tell_undecodable(stream.line_number());
    if (!trim(line).empty()) read_line(input, std::move(line), stream.line_number());
  }
}

}  // namespace gisa
