#include "indexer/document/document.h"

#include <algorithm>
#include <utility>

#include "common/analysis/plain_eojeol.h"
#include "common/database/alias.h"
#include "common/database/reading.h"
#include "common/database/schema.h"
#include "common/database/vocabulary.h"
#include "common/news/byline.h"
#include "common/news/section.h"
#include "common/text/hangul.h"
#include "indexer/document/alias_finder.h"
#include "indexer/document/paged_body.h"
#include "indexer/document/passage.h"

namespace gisa {

namespace {

void add_reading(std::string_view term, DocumentSink& sink) {
  for (const std::string& reading : reading_terms(term)) {
    sink.add_term(schema::kReading, reading, 0);
  }
}

// A term of the title or the heading counts once more as a term of the passage: what an article is
// about, every passage of it is about.
constexpr std::uint32_t kContextWeight = 1;

// Calls `use` with every stretch of `text` outside the parts in `boilerplate`.
template <typename Use>
void for_each_ranking_part(std::string_view text, const std::vector<Span>& boilerplate, Use use) {
  std::size_t at = 0;
  for (const Span& span : boilerplate) {
    use(text.substr(at, span.begin - at));
    at = span.end;
  }
  use(text.substr(at));
}

std::string digits_of(std::string_view date) {
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

// Whether the first token of a word is all of it that is no particle, in a plain eojeol.
bool is_plain(std::string_view text, const Token& token) {
  const auto [begin, end] = token.source;
  if (token.kind != TokenKind::term || end - begin != 2 * kSyllableBytes) return false;
  if (end_of_hangul(text, begin) < end) return false;
  const Span eojeol = plain_eojeol(text, begin, end);
  return eojeol.end > 0 && eojeol.begin == begin &&
         is_plain_rest(text.substr(end, eojeol.end - end));
}

void add_exact(std::string_view prefix, std::string_view text, DocumentSink& sink) {
  if (!text.empty()) sink.add_term({}, schema::exact_term(prefix, text), 0);
}

// The whole value gets a term as well as each section in it, as a byline does with its names.
void add_sections(const std::string& sections, DocumentSink& sink) {
  add_exact(schema::kSection, sections, sink);
  for (const std::string& section : whole_sections_in(sections)) {
    add_exact(schema::kSection, section, sink);
  }
  for (const std::string& section : sections_in(sections)) {
    add_exact(schema::kSection, section, sink);
  }
}

void add_date(const std::string& digits, DocumentSink& sink) {
  const struct {
    std::string_view prefix;
    std::size_t length;
  } kForms[] = {{schema::kYear, 4}, {schema::kMonth, 6}, {schema::kDay, 8}};
  for (const auto& form : kForms) {
    if (digits.size() < form.length) break;
    add_exact(form.prefix, digits.substr(0, form.length), sink);
  }
  if (!digits.empty()) sink.add_value(schema::kDateSlot, digits);
}

}  // namespace

void DocumentMaker::make(const StoredPassage& passage, DocumentSink& sink) {
  const Article& article = passage.article;
  for_each_ranking_part(passage.text, passage.boilerplate,
                        [&](std::string_view part) { add_text(part, sink); });
  add_context(schema::kTitle, article.title, sink);
  add_context(schema::kHeading, passage.heading, sink);
  add_exact(schema::kArticleId, article.id, sink);
  add_exact(schema::kSource, passage.source, sink);
  add_exact(schema::kPress, article.press, sink);
  add_exact(schema::kByline, article.byline, sink);
  for (const std::string& name : names_in_byline(article.byline)) {
    add_exact(schema::kByline, name, sink);
  }
  add_sections(article.section, sink);
  add_date(digits_of(article.date), sink);
  sink.add_value(schema::kArticleKeySlot, schema::article_key(article.id));
  sink.finish(packer_.pack(encode(passage)), passage.text.size() + 1);
}

std::uint32_t DocumentMaker::make_each(Article article, const std::string& source,
                                       std::uint32_t record, DocumentSink& sink) {
  const PagedBody paged(std::exchange(article.body, {}));
  const std::string_view body = paged.text();
  std::vector<Passage> parts = split_into_passages(body);
  if (parts.empty()) parts.push_back({});  // a title alone can be found, too
  StoredPassage passage;
  passage.article = std::move(article);
  passage.source = source;
  passage.record = record;
  const auto text_of = [&](const Passage& part) {
    return body.substr(part.span.begin, part.span.end - part.span.begin);
  };
  for (Passage& part : parts) {
    paged.add_running(part.span, part.boilerplate);
    for_each_ranking_part(text_of(part), part.boilerplate,
                          [&](std::string_view text) { minhash_.add(text); });
  }
  passage.minhash = minhash_.take();
  for (Passage& part : parts) {
    passage.heading = std::move(part.heading);
    passage.text = text_of(part);
    passage.boilerplate = std::move(part.boilerplate);
    paged.number(part.span, passage);
    make(passage, sink);
    ++passage.number;
  }
  return passage.number;
}

void DocumentMaker::add_text(std::string_view text, DocumentSink& sink) {
  if (counts_eojeols_) eojeols_.add(text);
  take_terms(text, sink);
  sink.add_terms(terms_, 1);
  sink.add_words(words_);
  find_aliases(text, [&](std::string_view word, std::string_view other) {
    sink.add_term(schema::kAlias, alias_term(word, other), 0);
    sink.add_term(schema::kAlias, alias_term(other, word), 0);
  });
}

void DocumentMaker::add_context(std::string_view prefix, std::string_view text,
                                DocumentSink& sink) {
  if (text.empty()) return;
  take_terms(text, sink);
  for (const DocumentSink::TextTerm& term : terms_) sink.add_term(prefix, term.text, 0);
  sink.add_terms(terms_, kContextWeight);
}

// Fills terms_ and words_, and adds the readings.
void DocumentMaker::take_terms(std::string_view text, DocumentSink& sink) {
  analyzer_.analyze(text, tokens_);
  terms_.clear();
  words_.clear();
  std::int64_t last_position = -1;
  for (const Token& token : tokens_.tokens) {
    const std::string_view term = tokens_.term(token);
    const bool first = token.position != last_position;
    last_position = token.position;
    if (token.kind != TokenKind::word) terms_.push_back({term, first && is_plain(text, token)});
    add_reading(term, sink);
    if (first && is_vocabulary_word(term)) words_.push_back(term);
  }
}

void add_records(Article article, const std::string& source, std::vector<std::string>& records) {
  const PagedBody paged(std::exchange(article.body, {}));
  const std::string_view body = paged.text();
  StoredPassage passage;
  passage.article = std::move(article);
  passage.source = source;
  for (const Passage& part : split_into_passages(body)) {
    passage.text = body.substr(part.span.begin, part.span.end - part.span.begin);
    records.push_back(encode(passage));
  }
}

}  // namespace gisa
