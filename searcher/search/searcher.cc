#include "gisa/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "common/database/article_passages.h"
#include "common/error/foreign_error.h"
#include "searcher/expand/like.h"
#include "searcher/expand/variants.h"
#include "searcher/field/field.h"
#include "searcher/postings/posting_cache.h"
#include "searcher/query/notes.h"
#include "searcher/query/operator_syntax.h"
#include "searcher/repair/repair.h"
#include "searcher/result/article_text.h"
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
constexpr std::size_t kLongestPage = 100;

Note corrected(const Repair& repair) {
  return {NoteKind::corrected,
          fmt::format("nothing found as typed; read {}", fmt::join(repair.changes, ", ")),
          typed_form(repair.query)};
}

Note in_pieces() {
  return {NoteKind::expanded, "no article has these words; listed are some with parts of them"};
}

std::vector<StoredPassage> sound_passages(Database& database, const std::string& article_id,
                                          std::vector<Note>* notes) {
  ArticlePassages passages = passages_of(database, article_id);
  if (passages.damaged.empty()) return std::move(passages.sound);
  if (notes == nullptr) {
    throw Error(ErrorCode::database_damaged,
                fmt::format("passage {} of the article {} is damaged", passages.damaged.front(),
                            article_id),
                "gisa-index --check says more");
  }
  add_damaged_note(*notes, passages.damaged.front(), passages.damaged.size());
  return std::move(passages.sound);
}

void suggest(const Repair& repair, SearchResult& result) {
  const std::string meant = typed_form(repair.query);
  result.notes.push_back({NoteKind::suggested, "did you mean " + meant, meant});
}

}  // namespace

struct Searcher::State {
  Database database;
  ScoredPassagePool spare;
  Synonyms synonyms = {};
  std::string synonyms_path = {};

  SearchResult search(const Query& query, const SearchOptions& options);

  void read_synonyms(const std::string& wanted) {
    const std::string beside = database.addresses().front() + "/synonyms";
    const std::string path = wanted.empty() && std::filesystem::exists(beside) ? beside : wanted;
    if (path == synonyms_path) return;
    synonyms = path.empty() ? Synonyms() : Synonyms::read(path);
    synonyms_path = path;
  }
};

Searcher::Searcher(const std::string& database) : Searcher(std::vector{database}) {}

Searcher::Searcher(const std::vector<std::string>& databases, bool partial)
    : state_(at_boundary([&] {
        return new State{Database(databases, partial ? Partial::allow : Partial::refuse), {}};
      })) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

void Searcher::keep_in_memory(std::size_t bytes) { PostingCache::of_process().set_limit(bytes); }

bool Searcher::refresh(std::chrono::milliseconds time_limit) {
  return at_boundary([&] {
    state_->database.begin_request(time_limit);
    return state_->database.refresh();
  });
}

std::string Searcher::revision() const {
  return at_boundary([&] { return state_->database.revision(); });
}

