#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "indexer/news/field_names.h"
#include "indexer/readers/decoded_file.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

using nlohmann::json;

// How much of a file is looked at to tell its encoding.
constexpr std::size_t kSample = 1 << 18;

// A string as it is, a number as it was written, a list of strings joined; nothing else is text.
std::string text_of(const json& value) {
  if (value.is_string()) return to_nfc(value.get<std::string>());
  if (value.is_number()) return value.dump();
  if (!value.is_array()) return {};
  std::string joined;
  for (const json& part : value) {
    const std::string text = text_of(part);
    if (!joined.empty() && !text.empty()) joined += ", ";
    joined += text;
  }
  return joined;
}

// One article a line, as a JSON object.
class JsonlReader : public ArticleReader {
 public:
  explicit JsonlReader(ReaderInput input)
      : input_(std::move(input)), encoding_(detect_encoding(input_.bytes.peek(kSample))) {
    // A newline is two bytes in UTF-16: such a file is decoded whole.
    if (encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be)
      whole_ = read_decoded(input_);
  }

  std::optional<Article> next() override {
    std::string line;
    while (next_line(line)) {
      if (trim(line).empty()) continue;
      if (auto article = parse(line)) return article;
    }
    return std::nullopt;
  }

 private:
  bool next_line(std::string& line) {
    ++number_;
    if (whole_) {
      if (at_ >= whole_->size()) return false;
      const std::size_t newline = std::min(whole_->find('\n', at_), whole_->size());
      line = whole_->substr(at_, newline - at_);
      at_ = newline + 1;
      return true;
    }
    if (!input_.bytes.next_line(line)) return false;
    const std::size_t bytes = line.size() + 1;
    DecodedText decoded = decode(line, encoding_);
    tell_undecodable(input_, where(), decoded, at_);
    at_ += bytes;
    line = std::move(decoded.text);
    return true;
  }

  std::optional<Article> parse(const std::string& line) const {
    const json record = json::parse(line, nullptr, false);
    if (record.is_discarded()) {
      input_.problems({where(), "is not JSON; left out"});
      return std::nullopt;
    }
    if (!record.is_object()) {
      input_.problems({where(), "is no JSON object; left out"});
      return std::nullopt;
    }
    Article article;
    for (const auto& [key, value] : record.items()) {
      std::string* const field = field_named(article, key);
      if (field != nullptr && field->empty()) *field = text_of(value);
    }
    if (article.title.empty() && trim(article.body).empty()) {
      input_.problems({where(), "has neither a title nor a body; left out"});
      return std::nullopt;
    }
    if (article.id.empty()) article.id = article.url;
    return article;
  }

  std::string where() const { return fmt::format("{}#{}", input_.name, number_); }

  ReaderInput input_;
  Encoding encoding_;
  std::size_t number_ = 0;  // of the line, from 1
  std::size_t at_ = 0;      // bytes of the file, or of whole_, that were read
  std::optional<std::string> whole_;
};

}  // namespace

std::unique_ptr<ArticleReader> make_jsonl_reader(ReaderInput input) {
  return std::make_unique<JsonlReader>(std::move(input));
}

}  // namespace gisa
