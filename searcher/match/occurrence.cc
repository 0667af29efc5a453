#include "searcher/match/occurrence.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "common/analysis/script_run.h"
#include "common/text/amount.h"
#include "common/text/hangul.h"

namespace gisa {

namespace {

// 19 is not in 2019, ai not in air.
bool cuts_alphanumeric(const FoldedText& text, std::size_t begin, std::size_t end) {
  const std::u32string_view chars = text.chars();
  if (is_alphanumeric(chars[begin]) && !text.starts_word(begin)) return true;
  return is_alphanumeric(chars[end - 1]) && end < chars.size() && !text.starts_word(end);
}

// A letter beside a digit, or a digit beside its point.
bool differ_within_a_stretch(char32_t a, char32_t b) {
  const auto is_of_one = [](char32_t c) { return is_alphanumeric(c) || c == U'.'; };
  return is_of_one(a) && is_of_one(b) && script_of(a) != script_of(b);
}

// Of letters and digits that stand together, A4B12, all and each run of two or more are words:
// neither A nor A4.
bool cuts_stretch(const FoldedText& text, std::size_t begin, std::size_t end) {
  const auto is_cut = [&](std::size_t before, std::size_t behind) {
    return behind < text.size() && text.word(before) == text.word(behind) &&
           differ_within_a_stretch(text.chars()[before], text.chars()[behind]);
  };
  const bool begins_short = end - begin == 1 || !text.is_one_run(begin, begin + 2);
  if (begins_short && begin > 0 && is_cut(begin - 1, begin)) return true;
  const bool ends_short = end - begin == 1 || !text.is_one_run(end - 2, end);
  return ends_short && is_cut(end - 1, end);
}

// 5000원 of 1만5000원. 3억 of 3억5000만 is what a headline makes of it.
bool is_rest_of_amount(const FoldedText& text, std::size_t begin) {
  const std::u32string_view chars = text.chars();
  return begin > 0 && is_scale(chars[begin - 1]) && text.word(begin - 1) == text.word(begin) &&
         goes_on_behind_scale(chars, begin);
}

// 세 of 5세: the index has it only in the whole.
bool is_counter(const FoldedText& text, std::size_t begin, std::size_t end) {
  return end - begin == 1 && is_hangul_syllable(text.chars()[begin]) && begin > 0 &&
         text.word(begin - 1) == text.word(begin) &&
         script_of(text.chars()[begin - 1]) == Script::digit;
}

bool is_number(std::u32string_view stem) {
  return std::all_of(stem.begin(), stem.end(),
                     [](char32_t c) { return c == U'.' || script_of(c) == Script::digit; });
}

// What of a word is looked for: its stem, or one of its variants.
struct Form {
  std::u32string_view stem;
  std::u32string_view surface;  // as typed; empty for a variant
  bool prefix;
  std::size_t indexed = 0;          // characters of the stem that the index has; 0: all
  std::size_t before_particle = 0;  // as in SearchWord
  bool is_part = false;             // of the word that is looked for: 6000 of 2만6000점
};

Form typed_form(const SearchWord& word) {
  return {word.stem, word.surface, word.prefix, word.indexed, word.before_particle};
}
Form variant_form(const WrittenForm& variant) { return {variant.stem, {}, false}; }
Form part_form(std::u32string_view part) { return {part, {}, false, 0, 0, true}; }

// 고양이가 has the stem 고양이, the query 고양이 the stem 고양.
bool stands_as_typed(const FoldedText& text, std::size_t begin, const Form& form) {
  return form.surface.size() > form.stem.size() &&
         text.chars().substr(begin).starts_with(form.surface) &&
         text.ends_stem(begin + form.surface.size() - 1);
}

std::optional<Fit> place_at(const FoldedText& text, std::size_t begin, const Form& form) {
  const std::size_t end = begin + form.stem.size();
  const bool starts = text.starts_word(begin);
  if (!form.is_part && is_rest_of_amount(text, begin)) return std::nullopt;
  if (form.prefix) return starts ? std::optional(Fit::whole) : std::nullopt;
  if (cuts_alphanumeric(text, begin, end) || cuts_stretch(text, begin, end)) return std::nullopt;
  if (is_number(form.stem) && !text.is_one_run(begin, end)) return std::nullopt;  // 1,2 is not 12
  if (starts && (text.ends_stem(end - 1) || stands_as_typed(text, begin, form))) return Fit::whole;
  const std::size_t indexed_end = form.indexed == 0 ? end : begin + form.indexed;
  const bool in_one_word = text.word(begin) == text.word(end - 1);
  if (!in_one_word || form.stem.size() == 1 || !text.is_part_of_word(begin, indexed_end))
    return std::nullopt;
  return starts ? Fit::start : Fit::inside;
}

bool is_word_at(const FoldedText& text, std::size_t begin, const Form& form) {
  const std::size_t end = begin + form.stem.size();
  if (form.prefix || form.before_particle == 0)
    return form.prefix || text.is_known_word(begin, end);
  const bool ends_word = end == text.size() || text.starts_word(end);
  return ends_word && text.is_known_word(begin, begin + form.before_particle);
}

// Calls `found(begin, fit)` for every place of `form`; stops when it returns false.
template <typename Found>
void for_each_place(const FoldedText& text, const Form& form, Found found) {
  std::size_t behind = 0;  // the last one
  for (const std::size_t at : text.places_of(form.stem)) {
    if (at < behind) continue;
    const auto fit = place_at(text, at, form);
    if (!fit) continue;
    if (!found(at, *fit)) return;
    behind = at + form.stem.size();
  }
}

void add_occurrences(const FoldedText& text, const Form& form, double worth,
                     std::vector<Occurrence>& out) {
  for_each_place(text, form, [&](std::size_t begin, Fit fit) {
    const std::size_t length = form.stem.size();
    const std::size_t word = form.before_particle == 0 ? length : form.before_particle;
    out.push_back({begin, begin + length, fit, worth, is_word_at(text, begin, form), begin + word});
    return true;
  });
}

bool has_pair(const FoldedText& text, std::u32string_view pair) {
  if (differ_within_a_stretch(pair[0], pair[1])) return false;
  for (const std::size_t at : text.places_of(pair)) {
    const bool stands = text.word(at) == text.word(at + 1) &&
                        !cuts_alphanumeric(text, at, at + 2) && text.is_part_of_word(at, at + 2);
    if (stands) return true;
  }
  return false;
}

bool occurs(const FoldedText& text, const Form& form) {
  bool any = false;
  for_each_place(text, form, [&](std::size_t begin, Fit) {
    any = !is_counter(text, begin, begin + form.stem.size()) && is_word_at(text, begin, form);
    return !any;
  });
  return any;
}

}  // namespace

bool is_alphanumeric(char32_t c) {
  const Script script = script_of(c);
  return script == Script::letter || script == Script::digit;
}

void find_occurrences(const FoldedText& text, const SearchWord& word,
                      std::vector<Occurrence>& out) {
  out.clear();
  add_occurrences(text, typed_form(word), 1, out);
  if (word.variants.empty()) return;
  for (const WrittenForm& variant : word.variants) {
    add_occurrences(text, variant_form(variant), variant.weight, out);
  }
  std::sort(out.begin(), out.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tuple(a.begin, b.worth, b.end) < std::tuple(b.begin, a.worth, a.end);
  });
}

