#include "gisa/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "common/schema.h"
#include "searcher/compile.h"
#include "searcher/condition.h"
#include "searcher/highlight.h"
#include "searcher/rank/features.h"

namespace gisa {

namespace {

// Candidates that are read back and ranked together. The next block follows the first as a whole,
// so that every page of a result is a slice of one sequence.
constexpr Xapian::doccount kBlock = 100;

// BM25 in the index. Passages are of like length, so b can be near 1; no floor under the length of
// the short ones (Xapian's default costs 0.65 points of MRR).
Xapian::BM25Weight weighting() { return Xapian::BM25Weight(1.0, 0, 1, 0.9, 1e-6); }

struct Candidate {
  Xapian::docid id = 0;
  double match_score = 0;
};

struct Ranked {
  double score = 0;
  PassageText text;
  Evidence evidence;
  std::vector<ScoredFeature> features;

  const std::string& article_id() const { return text.stored.article.id; }
};

bool ranks_before(const Ranked& a, const Ranked& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.article_id() != b.article_id()) return a.article_id() < b.article_id();
  return a.text.stored.number < b.text.stored.number;
}

// Tells every passage of a block which others are of its article.
void introduce_siblings(std::vector<std::unique_ptr<Ranked>>& block) {
  std::unordered_map<std::string_view, std::vector<const Evidence*>> articles;
  for (const auto& ranked : block) articles[ranked->article_id()].push_back(&ranked->evidence);
  for (const auto& ranked : block) {
    for (const Evidence* other : articles[ranked->article_id()]) {
      if (other != &ranked->evidence) ranked->evidence.siblings.push_back(other);
    }
  }
}

class Search {
 public:
  Search(Database& database, const Query& query, const SearchOptions& options)
      : database_(database),
        options_(options),
        wanted_(options.offset + std::min(options.limit, SIZE_MAX - options.offset)),
        query_(compile(query, database)) {
    result_.notes = query_.notes;
    if (options_.explain) {
      result_.stages = {"tokens   " + query_.tokens, "query    " + to_string(query),
                        "match    " + query_.candidates.get_description()};
    }
  }

  SearchResult run() {
    if (query_.candidates.empty()) {
      if (result_.notes.empty()) result_.notes.emplace_back("there is nothing to search for");
      result_.total_exact = true;
      return std::move(result_);
    }
    Xapian::doccount first = 0;
    bool more = true;
    do {
      more = rank_block(first);
      first += kBlock;
    } while (more && (options_.exact_total || kept_.size() < wanted_));
    result_.total_exact = !more;
    result_.total = more ? std::max<std::size_t>(estimate_, articles_.size()) : articles_.size();
    for (std::size_t i = options_.offset; i < std::min(kept_.size(), wanted_); ++i) {
      result_.hits.push_back(to_hit(*kept_[i], i + 1));
    }
    return std::move(result_);
  }

 private:
  // Ranks the candidates from `first` on and appends the hits among them. False at the end.
  bool rank_block(Xapian::doccount first) {
    const std::vector<Candidate> candidates = match(first);
    std::vector<std::unique_ptr<Ranked>> block;
    for (const Candidate& candidate : candidates) {
      if (database_.retired().contains(candidate.id)) continue;
      auto ranked = std::make_unique<Ranked>();
      ranked->text.assign(database_.passage(candidate.id));
      if (!holds(query_.condition, query_, ranked->text)) continue;
      ranked->evidence = collect_evidence(query_, ranked->text, candidate.match_score);
      block.push_back(std::move(ranked));
    }
    introduce_siblings(block);
    for (const auto& ranked : block) score(*ranked);
    std::sort(block.begin(), block.end(),
              [](const auto& a, const auto& b) { return ranks_before(*a, *b); });
    for (auto& ranked : block) keep(std::move(ranked));
    if (!kept_.empty()) ceiling_ = std::min(ceiling_, kept_.back()->score);
    return candidates.size() == kBlock;
  }

  std::vector<Candidate> match(Xapian::doccount first) {
    return database_.read([&](Xapian::Database& db) {
      Xapian::Enquire enquire(db);
      enquire.set_query(query_.candidates);
      enquire.set_weighting_scheme(weighting());
      const Xapian::MSet found = enquire.get_mset(first, kBlock);
      estimate_ = found.get_matches_estimated();
      std::vector<Candidate> candidates;
      for (auto at = found.begin(); at != found.end(); ++at) {
        candidates.push_back({*at, at.get_weight()});
      }
      return candidates;
    });
  }

  void score(Ranked& ranked) const {
    for (const Feature& feature : features()) {
      const double value = feature.value(ranked.evidence);
      ranked.score += feature.weight * value;
      if (options_.explain) {
        ranked.features.push_back({std::string(feature.name), value, feature.weight});
      }
    }
  }

  void keep(std::unique_ptr<Ranked> ranked) {
    std::size_t& passages = articles_[ranked->article_id()];
    if (options_.per_article != 0 && passages >= options_.per_article) return;
    ++passages;
    if (kept_.size() >= wanted_) return;  // only counted
    // A later block cannot climb above an earlier one: its scores do not, either.
    if (ranked->score > ceiling_) {
      if (options_.explain) ranked->features.push_back({"block", ceiling_ - ranked->score, 1});
      ranked->score = ceiling_;
    }
    kept_.push_back(std::move(ranked));
  }

  Hit to_hit(Ranked& ranked, std::size_t rank) const {
    Hit hit;
    hit.rank = rank;
    hit.score = ranked.score;
    hit.highlights = highlights(query_, ranked.text.body);
    hit.title_highlights = highlights(query_, ranked.text.title);
    hit.features = std::move(ranked.features);
    StoredPassage& stored = ranked.text.stored;
    hit.article = std::move(stored.article);
    hit.source = std::move(stored.source);
    hit.heading = std::move(stored.heading);
    hit.text = std::move(stored.text);
    return hit;
  }

  Database& database_;
  const SearchOptions& options_;
  const std::size_t wanted_;  // hits up to the last one to return
  const CompiledQuery query_;
  SearchResult result_;
  std::vector<std::unique_ptr<Ranked>> kept_;
  std::unordered_map<std::string, std::size_t> articles_;  // id -> passages kept
  double ceiling_ = 1e300;
  Xapian::doccount estimate_ = 0;
};

}  // namespace

struct Searcher::State {
  mutable Database database;
};

Searcher::Searcher(const std::string& database) : state_(new State{Database(database)}) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResult Searcher::search(const Query& query, const SearchOptions& options) const {
  Database& database = state_->database;
  return database.in_one_snapshot([&] { return Search(database, query, options).run(); });
}

}  // namespace gisa
