#include "searcher/match/plain_words.h"

#include <algorithm>
#include <cstring>

#include "common/analysis/plain_eojeol.h"
#include "common/database/schema.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/operator.h"
#include "searcher/match/word_match.h"

namespace gisa {

namespace {

constexpr std::size_t kMostRemembered = 50'000;

std::size_t find_bytes(std::string_view text, std::string_view bytes, std::size_t from) {
  const void* const at = memmem(text.data() + from, text.size() - from, bytes.data(), bytes.size());
  return at == nullptr ? text.npos
                       : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

bool overlaps(const std::vector<Span>& parts, Span span) {
  return std::any_of(parts.begin(), parts.end(), [&](const Span& part) {
    return part.begin < span.end && span.begin < part.end;
  });
}

}  // namespace

PlainWords::PlainWords(const CompiledQuery& query, Database& database)
    : query_(query), database_(database) {
  for (const SearchWord& word : query.words) {
    const bool is_plain =
        !word.prefix && std::all_of(word.stem.begin(), word.stem.end(), is_hangul_syllable);
    words_.push_back({is_plain ? utf8(word.stem) : std::string(), {}});
  }
}

bool PlainWords::are_in_title(const StoredPassage& passage, std::size_t word) {
  return stands_in(passage.article.title, {}, word);
}

bool PlainWords::are_in_any_text(const StoredPassage& passage, std::size_t word) {
  return are_in_title(passage, word) || stands_in(passage.heading, {}, word) ||
         stands_in(passage.text, passage.boilerplate, word);
}

bool PlainWords::stands_in(std::string_view text, const std::vector<Span>& boilerplate,
                           std::size_t word) {
  const std::string& bytes = words_[word].bytes;
  if (bytes.empty()) return false;
  std::size_t at = find_bytes(text, bytes, 0);
  while (at != text.npos) {
    const Span hangul = plain_eojeol(text, at, at + bytes.size());
    const bool stands = hangul.begin < hangul.end && !overlaps(boilerplate, hangul) &&
                        stands_alone_in(text.substr(hangul.begin, hangul.end - hangul.begin), word);
    if (stands) return true;
    at = find_bytes(text, bytes, std::max(hangul.end, at + bytes.size()));
  }
  return false;
}

bool PlainWords::stands_alone_in(std::string_view hangul, std::size_t word) {
  auto& known = words_[word].known;
  const auto found = known.find(hangul);
  if (found != known.end()) return found->second;
  if (known.size() >= kMostRemembered) known.clear();
  folded_.assign(hangul, {}, &database_.words());
  const bool stands = occurs(folded_, query_.words[word]);
  known.emplace(hangul, stands);
  return stands;
}

IndexQuery PlainWords::listed_word(std::size_t word) {
  const SearchWord& of = query_.words[word];
  const std::string& bytes = words_[word].bytes;
  if (bytes.size() != 2 * kSyllableBytes || of.indexed > 0 || of.before_particle > 0) return {};
  const auto particles = plain_particles();
  const bool stands =
      stands_alone_in(bytes, word) &&
      std::all_of(particles.begin(), particles.end(), [&](std::string_view particle) {
        return stands_alone_in(std::string(bytes).append(particle), word);
      });
  return stands ? IndexQuery(std::string(schema::kPlain).append(bytes)) : IndexQuery();
}

IndexQuery PlainWords::listed(const Condition& row, bool is_root) {
  if (row.op == Op::word) return row.in_title ? IndexQuery() : listed_word(row.word);
  if (row.op != Op::best) return {};
  std::vector<IndexQuery> must;
  std::vector<IndexQuery> may;
  for (const Condition& part : row.parts) {
    if (is_root && part.in_index && !part.optional) continue;  // all proposed have passed it
    IndexQuery of_part = listed(part, false);
    if (!part.optional && of_part.empty()) return {};
    (part.optional ? may : must).push_back(std::move(of_part));
  }
  return must.empty() ? joined(IndexQuery::Kind::any, may) : joined(IndexQuery::Kind::all, must);
}

bool surely_holds(const Condition& condition, const StoredPassage& passage, PlainWords& words) {
  const Operator& its = operator_of(condition.op);
  return its.surely_holds != nullptr && its.surely_holds(condition, passage, words);
}

}  // namespace gisa
