#include "gisa/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "common/database/article_passages.h"
#include "common/database/vocabulary.h"
#include "common/error/foreign_error.h"
#include "searcher/cache/index_cache.h"
#include "searcher/expand/like.h"
#include "searcher/expand/variants.h"
#include "searcher/field/field.h"
#include "searcher/query/notes.h"
#include "searcher/repair/going_on.h"
#include "searcher/repair/most_frequent.h"
#include "searcher/result/article_text.h"
#include "searcher/search/readings.h"

namespace gisa {

namespace {

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

void Searcher::keep_in_memory(std::size_t bytes) { IndexCache::of_process().set_limit(bytes); }

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
  if (options.exact) return search_readings(database, spare, query, options, nullptr);
  read_synonyms(options.synonyms);
  const Variants variants(database, synonyms);
  return search_readings(database, spare, query, options, &variants);
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
      hit.record = passage.record;
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
  const Beginning typed(beginning);
  const std::string prefix(known->term_prefix);
  const FacetField& facet = known->facets.front();
  const auto read = [&](Xapian::Database& db) {
    std::vector<CountedWord> names;
    const auto end = db.allterms_end(prefix);
    for (auto at = db.allterms_begin(prefix); at != end; ++at) {
      std::string name = (*at).substr(prefix.size());
      if (!typed.becomes(name) || facet.terms(name).empty()) continue;
      names.push_back({std::move(name), at.get_termfreq()});
    }
    return names;
  };
  return at_boundary([&] { return most_frequent(state_->database.read(read), most); });
}

std::vector<std::string> Searcher::words(std::string_view beginning, std::size_t most) const {
  return at_boundary(
      [&] { return Beginning(beginning).words(Vocabulary(state_->database), most); });
}

}  // namespace gisa
