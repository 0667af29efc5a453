#include "common/store/stored_passage.h"

#include <array>

#include "common/store/record.h"
#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

// The strings of a record in their order on disk. Append only.
template <typename Passage>
auto strings_of(Passage& p) {
  return std::array{&p.article.id,    &p.article.title,  &p.article.date,
                    &p.article.press, &p.article.byline, &p.article.url,
                    &p.source,        &p.heading,        &p.text};
}

}  // namespace

std::string encode(const StoredPassage& passage) {
  std::string out;
  out.reserve(passage.text.size() + passage.article.title.size() + 256);
  put_number(out, passage.number);
  for (const std::string* field : strings_of(passage)) put_string(out, *field);
  put_number(out, passage.boilerplate.size());
  for (const Span& span : passage.boilerplate) {
    put_number(out, span.begin);
    put_number(out, span.end - span.begin);
  }
  put_string(out, passage.minhash);
  put_string(out, passage.article.modified);
  return out;
}

namespace {

[[noreturn]] void fail(const char* what) {
  throw Error(ErrorCode::database_damaged, std::string("a stored passage has ") + what,
              "index again: gisa-index --rebuild --db DIR SOURCE");
}

bool is_border(const std::string& text, std::size_t at) {
  return at == text.size() || starts_char(text[at]);
}

std::string valid(std::string_view text) {
  if (valid_prefix(text) != text.size()) fail("a field that is not UTF-8");
  return std::string(text);
}

}  // namespace

StoredPassage decode_passage(std::string_view record) {
  RecordReader reader(record, "a stored passage");
  StoredPassage passage;
  passage.number = static_cast<std::uint32_t>(reader.number());
  for (std::string* field : strings_of(passage)) *field = valid(reader.string());
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::size_t begin = reader.number();
    const std::size_t end = begin + reader.number();
    const std::size_t least = passage.boilerplate.empty() ? 0 : passage.boilerplate.back().end;
    if (begin < least || begin > end || end > passage.text.size() ||
        !is_border(passage.text, begin) || !is_border(passage.text, end)) {
      fail("a mark outside its text");
    }
    passage.boilerplate.push_back({begin, end});
  }
  passage.minhash = reader.string();
  passage.article.modified = valid(reader.string());
  if (!reader.at_end()) fail("more behind its end");
  return passage;
}

}  // namespace gisa
