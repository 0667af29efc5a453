#include "indexer/intake.h"

#include <fmt/format.h>

#include <utility>

#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/byte_stream.h"
#include "indexer/news/date.h"
#include "indexer/news/plain_article.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

constexpr std::size_t kBinarySample = 4096;

// A zero byte is in no text but UTF-16, whose files begin with a byte order mark.
bool looks_binary(std::string_view sample) {
  return sample.find('\0') != std::string_view::npos &&
         detect_encoding(sample) != Encoding::utf16le &&
         detect_encoding(sample) != Encoding::utf16be;
}

std::string collapse_blanks(std::string_view line) {
  std::string out;
  for (const char c : trim(line)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

// False if there is nothing in it to find.
bool complete(Article& article, const std::string& place) {
  complete_from_body(article);
  article.title = collapse_blanks(article.title);
  if (!article.date.empty()) article.date = parse_date(article.date);
  if (article.id.empty()) article.id = place;
  return !article.title.empty() || !trim(article.body).empty();
}

}  // namespace

void read_articles(const SourceFile& file, const ArticleSink& take, const ProblemSink& problems) {
  const Format* const format = format_of(file.name);
  if (format == nullptr) {
    return problems({file.name, "is of a kind gisa cannot read; left out"});
  }
  try {
    ByteStream bytes(file.path);
    const std::string_view sample = bytes.peek(kBinarySample);
    if (sample.empty()) return problems({file.name, "is empty; left out"});
    if (looks_binary(sample)) return problems({file.name, "is binary; left out"});
    const auto reader = format->make({file.name, bytes, problems});
    std::size_t number = 0;
    while (auto article = reader->next()) {
      ++number;
      const std::string place =
          format->many_articles ? fmt::format("{}#{}", file.name, number) : file.name;
      if (complete(*article, place)) {
        take(std::move(*article), place);
      } else {
        problems({place, "has no text; left out"});
      }
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    problems({file.name, error.message()});
  }
}

}  // namespace gisa
