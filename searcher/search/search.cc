#include "searcher/search/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "common/database/schema.h"
#include "searcher/match/bound.h"
#include "searcher/match/candidates.h"
#include "searcher/match/compile.h"
#include "searcher/match/dated_passages.h"
#include "searcher/match/stages.h"
#include "searcher/query/notes.h"
#include "searcher/related/related_words.h"
#include "searcher/result/hit.h"
#include "searcher/result/hit_collector.h"
#include "searcher/search/ageing.h"
#include "searcher/search/article_counter.h"
#include "searcher/search/block_ranking.h"
#include "searcher/search/passage_reader.h"

namespace gisa {

namespace {

// Hits that are ranked together, if there are so many.
constexpr std::size_t kLeastBlock = 20;

// The same where a reader asked that age count: an older article must not keep a newer one out by
// being found first.
constexpr std::size_t kRecentBlock = 200;

class Search {
 public:
  Search(Database& database, ScoredPassagePool& spare, const Query& query,
         const SearchOptions& options, const Variants* variants, Pieces pieces,
         std::size_t patience)
      : database_(database),
        options_(options),
        pieces_(pieces),
        query_(compile(query, database, variants, pieces)),
        by_date_(options.sort != Sort::relevance),
        undated_(by_date_ ? undated(query_) : CompiledQuery()),
        candidates_(database, by_date_ ? undated_ : query_),
        dated_(database, query_.counted, options.sort == Sort::newest),
        reader_(database, spare, query_, options),
        kept_(options, spare),
        counter_(database, options, reader_, kept_),
        ageing_(database, options),
        patience_(patience) {
    result_.notes = query_.notes;
    if (options_.explain) result_.stages = stages_of(query, query_);
  }

  SearchResult run() {
    if (query_.candidates.empty()) {
      if (result_.notes.empty()) {
        add_note(result_.notes, NoteKind::empty, "there is nothing to search for");
      }
      result_.total_exact = true;
      result_.facets = kept_.facets();
      return std::move(result_);
    }
    bool more = options_.is_known ? collect_unknown() : collect();
    std::size_t counted = 0;  // with those that are kept
    std::size_t beyond = 0;   // besides those that are kept
    if (more && counts_by_index()) {
      counted = counter_.count_by_index(candidates_.all(query_));
    } else if (more && counts()) {
      beyond = counter_.count_all(candidates_.rest(), sure_hits());
    } else if (more && options_.count_ahead > 0) {
      more = count_ahead();
    }
    more = more && !counts();
    report_damaged();
    const std::vector<std::string>& explained = reader_.explained();
    result_.stages.insert(result_.stages.end(), explained.begin(), explained.end());
    result_.total_exact = !more;
    result_.facets = kept_.facets();
    // What is listed with parts of a word only is no hit for a count, but it is there.
    const std::size_t listed = std::min(kept_.size(), kept_.articles(true));
    result_.total =
        std::max({kept_.articles(pieces_ == Pieces::anywhere) + beyond, counted, listed});
    report_pieces();
    for (Hit& hit : result_.hits) hit.copies = kept_.take_copies(hit.rank - 1);
    return std::move(result_);
  }

  // What stands in the hits more often than elsewhere.
  RelatedWords related(std::size_t most) {
    if (query_.candidates.empty()) return {};
    keeps_texts_ = true;
    const bool more = collect();
    std::vector<const PassageText*> passages;
    for (std::size_t i = 0; i < kept_.size(); ++i) passages.push_back(&kept_.at(i).text);
    RelatedWords words = related_words(database_, passages, query_.words, most);
    words.all = !more;
    return words;
  }

 private:
  bool counts() const { return options_.exact_total || !options_.facets.empty(); }

  bool counts_by_index() const {
    return counts() && query_.condition.in_index && options_.leave_out.empty() &&
           database_.is_local();
  }

  // Candidates that need not be read to be counted. Of a few, to read them takes less than what is
  // read for facets in their stead.
  std::vector<Xapian::docid> sure_hits() {
    constexpr std::size_t kFew = 64;  // one passage in so many
    const IndexQuery listed = reader_.hits_by_index();
    if (listed.empty() || pieces_ == Pieces::anywhere) return {};
    std::vector<Xapian::docid> hits = candidates_.matching(listed);
    if (kFew * hits.size() < database_.last_passage()) hits.clear();
    return hits;
  }