SearchResult Searcher::State::search(const Query& query, const SearchOptions& options) {
  database.begin_request(options.time_limit);
  const Database::Cancellable cancellable(database, options.is_cancelled);
  if (!options.exact) read_synonyms(options.synonyms);
  const Variants all_variants(database, synonyms);
  const Variants* const variants = options.exact ? nullptr : &all_variants;
  // Who counts, or asks for more than a page, wants the articles that have the words, no others.
  const bool counts = options.exact_total || !options.facets.empty();
  const bool is_page = options.limit > 0 && options.limit <= kLongestPage && !counts;
  const bool may_have_pieces = is_page && !options.exact && options.sort == Sort::relevance;
  Query answered = query;
  const auto answer = [&](const Query& asked, const SearchOptions& how) {
    answered = asked;
    return gisa::search(database, spare, asked, how, variants,
                        may_have_pieces ? Pieces::in_rows : Pieces::nowhere);
  };
  const auto stands = [&](const Query& typed) {
    const SearchOptions one = {.limit = 1};
    return !gisa::search(database, spare, typed, one, nullptr, Pieces::nowhere, kCheckedAsTyped)
                .hits.empty();
  };
  const auto answer_as = [&](const Repair& repair) {
    SearchResult result = answer(repair.query, options);
    if (result.total > 0) result.notes.insert(result.notes.begin(), corrected(repair));
    return result;
  };
  const auto answer_in_pieces = [&] {
    SearchResult result = gisa::search(database, spare, query, options, variants, Pieces::anywhere);
    if (result.total > 0) result.notes.push_back(in_pieces());
    return result;
  };
  const auto answer_or_repair = [&] {
    const bool doubtful = options.correct && is_doubtful(query, database);
    std::optional<Repair> repair;
    if (doubtful) repair = repaired(query, database);
    if (repair && !stands(repair->typed)) {
      SearchResult result = answer_as(*repair);
      if (result.total > 0) return result;
      repair.reset();
    }
    SearchResult result = answer(query, options);
    if (options.correct && result.total == 0) {
      repair = repaired(query, database, stands);  // 알라바바 AND 의료
      SearchResult other = repair ? answer_as(*repair) : SearchResult();
      if (other.total > 0) return other;
    }
    if (result.total == 0 && may_have_pieces) return answer_in_pieces();
    if (repair && result.total <= kNextToNothing) suggest(*repair, result);
    return result;
  };
  return database.in_one_snapshot([&] {
    SearchResult result = answer_or_repair();
    if (options.places || options.context_passages > 0) {
      place(database, options.context_passages, result.hits);
    }
    if (options.budget > 0) keep_within(options.budget, result);
    if (options.related > 0) {
      result.related = related(database, spare, answered, options, variants);
    }
    for (const std::string& why : database.missing()) {
      add_note(result.notes, NoteKind::partial, why + "; answered without it");
    }
    return result;
  });
}

SearchResult Searcher::search(const Query& query, const SearchOptions& options) const {
  return at_boundary([&] { return state_->search(query, options); });
}

SearchResult Searcher::search(std::string_view text, const SearchOptions& options) const {
  ParsedQuery parsed = at_boundary([&] { return parse_query(text); });
  SearchResult result = search(parsed.query, options);
  add_notes(parsed.notes, result.notes);
  result.notes = std::move(parsed.notes);
  return result;
}

std::vector<Hit> Searcher::article(const std::string& article_id, std::vector<Note>* notes) const {
  Database& database = state_->database;
  const auto read = [&] {
    std::vector<Hit> hits;
    ArticleText text;
    for (StoredPassage& passage : sound_passages(database, article_id, notes)) {
      Hit hit;
      hit.rank = hits.size() + 1;
      hit.article = std::move(passage.article);
      hit.source = std::move(passage.source);
      hit.heading = std::move(passage.heading);
      hit.page = passage.page;
      hit.passage = passage.number;
      const Stretch place = text.add(passage.text);
      hit.place = place.bytes;
      hit.place_chars = place.chars;
      hit.text = std::move(passage.text);
      hit.snippet = {0, hit.text.size()};
      hits.push_back(std::move(hit));
    }
    return hits;
  };
  return at_boundary([&] { return database.in_one_snapshot(read); });
}

Query Searcher::like(const std::string& article_id, std::vector<Note>* notes) const {
  Database& database = state_->database;
  return at_boundary([&] {
    return database.in_one_snapshot([&] {
      return characteristic_words(database, sound_passages(database, article_id, notes));
    });
  });
}

std::vector<std::string> Searcher::names(std::string_view field, std::string_view beginning,
                                         std::size_t most) const {
  const auto all = fields();
  const auto known = std::find_if(all.begin(), all.end(), [&](const Field& candidate) {
    return candidate.name == field && candidate.has_names();
  });
  if (known == all.end()) return {};
  const std::string prefix(known->term_prefix);
  const auto read = [&](Xapian::Database& db) {
    std::vector<std::string> names;
    const auto end = db.allterms_end(prefix + std::string(beginning));
    for (auto at = db.allterms_begin(prefix + std::string(beginning)); at != end; ++at) {
      if (names.size() == most) break;
      names.push_back((*at).substr(prefix.size()));
    }
    return names;
  };
  return at_boundary([&] { return state_->database.read(read); });
}

}  // namespace gisa
