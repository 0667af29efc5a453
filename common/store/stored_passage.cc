#include "common/store/stored_passage.h"

#include <algorithm>
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

std::string pages_of(const StoredPassage& passage) {
  std::string pages;
  put_number(pages, passage.page);
  std::size_t last = 0;
  for (const std::size_t begin : passage.page_begins) {
    put_number(pages, begin - last);
    last = begin;
  }
  return pages;
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
  const bool has_place = passage.record > 0 || !passage.article.section.empty();
  if (passage.page > 0 || has_place) {
    put_string(out, passage.page > 0 ? pages_of(passage) : std::string());
  }
  if (has_place) {
    put_number(out, passage.record);
    put_string(out, passage.article.section);
  }
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

std::string as_it_is(std::string_view text) { return std::string(text); }

void read_pages(std::string_view pages, StoredPassage& passage) {
  RecordReader reader(pages, "a stored passage");
  passage.page = static_cast<std::uint32_t>(reader.number());
  for (std::size_t last = 0; !reader.at_end();) {
    const std::size_t begin = last + reader.number();
    if (begin < last || begin > passage.text.size() || !is_border(passage.text, begin)) {
      fail("a page that begins outside its text");
    }
    passage.page_begins.push_back(begin);
    last = begin;
  }
}

template <typename ToString>
StoredPassage decode(std::string_view record, ToString to_string) {
  RecordReader reader(record, "a stored passage");
  StoredPassage passage;
  passage.number = static_cast<std::uint32_t>(reader.number());
  for (std::string* field : strings_of(passage)) *field = to_string(reader.string());
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
  passage.article.modified = to_string(reader.string());
  if (!reader.at_end()) {
    const std::string_view pages = reader.string();
    if (pages.empty() && reader.at_end()) fail("more behind its end");
    if (!pages.empty()) read_pages(pages, passage);
  }
  if (!reader.at_end()) {
    passage.record = static_cast<std::uint32_t>(reader.number());
    passage.article.section = to_string(reader.string());
  }
  if (!reader.at_end()) fail("more behind its end");
  return passage;
}

}  // namespace

StoredPassage decode_passage(std::string_view record) { return decode(record, valid); }

StoredPassage decode_known_passage(std::string_view record) { return decode(record, as_it_is); }

std::uint32_t page_at(const StoredPassage& passage, std::size_t at) {
  if (passage.page == 0) return 0;
  const auto next = std::upper_bound(passage.page_begins.begin(), passage.page_begins.end(), at);
  return passage.page + static_cast<std::uint32_t>(next - passage.page_begins.begin());
}

}  // namespace gisa