  // Keeps the hits that are wanted. True if there may be more.
  bool collect() {
    const bool to_the_end = counts() && !counts_by_index();
    while (more_dated_ && (!kept_.are_enough() || to_the_end)) more_dated_ = rank_moment();
    if (more_dated_ || (counts_by_index() && kept_.are_enough())) return true;
    bool more = true;
    do more = rank_next_block();
    while (more && !kept_.are_enough());
    return more;
  }

  // Keeps the hits whose articles the reader does not know, and below them the copies that he does.
  // Articles that he knows are not held against the query again. No more are left, so false.
  bool collect_unknown() {
    const std::vector<Xapian::docid> ids = candidates_.all(query_);
    const std::vector<std::uint64_t> articles = article_hashes(ids);
    Ageing::Block unknown;
    std::unordered_map<std::uint64_t, Xapian::docid> known;  // a passage of each article
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (options_.is_known(articles[i])) {
        known.try_emplace(articles[i], ids[i]);
      } else {
        add_hit(ids[i], unknown);
      }
    }
    rank_by_moments(std::move(unknown));
    if (kept_.size() == 0) return false;
    for (const auto& [article, id] : known) {
      if (const auto passage = reader_.stored(id)) kept_.add_copy(*passage);
    }
    return false;
  }

  // Of the article of each passage.
  std::vector<std::uint64_t> article_hashes(const std::vector<Xapian::docid>& ids) {
    std::vector<std::uint64_t> hashes = article_hashes_of(database_, ids);
    if (!hashes.empty()) return hashes;
    for (const Xapian::docid id : ids) {  // a server has them
      const auto passage = reader_.stored(id);
      hashes.push_back(passage ? schema::hash(passage->article.id) : 0);
    }
    return hashes;
  }

  // Ranks all hits, those of one date together if the order is by date.
  void rank_by_moments(Ageing::Block hits) {
    if (!by_date_) return rank(hits);
    std::map<std::string, Ageing::Block> moments;
    for (auto& hit : hits) moments[hit->text.stored.article.date].push_back(std::move(hit));
    auto undated = moments.extract("");
    if (options_.sort == Sort::newest) {
      for (auto at = moments.rbegin(); at != moments.rend(); ++at) rank(at->second);
    } else {
      for (auto& [date, block] : moments) rank(block);
    }
    if (!undated.empty()) rank(undated.mapped());
  }

  // The candidates that have no date, to come after the others.
  static CompiledQuery undated(CompiledQuery query) {
    query.candidates = DatedPassages::undated(query.candidates);
    query.counted = DatedPassages::undated(query.counted);
    if (!query.likely.empty()) query.likely = DatedPassages::undated(query.likely);
    return query;
  }

  // Ranks the hits of the next moment and appends them. False at the end.
  bool rank_moment() {
    const std::vector<Xapian::docid> ids = dated_.next();
    Ageing::Block block;
    for (const Xapian::docid id : ids) add_hit(id, block);
    rank(block);
    return !ids.empty();
  }

  // Ranks the next hits together and appends them. False at the end.
  bool rank_next_block() {
    Ageing::Block block;
    const std::size_t least = ageing_.is_asked() ? kRecentBlock : kLeastBlock;
    bool more = true;
    while (more && block.size() < least) more = gather(block);
    rank(block);
    if (!by_date_) kept_.lower_ceiling();  // the scores of a block that comes later do not climb
    return more;
  }

  void rank(Ageing::Block& block) {
    rank_block(block, ageing_, options_.explain);
    for (auto& ranked : block) kept_.keep(std::move(ranked));
    if (!keeps_texts_) settle();
  }

  // Makes hits of what is kept. Of a list of all hits, only one block is held as it was ranked.
  void settle() {
    for (; settled_ < kept_.size(); ++settled_) {
      ScoredPassage& ranked = kept_.at(settled_);
      if (settled_ >= options_.offset) {
        if (ranked.in_pieces) ++in_pieces_;
        result_.hits.push_back(take_hit(ranked, settled_ + 1, query_, options_.context));
      }
      kept_.let_go(settled_);
    }
  }

