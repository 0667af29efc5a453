#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/json_articles.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/json_under_way.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

bool is_between_values(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == '\x1E';
}

// The values of a file: the elements of a list, one by one, or what stands one after the other.
class JsonReader {
 public:
  explicit JsonReader(const ReaderInput& input) : input_(input), stream_(input), articles_(input) {}

  void read() {
    for (std::string piece; stream_.next_piece(piece);) take(piece);
    stream_.report_undecodable(0);
    if (!trim(value_.text()).empty()) end_value();  // a word, or cut off
    if (plain_values_ > 0) {
      input_.problems({input_.name, fmt::format("values that are no JSON objects: {}; left out",
                                                plain_values_)});
    } else if (records_ == 0 && !told_) {
      input_.problems({input_.name, "holds no article; left out"});
    }
  }

 private:
  void take(std::string_view text) {
    for (const char c : text) {
      if (value_.text().empty()) {
        if (is_between_values(c) || (c == ']' && in_list_)) continue;
        if (c == '[' && !in_list_ && values_ == 0) {
          in_list_ = true;
          continue;
        }
      }
      if ((c == ',' || c == ']' || c == '\n') && value_.is_at_top()) {
        end_value();  // a string, a number or a word
        continue;
      }
      const bool ends = value_.add(c);
      if (auto part = value_.next_part()) take_value(std::move(*part), false);
      if (ends) end_value();
    }
    if (value_.text().size() > ByteStream::kMostAtOnce) {
      throw Error(ErrorCode::input,
                  fmt::format("holds a value of more than {} MB; left out from there on; split it, "
                              "or write an article a line (.jsonl)",
                              ByteStream::kMostAtOnce >> 20));
    }
  }

  void end_value() {
    ++values_;
    const bool frame = value_.was_taken_in_parts() && value_.is_at_top();
    const bool alone = !in_list_ && values_ == 1 && !value_.was_taken_in_parts();
    std::string text = value_.take();
    if (!frame) take_value(std::move(text), alone);
  }

  void take_value(std::string text, bool alone) {
    JsonFlaws flaws;
    const auto value = parse_json(std::move(text), flaws);
    if (!value) return report_bad(flaws.fault + "; left out");
    input_.report_mended(records_ + 1, flaws.mended);
    const auto found = articles_.take(*value, records_ + 1, alone);
    if (found == JsonArticles::Found::no_article) ++plain_values_;
    records_ += articles_.count();
    if (flaws.fault.empty()) return;
    if (articles_.count() == 0) return report_bad("is not JSON; left out");
    input_.report_damage(records_, flaws.fault);
  }

  void report_bad(std::string what) {
    told_ = true;
    input_.report(++records_, std::move(what));
  }

  const ReaderInput& input_;
  DecodedStream stream_;
  JsonArticles articles_;
  JsonUnderWay value_;
  bool in_list_ = false;
  bool told_ = false;
  std::size_t values_ = 0;
  std::size_t plain_values_ = 0;  // numbers and words
  std::size_t records_ = 0;
};

}  // namespace

// One article, a list of them, either below some key, or a table by columns.
void read_json(const ReaderInput& input) { JsonReader(input).read(); }

}  // namespace gisa
