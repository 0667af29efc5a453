#include "searcher/search/passage_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "searcher/match/condition.h"
#include "searcher/match/occurrence.h"
#include "searcher/search/kept_passages.h"

namespace gisa {

namespace {

// Candidates of a query that were refused, from which on more are to be expected.
constexpr std::size_t kManyRefused = 40;

}  // namespace

PassageReader::PassageReader(Database& database, ScoredPassagePool& spare,
                             const CompiledQuery& query, const SearchOptions& options)
    : database_(database),
      spare_(spare),
      query_(query),
      options_(options),
      read_(passages_for(database, options.limit)),
      may_have_pieces_(may_hold_in_pieces(query.condition)),
      plain_words_(query, database),
      deadline_(database.deadline()) {}

void PassageReader::check_time() const {
  if (Clock::now() <= deadline_) return;
  throw Error(ErrorCode::timeout,
              fmt::format("the query takes longer than {} s",
                          std::chrono::ceil<std::chrono::seconds>(options_.time_limit).count()),
              "ask for rarer words, or do not have all of their articles counted");
}

std::optional<StoredPassage> PassageReader::stored(Xapian::docid id) {
  check_time();
  return noted(id, database_.sound_passage(id));
}

std::unique_ptr<ScoredPassage> PassageReader::hit(Xapian::docid id) {
  check_time();
  std::optional<StoredPassage> passage = noted(id, read_(id));
  return passage ? hit(std::move(*passage)) : nullptr;
}

// Remembers the damaged ones.
std::optional<StoredPassage> PassageReader::noted(Xapian::docid id,
                                                  std::optional<StoredPassage> passage) {
  if (!passage) damaged_.insert(id);
  return passage;
}

std::optional<Article> PassageReader::article_of_hit(Xapian::docid id) {
  std::optional<StoredPassage> passage = stored(id);
  if (!passage) return std::nullopt;
  if (is_surely_hit(*passage)) return std::move(passage->article);
  std::unique_ptr<ScoredPassage> ranked = hit(std::move(*passage));
  if (!ranked) return std::nullopt;
  std::optional<Article> article;
  if (!ranked->in_pieces) article = ranked->text.stored.article;
  spare_.give_back(std::move(ranked));
  return article;
}

std::unique_ptr<ScoredPassage> PassageReader::hit(StoredPassage passage) {
  if (!may_be_hit(passage)) return nullptr;
  std::unique_ptr<ScoredPassage> ranked = spare_.take();
  ranked->text.assign(std::move(passage), &database_.words());
  if (is_wanted(ranked->text.stored) && is_hit(*ranked)) return ranked;
  ++refused_;
  spare_.give_back(std::move(ranked));
  return nullptr;
}

bool PassageReader::is_wanted(const StoredPassage& passage) const {
  return options_.leave_out.empty() || passage.article.id != options_.leave_out;
}

// To fold a text takes longer than to read it back.
bool PassageReader::is_surely_hit(const StoredPassage& passage) {
  return !options_.explain && is_wanted(passage) &&
         surely_holds(query_.condition, passage, plain_words_);
}

bool PassageReader::has_refused_many() const {
  return refused_ >= kManyRefused && !options_.explain;
}

// A glance is cheap beside folding the text, but not free: most queries have next to no candidate
// that it could refuse.
bool PassageReader::may_be_hit(const StoredPassage& passage) {
  if (!has_refused_many()) return true;
  glance_.look_at(passage);
  return may_hold(query_.condition, query_, glance_);
}

bool PassageReader::is_hit(ScoredPassage& ranked) {
  if (options_.explain) explain_words(ranked.text);
  const bool whole = holds(query_.condition, query_, ranked.text);
  ranked.in_pieces =
      !whole && may_have_pieces_ && holds(query_.condition, query_, ranked.text, true);
  return whole || ranked.in_pieces;
}

void PassageReader::explain_words(const PassageText& passage) {
  constexpr std::size_t kMostLines = 40;
  std::vector<Occurrence> places;
  for (const SearchWord& word : query_.words) {
    for (const FoldedText* text : {&passage.title, &passage.heading, &passage.body}) {
      find_occurrences(*text, word, places);
      for (const Occurrence& place : places) {
        const std::string why = text->explain_word(place.begin, place.word_end);
        if (why.empty() || explained_.size() == kMostLines) continue;
        const std::string line = "word     " + why;
        if (std::find(explained_.begin(), explained_.end(), line) == explained_.end()) {
          explained_.push_back(line);
        }
      }
    }
  }
}

}  // namespace gisa
