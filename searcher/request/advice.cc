#include "searcher/request/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "searcher/query/day_range.h"
#include "searcher/query/notes.h"

namespace gisa {

namespace {

constexpr std::size_t kMostWords = 6;      // that are looked for alone
constexpr std::size_t kPassages = 1000;    // to count of each
constexpr std::size_t kMostDateWords = 3;  // of 2025년 4월 3일

// Calls `use` with `query` and all within, but what is excluded.
template <typename Use>
void for_each_part(const Query& query, const Use& use) {
  if (query.op == Op::exclude) return;
  use(query);
  for (const Query& part : query.parts) for_each_part(part, use);
}

SearchOptions quick(const SearchOptions& asked) {
  SearchOptions options;
  options.is_cancelled = asked.is_cancelled;
  options.limit = 0;
  options.correct = false;
  options.exact = asked.exact;
  options.synonyms = asked.synonyms;
  options.time_limit = asked.time_limit;
  return options;
}

// The day of the first article by date, as precise as it is known.
std::string first_date(const Searcher& searcher, SearchOptions options, Sort order) {
  options.limit = 1;
  options.sort = order;
  const SearchResult result = searcher.search(Query{.op = Op::everything}, options);
  return result.hits.empty() ? std::string() : result.hits.front().article.date;
}

void hint_at_days(const Searcher& searcher, const Query& query, const SearchOptions& options,
                  std::vector<Note>& notes) {
  std::string first;
  std::string last;
  bool asks = false;
  for_each_part(query, [&](const Query& part) {
    if (part.op != Op::date) return;
    asks = true;
    first = std::max(first, part.text.at(0));
    const std::string& end = part.text.at(1);
    if (!end.empty()) last = last.empty() ? end : std::min(last, end);
  });
  if (!asks) return;
  const std::string oldest = first_date(searcher, options, Sort::oldest);
  const std::string newest = first_date(searcher, options, Sort::newest);
  if (oldest.empty()) return;
  const bool is_outside = (!last.empty() && last < first_day_of(oldest)) ||
                          (!first.empty() && first > last_day_of(newest));
  if (!is_outside) return;
  add_note(notes, NoteKind::hint,
           fmt::format("the archive has articles of {} to {}", oldest.substr(0, 10),
                       newest.substr(0, 10)));
}

std::string in_words(const Query& part) {
  const std::string text = fmt::format("{}", fmt::join(part.text, " "));
  if (part.op == Op::phrase) return '"' + text + '"';
  return part.op == Op::prefix ? text + '*' : text;
}

void hint_at_words(const Searcher& searcher, const Query& query, const SearchOptions& options,
                   std::vector<Note>& notes) {
  std::vector<Query> words;
  bool is_alone = true;
  for_each_part(query, [&](const Query& part) {
    if (part.op == Op::filter || part.op == Op::facet || part.op == Op::date ||
        part.op == Op::title) {
      is_alone = false;
    }
    if (part.op != Op::word && part.op != Op::phrase && part.op != Op::prefix) return;
    if (std::find(words.begin(), words.end(), part) == words.end()) words.push_back(part);
  });
  if (words.empty() || (words.size() == 1 && is_alone)) return;
  words.resize(std::min(words.size(), kMostWords));
  SearchOptions counting = options;
  counting.count_ahead = kPassages;
  std::string counts;
  for (const Query& word : words) {
    const SearchResult result = searcher.search(Query{.op = Op::best, .parts = {word}}, counting);
    counts += fmt::format("{}{} {}{}", counts.empty() ? "" : ", ", in_words(word),
                          result.total_exact ? "" : "at least ", result.total);
  }
  add_note(notes, NoteKind::hint, "articles that have each alone: " + counts);
}

// With `exact`, a word that ends like a particle is one of its own: 정부가.
void hint_at_exact(const Searcher& searcher, const Query& query, SearchOptions options,
                   std::vector<Note>& notes) {
  if (!std::exchange(options.exact, false)) return;
  options.count_ahead = kPassages;
  const SearchResult result = searcher.search(query, options);
  if (result.total == 0) return;
  add_note(notes, NoteKind::hint,
           fmt::format("articles without exact: {}{}", result.total_exact ? "" : "at least ",
                       result.total));
}

// Days that were written as words: 지난주, 2025년 4월.
void hint_at_date_words(const Query& query, std::vector<Note>& notes) {
  const std::string today = today_in_korea();
  const auto is_word = [](const Query& part) { return part.op == Op::word; };
  for_each_part(query, [&](const Query& row) {
    for (std::size_t i = 0; i < row.parts.size(); ++i) {
      std::string text;
      for (std::size_t n = std::min(kMostDateWords, row.parts.size() - i); n > 0; --n) {
        const auto first = row.parts.begin() + static_cast<std::ptrdiff_t>(i);
        if (!std::all_of(first, first + static_cast<std::ptrdiff_t>(n), is_word)) continue;
        text.clear();
        for (std::size_t k = 0; k < n; ++k) {
          text += (k == 0 ? "" : " ") + in_words(row.parts[i + k]);
        }
        const bool is_number = text.find_first_not_of("0123456789.-~ ") == std::string::npos;
        const auto range = is_number ? std::nullopt : parse_day_range(text, today);
        if (!range) continue;
        notes.push_back({NoteKind::hint, fmt::format("{} is a word here; date:{} is {}", text, text,
                                                     range->first == range->last
                                                         ? range->first
                                                         : range->first + ".." + range->last)});
        i += n - 1;
        break;
      }
    }
  });
}

// An article has one newspaper.
void hint_at_newspapers(const Query& query, std::vector<Note>& notes) {
  for_each_part(query, [&](const Query& row) {
    if (row.op != Op::best && row.op != Op::all) return;
    std::vector<std::string> names;
    for (const Query& part : row.parts) {
      if (part.op == Op::filter && part.field == "press") names.push_back(part.text.front());
    }
    if (names.size() < 2) return;
    add_note(notes, NoteKind::hint,
             fmt::format("an article is of one newspaper; press:({}) is of either",
                         fmt::join(names, " OR ")));
  });
}

// Not all files name sections, and a database of schema 4 has none.
void hint_at_no_sections(const Searcher& searcher, const Query& query, std::vector<Note>& notes) {
  bool asks = false;
  for_each_part(query, [&](const Query& part) {
    asks = asks || ((part.op == Op::filter || part.op == Op::facet) && part.field == "section");
  });
  if (!asks || !searcher.names("section", "", 1).empty()) return;
  add_note(notes, NoteKind::hint,
           "no article has a section; gisa-index --rebuild reads those that files say");
}

}  // namespace

std::vector<Note> advice(const Searcher& searcher, const Query& query, const SearchOptions& asked) {
  std::vector<Note> notes;
  const SearchOptions options = quick(asked);
  hint_at_date_words(query, notes);
  hint_at_newspapers(query, notes);
  hint_at_no_sections(searcher, query, notes);
  hint_at_days(searcher, query, options, notes);
  hint_at_words(searcher, query, options, notes);
  hint_at_exact(searcher, query, options, notes);
  return notes;
}

}  // namespace gisa
