#include "searcher/search/readings.h"

#include <fmt/format.h>

#include <optional>

#include "searcher/query/notes.h"
#include "searcher/query/operator_syntax.h"
#include "searcher/repair/repair.h"
#include "searcher/result/budget.h"
#include "searcher/search/places.h"
#include "searcher/search/search.h"

namespace gisa {

namespace {

// Articles so few that another reading is suggested.
constexpr std::size_t kNextToNothing = 2;

// Passages in which a doubtful word is sought as typed: those that have most of it come first.
constexpr std::size_t kCheckedAsTyped = 1000;

// Hits of one page by relevance; a longer list is no page.
constexpr std::size_t kLongestPage = 1000;

// Who counts, or asks for more than a page, wants the articles that have the words, no others.
bool may_list_pieces(const SearchOptions& options) {
  const bool counts = options.exact_total || !options.facets.empty();
  const bool is_page = options.limit > 0 && options.limit <= kLongestPage && !counts;
  return is_page && !options.exact && options.sort == Sort::relevance;
}

class Readings {
 public:
  Readings(Database& database, ScoredPassagePool& spare, const Query& query,
           const SearchOptions& options, const Variants* variants)
      : database_(database),
        spare_(spare),
        query_(query),
        options_(options),
        variants_(variants),
        may_have_pieces_(may_list_pieces(options)),
        answered_(query) {}

  SearchResult answer() {
    SearchResult result = answer_or_repair();
    if (options_.places || options_.context_passages > 0) {
      place(database_, options_.context_passages, result.hits);
    }
    if (options_.budget > 0) keep_within(options_.budget, result);
    if (options_.related > 0) {
      result.related = related(database_, spare_, answered_, options_, variants_);
    }
    for (const std::string& why : database_.missing()) {
      add_note(result.notes, NoteKind::partial, why + "; answered without it");
    }
    return result;
  }

 private:
  SearchResult answer_or_repair() {
    std::optional<Repair> doubt;
    if (options_.correct && is_doubtful(query_, database_)) doubt = repaired(query_, database_);
    if (doubt && !stands(doubt->typed)) {
      SearchResult result = answer_as(*doubt);
      if (result.total > 0) return result;
      doubt.reset();
    }
    SearchResult result = answer_to(query_);
    if (result.total == 0) return answer_otherwise(std::move(result));
    if (doubt && result.total <= kNextToNothing) suggest(*doubt, result);
    return result;
  }

  // `nothing`: the empty result of the query as typed, returned if no other reading finds more.
  SearchResult answer_otherwise(SearchResult nothing) {
    std::optional<Repair> repair;
    if (options_.correct) {
      repair = repaired(query_, database_, [&](const Query& typed) { return stands(typed); });
    }
    if (repair) {  // 알라바바 AND 의료
      SearchResult result = answer_as(*repair);
      if (result.total > 0) return result;
    }
    if (may_have_pieces_) return answer_in_pieces();
    if (repair) suggest(*repair, nothing);
    return nothing;
  }

  SearchResult answer_to(const Query& asked) {
    answered_ = asked;
    return search(database_, spare_, asked, options_, variants_,
                  may_have_pieces_ ? Pieces::in_rows : Pieces::nowhere);
  }

  SearchResult answer_as(const Repair& repair) {
    SearchResult result = answer_to(repair.query);
    if (result.total == 0) return result;
    const std::string text =
        fmt::format("nothing found as typed; read {}", fmt::join(repair.changes, ", "));
    result.notes.insert(result.notes.begin(),
                        {NoteKind::corrected, text, typed_form(repair.query)});
    return result;
  }

  SearchResult answer_in_pieces() {
    SearchResult result = search(database_, spare_, query_, options_, variants_, Pieces::anywhere);
    if (result.total > 0) {
      add_note(result.notes, NoteKind::expanded,
               "no article has these words; listed are some with parts of them");
    }
    return result;
  }

  bool stands(const Query& typed) {
    const SearchOptions one = {.limit = 1};
    return !search(database_, spare_, typed, one, nullptr, Pieces::nowhere, kCheckedAsTyped)
                .hits.empty();
  }

  static void suggest(const Repair& repair, SearchResult& result) {
    const std::string meant = typed_form(repair.query);
    result.notes.push_back({NoteKind::suggested, "did you mean " + meant, meant});
  }

  Database& database_;
  ScoredPassagePool& spare_;
  const Query& query_;
  const SearchOptions& options_;
  const Variants* variants_;
  const bool may_have_pieces_;
  Query answered_;  // last
};

}  // namespace

SearchResult search_readings(Database& database, ScoredPassagePool& spare, const Query& query,
                             const SearchOptions& options, const Variants* variants) {
  return database.in_one_snapshot(
      [&] { return Readings(database, spare, query, options, variants).answer(); });
}

}  // namespace gisa
