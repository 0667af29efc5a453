#include "searcher/match/bound.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "common/analysis/endings.h"
#include "common/analysis/script_run.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "common/text/utf8.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/word_match.h"

namespace gisa {

namespace {

using Bound = std::optional<IndexQuery>;

// More pairs than that have too many halves.
constexpr std::size_t kMostPairs = 6;

const std::vector<std::u32string>& endings() {
  static const std::vector<std::u32string> all = [] {
    std::vector<std::u32string> found;
    for (const EndingFamily& family : ending_families()) {
      for_each_ending(family, [&](std::string_view beginning, std::string_view tail) {
        found.push_back(utf32(beginning) + utf32(tail));
      });
    }
    return found;
  }();
  return all;
}

// By syllable of the first `size` of `word`: whether the analyzer may take it for a part of an
// ending, wherever blanks and particles fall, so that the index need not have it.
std::vector<bool> strippable(std::u32string_view word, std::size_t size) {
  std::vector<bool> may_be(word.size());
  for (const std::u32string& ending : endings()) {
    for (std::size_t at = word.find(ending); at != word.npos; at = word.find(ending, at + 1)) {
      std::fill_n(may_be.begin() + static_cast<std::ptrdiff_t>(at), ending.size(), true);
    }
    if (ending.front() == word[size - 1]) may_be[size - 1] = true;
  }
  return may_be;
}

IndexQuery term(std::u32string_view chars) { return IndexQuery(utf8(chars)); }

// All of the parts; nothing if there are none, as that narrows nothing.
Bound all_parts(std::vector<IndexQuery> parts) {
  if (parts.empty()) return std::nullopt;
  return parts.size() == 1 ? std::move(parts.front()) : IndexQuery::all(std::move(parts));
}

// Every syllable but the first, which the index lacks behind a digit, stands in a pair, or alone
// between blanks. `typed` begins with the word: where it stands whole, the last syllable may also
// begin a word with the one behind it (오징어 게임, of which the stem is 오징어게).
Bound bound_of_hangul(std::u32string_view word, std::u32string_view typed) {
  const std::vector<bool> may_be_stripped = strippable(typed, word.size());
  std::vector<IndexQuery> parts;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (may_be_stripped[i]) continue;
    std::vector<IndexQuery> any = {term(word.substr(i - 1, 2)), term(word.substr(i, 1))};
    if (i + 1 < typed.size()) any.push_back(term(typed.substr(i, 2)));
    parts.push_back(IndexQuery::any(std::move(any)));
  }
  return all_parts(std::move(parts));
}

// Adds to `out` every choice of `left` pairs from `at` on, each together with those in `chosen`.
void add_choices(const std::vector<IndexQuery>& pairs, std::size_t at, std::size_t left,
                 std::vector<IndexQuery>& chosen, std::vector<IndexQuery>& out) {
  if (left == 0) {
    out.push_back(IndexQuery::all(chosen));
    return;
  }
  for (; at + left <= pairs.size(); ++at) {
    chosen.push_back(pairs[at]);
    add_choices(pairs, at + 1, left - 1, chosen, out);
    chosen.pop_back();
  }
}

// As share_of_pairs() would have it.
Bound half_of_pairs(std::u32string_view word) {
  const std::vector<std::string> terms = pairs_of(word);
  if (terms.size() > kMostPairs) return std::nullopt;
  const std::vector<IndexQuery> pairs(terms.begin(), terms.end());
  std::vector<IndexQuery> chosen;
  std::vector<IndexQuery> halves;
  add_choices(pairs, 0, (pairs.size() + 1) / 2, chosen, halves);
  return IndexQuery::any(std::move(halves));
}

bool is_all_hangul(std::u32string_view chars) {
  return std::all_of(chars.begin(), chars.end(), is_hangul_syllable);
}

// Letters and digits from the beginning on, or up to the end.
std::size_t letters_at_beginning(std::u32string_view chars) {
  return static_cast<std::size_t>(std::find_if_not(chars.begin(), chars.end(), is_alphanumeric) -
                                  chars.begin());
}
std::size_t letters_at_end(std::u32string_view chars) {
  return static_cast<std::size_t>(std::find_if_not(chars.rbegin(), chars.rend(), is_alphanumeric) -
                                  chars.rbegin());
}

void add_bounds_of_hangul_in(std::u32string_view word, std::vector<IndexQuery>& out) {
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at;
    while (end < word.size() && is_hangul_syllable(word[end])) ++end;
    const std::u32string_view run = word.substr(at, end - at);
    if (Bound bound = run.empty() ? std::nullopt : bound_of_hangul(run, run)) {
      out.push_back(std::move(*bound));
    }
    at = std::max(end, at + 1);
  }
}