void find_occurrences(const FoldedText& text, std::u32string_view part,
                      std::vector<Occurrence>& out) {
  out.clear();
  add_occurrences(text, part_form(part), 1, out);
}

std::size_t count_places(const FoldedText& text, std::u32string_view term) {
  std::size_t places = 0;
  for_each_place(text, part_form(term), [&](std::size_t, Fit) {
    ++places;
    return true;
  });
  return places;
}

bool occurs(const FoldedText& text, const SearchWord& word) {
  return occurs(text, typed_form(word)) ||
         std::any_of(word.variants.begin(), word.variants.end(), [&](const WrittenForm& variant) {
           return occurs(text, variant_form(variant));
         });
}

bool half_may_do(const SearchWord& word) {
  constexpr std::size_t kShortest = 4;
  if (word.prefix || word.stem.size() < kShortest) return false;
  return !is_alphanumeric(word.stem.front()) || !word.by_script.empty();
}

bool may_be_in_pieces(const SearchWord& word) {
  return half_may_do(word) || std::any_of(word.parts.begin(), word.parts.end(),
                                          [](const WordPart& part) { return part.suffices; });
}

bool occurs_in_pieces(const FoldedText& text, const SearchWord& word) {
  if (occurs(text, word)) return true;
  const bool has_part = std::any_of(
      word.parts.begin(), word.parts.end(),
      [&](const WordPart& part) { return part.suffices && occurs(text, part_form(part.stem)); });
  if (has_part || !half_may_do(word)) return has_part;
  if (word.by_script.empty()) return share_of_pairs(text, word.stem) >= 0.5;
  return std::all_of(word.by_script.begin(), word.by_script.end(),
                     [&](std::u32string_view part) { return occurs(text, part_form(part)); });
}

double share_of_pairs(const FoldedText& text, std::u32string_view stem) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < stem.size(); ++i) {
    if (has_pair(text, stem.substr(i, 2))) ++found;
  }
  return static_cast<double>(found) / static_cast<double>(stem.size() - 1);
}

std::vector<std::size_t> phrase_places(const FoldedText& text, std::u32string_view chars) {
  std::vector<std::size_t> places;
  for (const std::size_t at : text.places_of(chars)) {
    if (!cuts_alphanumeric(text, at, at + chars.size())) places.push_back(at);
  }
  return places;
}

bool has_phrase(const FoldedText& text, std::u32string_view chars) {
  return !phrase_places(text, chars).empty();
}

}  // namespace gisa
