#include "common/stored_passage.h"

#include <array>

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

void put_number(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<char>(number));
}

class RecordReader {
 public:
  explicit RecordReader(std::string_view record) : rest_(record) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    fail();
  }

  std::string_view bytes(std::uint64_t count) {
    if (count > rest_.size()) fail();
    const std::string_view taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

 private:
  [[noreturn]] static void fail() {
    throw Error(ErrorCode::database_damaged, "a stored passage is cut short",
                "index again: gisa-index --db DIR SOURCE");
  }

  std::string_view rest_;
};

}  // namespace

std::string encode(const StoredPassage& passage) {
  std::string out;
  out.reserve(passage.text.size() + passage.article.title.size() + 256);
  put_number(out, passage.number);
  for (const std::string* field : strings_of(passage)) {
    put_number(out, field->size());
    out += *field;
  }
  put_number(out, passage.quiet.size());
  for (const Span& span : passage.quiet) {
    put_number(out, span.begin);
    put_number(out, span.end - span.begin);
  }
  return out;
}

StoredPassage decode_passage(std::string_view record) {
  RecordReader reader(record);
  StoredPassage passage;
  passage.number = static_cast<std::uint32_t>(reader.number());
  for (std::string* field : strings_of(passage)) field->assign(reader.bytes(reader.number()));
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::size_t begin = reader.number();
    const std::size_t end = begin + reader.number();
    const std::size_t least = passage.quiet.empty() ? 0 : passage.quiet.back().end;
    if (begin < least || begin > end || end > passage.text.size()) {
      throw Error(ErrorCode::database_damaged, "a stored passage has a mark outside its text",
                  "index again: gisa-index --db DIR SOURCE");
    }
    passage.quiet.push_back({begin, end});
  }
  return passage;
}

}  // namespace gisa