  // Appends the hits among the next candidates. False at the end.
  bool gather(Ageing::Block& block) {
    const std::vector<Candidate> candidates = candidates_.next();
    reader_.check_time();
    for (const Candidate& candidate : candidates) add_hit(candidate.id, block);
    read_ += candidates.size();
    return !candidates.empty() && read_ < patience_;
  }

  void add_hit(Xapian::docid id, Ageing::Block& block) {
    if (!may_be_hit(id)) return;
    std::unique_ptr<ScoredPassage> ranked = reader_.hit(id);
    if (!ranked) return;
    collect_evidence(query_, ranked->text, ranked->evidence);
    block.push_back(std::move(ranked));
  }

  // Once many candidates were refused by their text, the index is asked what cannot be a hit.
  bool may_be_hit(Xapian::docid id) {
    if (!bound_ && reader_.has_refused_many()) bound_ = passages_in_bound();
    return !bound_ || bound_->empty() || (id < bound_->size() && (*bound_)[id]);
  }

  // By their numbers; empty if there is no bound.
  std::vector<bool> passages_in_bound() {
    const std::optional<IndexQuery> bound = bound_of(query_);
    if (!bound || !database_.is_local()) return {};
    std::vector<bool> passages(database_.last_passage() + 1);
    for (const Xapian::docid id : candidates_.matching(*bound)) passages[id] = true;
    return passages;
  }

  void report_damaged() {
    const std::set<Xapian::docid>& damaged = reader_.damaged();
    if (damaged.empty()) return;
    add_damaged_note(result_.notes, *damaged.begin(), damaged.size());
  }

  // Of a list that is nothing else, the caller says so.
  void report_pieces() {
    if (pieces_ != Pieces::in_rows) return;
    if (in_pieces_ == 0) return;
    add_note(
        result_.notes, NoteKind::expanded,
        fmt::format("listed with parts of a word only: {} (a count leaves them out)", in_pieces_));
  }

  // Counts what the next candidates have. True if there may be more.
  bool count_ahead() {
    for (std::size_t read = 0; read < options_.count_ahead;) {
      std::vector<Xapian::docid> ids;
      if (more_dated_) {
        ids = dated_.next();
        more_dated_ = !ids.empty();
        if (!more_dated_) continue;
      } else {
        for (const Candidate& candidate : candidates_.next()) ids.push_back(candidate.id);
        if (ids.empty()) return false;
      }
      for (const Xapian::docid id : ids) counter_.count(id);
      read += ids.size();
    }
    return true;
  }

  Database& database_;
  const SearchOptions& options_;
  const Pieces pieces_;
  const CompiledQuery query_;
  const bool by_date_;
  const CompiledQuery undated_;  // if by date
  Candidates candidates_;        // by date: those without one
  DatedPassages dated_;
  bool more_dated_ = by_date_;
  SearchResult result_;
  PassageReader reader_;
  HitCollector kept_;
  bool keeps_texts_ = false;   // what is kept is read again, as it was ranked
  std::size_t settled_ = 0;    // of what is kept, made hits of
  std::size_t in_pieces_ = 0;  // of the hits
  ArticleCounter counter_;
  Ageing ageing_;
  std::optional<std::vector<bool>> bound_;  // passages that may be hits, once that is asked
  const std::size_t patience_;              // candidates to read
  std::size_t read_ = 0;
};

}  // namespace

SearchResult search(Database& database, ScoredPassagePool& spare, const Query& query,
                    const SearchOptions& options, const Variants* variants, Pieces pieces,
                    std::size_t patience) {
  return Search(database, spare, query, options, variants, pieces, patience).run();
}

RelatedWords related(Database& database, ScoredPassagePool& spare, const Query& query,
                     const SearchOptions& options, const Variants* variants) {
  SearchOptions looked_at = options;
  looked_at.limit = kPassagesLookedAt;
  looked_at.offset = 0;
  looked_at.per_article = 0;
  looked_at.fold = false;
  looked_at.exact_total = false;
  looked_at.facets.clear();
  looked_at.sort = Sort::relevance;
  Search search(database, spare, query, looked_at, variants, Pieces::nowhere, SIZE_MAX);
  return search.related(options.related);
}

}  // namespace gisa
