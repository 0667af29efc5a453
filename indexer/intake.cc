#include "indexer/intake.h"

#include <fmt/format.h>

#include <utility>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/date.h"
#include "indexer/news/plain_article.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

constexpr std::size_t kSample = 1 << 16;
constexpr std::size_t kBinarySample = 4096;

// A zero byte is in no text but UTF-16.
bool looks_binary(std::string_view sample) {
  sample = sample.substr(0, kBinarySample / 2 * 2);
  const Encoding encoding = detect_encoding(sample);
  return sample.find('\0') != std::string_view::npos && encoding != Encoding::utf16le &&
         encoding != Encoding::utf16be;
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

// Reads one file, unpacked.
class Intake {
 public:
  Intake(const ArticleSink& take, const ProblemSink& problems, const IntakeOptions& options)
      : take_(take), problems_(problems), options_(options) {}

  void read(const std::string& name, ByteStream& bytes) {
    const std::string_view sample = bytes.peek(kSample);
    if (sample.empty()) return problems_({name, "is empty; left out"});
    const Format* const format =
        options_.format != nullptr ? options_.format : format_of(name, sample);
    if (format == nullptr) return problems_({name, "is of a kind gisa cannot read; left out"});
    if (format->is_text && looks_binary(sample)) {
      return problems_({name, "is binary; left out"});
    }
    const RecordSink records = [&](Article article, std::size_t number) {
      const std::string place = number == 0 ? name : fmt::format("{}#{}", name, number);
      if (!complete(article, place)) {
        return problems_({place, "has no text; left out", true, number});
      }
      take_(std::move(article), place);
    };
    format->read({name, bytes, options_, records, problems_});
  }

 private:
  const ArticleSink& take_;
  const ProblemSink& problems_;
  const IntakeOptions& options_;
};

}  // namespace

void read_articles(const SourceFile& file, const ArticleSink& take, const ProblemSink& problems,
                   const IntakeOptions& options) {
  Intake intake(take, problems, options);
  unpack(
      file.path, file.name, options.limits,
      [&](const std::string& name, ByteStream& bytes) { intake.read(name, bytes); }, problems);
}

}  // namespace gisa