// Of letters or digits, with Hangul or without: 28ghz, hle전. It may be written in pieces, each of
// which is a term.
Bound bound_of_letters(std::u32string_view word) {
  std::vector<IndexQuery> parts;
  std::vector<IndexQuery> any;
  for (std::size_t n = letters_at_beginning(word); n > 0; --n)
    any.push_back(term(word.substr(0, n)));
  if (!any.empty()) parts.push_back(IndexQuery::any(std::exchange(any, {})));
  for (std::size_t n = letters_at_end(word); n > 0; --n) {
    any.push_back(term(word.substr(word.size() - n)));
  }
  if (!any.empty()) parts.push_back(IndexQuery::any(std::move(any)));
  add_bounds_of_hangul_in(word, parts);
  const Bound in_pieces = all_parts(std::move(parts));
  if (!in_pieces) return std::nullopt;
  return IndexQuery::any({term(word), *in_pieces});
}

// Whether the index has each stretch of letters or of digits that it would be cut into.
bool has_long_runs(std::u32string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const Script script = script_of(word[at]);
    std::size_t end = at;
    while (end < word.size() && script_of(word[end]) == script) ++end;
    if (script != Script::hangul && end - at < 2) return false;
    at = end;
  }
  return true;
}

Bound bound_of_stem(std::u32string_view stem, std::u32string_view typed) {
  if (stem.empty()) return std::nullopt;
  const auto is_syllable_or_letter = [](char32_t c) {
    return is_hangul_syllable(c) || is_ascii_alphanumeric(c);
  };
  const bool as_typed = typed.starts_with(stem) && is_all_hangul(typed);
  if (is_all_hangul(stem)) return bound_of_hangul(stem, as_typed ? typed : stem);
  const bool is_plain = std::all_of(stem.begin(), stem.end(), is_syllable_or_letter);
  const bool ends_as_typed = typed.size() <= stem.size() || !is_hangul_syllable(stem.back());
  return is_plain && ends_as_typed && has_long_runs(stem) ? bound_of_letters(stem) : std::nullopt;
}

// Nothing if one of them has none.
template <typename Parts, typename Of>
Bound any_bound(const Parts& parts, Of of) {
  std::vector<IndexQuery> any;
  for (const auto& part : parts) {
    Bound bound = of(part);
    if (!bound) return std::nullopt;
    any.push_back(std::move(*bound));
  }
  return IndexQuery::any(std::move(any));
}

// As half_may_do() would have it.
Bound bound_of_half(const SearchWord& word) {
  if (is_all_hangul(word.stem)) return half_of_pairs(word.stem);
  if (word.by_script.empty()) return std::nullopt;
  std::vector<IndexQuery> all;
  for (const std::u32string& part : word.by_script) {
    if (Bound bound = bound_of_stem(part, part)) all.push_back(std::move(*bound));
  }
  return all_parts(std::move(all));
}

Bound bound_of_word(const SearchWord& word, bool in_pieces) {
  if (word.prefix || word.indexed > 0 || word.before_particle > 0) return std::nullopt;
  std::vector<Bound> ways = {bound_of_stem(word.stem, word.surface)};
  if (in_pieces && half_may_do(word)) ways.push_back(bound_of_half(word));
  for (const WordPart& part : word.parts) {
    if (in_pieces && part.suffices) ways.push_back(bound_of_stem(part.stem, part.stem));
  }
  for (const WrittenForm& variant : word.variants) {
    Bound bound = bound_of_stem(variant.stem, variant.stem);
    ways.push_back(bound ? std::move(*bound) : IndexQuery::any_term(variant.terms));
  }
  return any_bound(ways, [](const Bound& way) { return way; });
}

Bound bound_of(const Condition& condition, const CompiledQuery& query);

// Of a row, the parts that must hold, or any of those that need not.
Bound bound_of_row(const Condition& row, const CompiledQuery& query) {
  std::vector<IndexQuery> must;
  std::vector<const Condition*> may;
  for (const Condition& part : row.parts) {
    if (part.optional) {
      may.push_back(&part);
    } else if (Bound bound = bound_of(part, query)) {
      must.push_back(std::move(*bound));
    }
  }
  const bool only_may = may.size() == row.parts.size();
  if (!only_may) return all_parts(std::move(must));
  return any_bound(may, [&](const Condition* part) { return bound_of(*part, query); });
}

Bound bound_of(const Condition& condition, const CompiledQuery& query) {
  switch (condition.op) {
    case Op::word: return bound_of_word(query.words[condition.word], condition.in_pieces);
    case Op::best: return bound_of_row(condition, query);
    case Op::any:
      return any_bound(condition.parts,
                       [&](const Condition& part) { return bound_of(part, query); });
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<IndexQuery> bound_of(const CompiledQuery& query) {
  return bound_of(query.condition, query);
}

}  // namespace gisa
