#include "indexer/document.h"

#include <algorithm>
#include <utility>

#include "common/schema.h"
#include "indexer/news/signature.h"

namespace gisa {

namespace {

// A term of the title or the heading counts once more as a term of the passage: what an article is
// about, every passage of it is about.
constexpr Xapian::termcount kContextWeight = 1;

// Calls `use` with every stretch of `passage.text` that ranks.
template <typename Use>
void for_each_ranking_part(const StoredPassage& passage, Use use) {
  const std::string_view text = passage.text;
  std::size_t at = 0;
  for (const Span& quiet : passage.quiet) {
    use(text.substr(at, quiet.begin - at));
    at = quiet.end;
  }
  use(text.substr(at));
}

std::uint64_t head_of(std::string_view term) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    head = head << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  }
  return head;
}

std::string digits_of(std::string_view date) {
  std::string digits;
  std::copy_if(date.begin(), date.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

void add_date(Xapian::Document& document, const std::string& digits) {
  const struct {
    std::string_view prefix;
    std::size_t length;
  } kForms[] = {{schema::kYear, 4}, {schema::kMonth, 6}, {schema::kDay, 8}};
  for (const auto& form : kForms) {
    if (digits.size() < form.length) break;
    document.add_boolean_term(schema::exact_term(form.prefix, digits.substr(0, form.length)));
  }
  if (!digits.empty()) document.add_value(schema::kDateSlot, digits);
}

}  // namespace

Xapian::Document DocumentMaker::make(const StoredPassage& passage) {
  const Article& article = passage.article;
  Xapian::Document document;
  bytes_.clear();
  collected_.clear();
  for_each_ranking_part(passage, [&](std::string_view part) { collect_text(part); });
  for (const auto& [prefix, text] :
       {std::pair(schema::kTitle, &article.title), std::pair(schema::kHeading, &passage.heading)}) {
    collect_context(prefix, *text);
  }
  add_collected(document);
  document.add_boolean_term(schema::exact_term(schema::kArticleId, article.id));
  document.add_boolean_term(schema::exact_term(schema::kSource, passage.source));
  if (!article.press.empty()) {
    document.add_boolean_term(schema::exact_term(schema::kPress, article.press));
  }
  if (!article.byline.empty()) {
    document.add_boolean_term(schema::exact_term(schema::kByline, article.byline));
    for (const std::string& name : names_in_byline(article.byline)) {
      document.add_boolean_term(schema::exact_term(schema::kByline, name));
    }
  }
  add_date(document, digits_of(article.date));
  document.add_value(schema::kArticleKeySlot, schema::article_key(article.id));
  document.set_data(codec_.pack(encode(passage)));
  return document;
}

StoredPassage DocumentMaker::first_passage(Article article, const std::string& source) {
  body_ = std::exchange(article.body, {});
  parts_ = split_into_passages(body_);
  if (parts_.empty()) parts_.push_back({});  // a title alone can be found, too
  StoredPassage passage;
  passage.article = std::move(article);
  passage.source = source;
  return passage;
}

void DocumentMaker::fill(StoredPassage& passage, Passage& part) const {
  passage.heading = std::move(part.heading);
  passage.text.assign(body_, part.span.begin, part.span.end - part.span.begin);
  passage.quiet = std::move(part.quiet);
}

void DocumentMaker::collect_text(std::string_view text) {
  analyzer_.analyze(text, tokens_);
  for (const Token& token : tokens_.tokens) {
    if (token.kind != TokenKind::word) collect("", tokens_.term(token), 1);
  }
}

void DocumentMaker::collect_context(std::string_view prefix, std::string_view text) {
  if (text.empty()) return;
  analyzer_.analyze(text, tokens_);
  for (const Token& token : tokens_.tokens) {
    if (token.kind == TokenKind::word) continue;
    collect(prefix, tokens_.term(token), 0);
    collect("", tokens_.term(token), kContextWeight);
  }
}

void DocumentMaker::collect(std::string_view prefix, std::string_view term,
                            Xapian::termcount weight) {
  Collected& collected = collected_.emplace_back();
  collected.begin = static_cast<std::uint32_t>(bytes_.size());
  bytes_.append(prefix).append(term);
  collected.size = static_cast<std::uint32_t>(bytes_.size()) - collected.begin;
  collected.head = head_of(std::string_view(bytes_).substr(collected.begin));
  collected.weight = weight;
}

// Xapian keeps a document's terms in a map: each goes in once, with the sum of its weights.
void DocumentMaker::add_collected(Xapian::Document& document) {
  const auto text = [this](const Collected& term) {
    return std::string_view(bytes_).substr(term.begin, term.size);
  };
  std::sort(collected_.begin(), collected_.end(), [&](const Collected& a, const Collected& b) {
    return a.head != b.head ? a.head < b.head : text(a) < text(b);
  });
  for (auto term = collected_.begin(); term != collected_.end();) {
    term_ = text(*term);
    Xapian::termcount weight = 0;
    for (; term != collected_.end() && text(*term) == term_; ++term) weight += term->weight;
    if (weight == 0) {
      document.add_boolean_term(term_);
    } else {
      document.add_term(term_, weight);
    }
  }
}

}  // namespace gisa
