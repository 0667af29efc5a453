#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/article.h"
#include "gisa/error.h"
#include "gisa/export.h"
#include "gisa/facet.h"
#include "gisa/query.h"
#include "gisa/related.h"

namespace gisa {

enum class Sort {
  relevance,
  newest,  // all hits by date, those of one moment by relevance, those without a date last
  oldest,
};

struct SearchOptions {
  std::size_t limit = 10;       // hits to return
  std::size_t offset = 0;       // hits to pass over first
  std::size_t per_article = 1;  // passages an article may contribute; 0 is without bound
  bool exact_total = false;     // read every candidate, so that SearchResult::total is exact
  std::size_t count_ahead = 0;  // passages to read behind the hits, so that small totals are exact
  bool explain = false;         // fill Hit::features and SearchResult::stages
  Sort sort = Sort::relevance;
  // Days in which half of what age can cost is lost, at most half of a score (docs/query.md); 0:
  // age costs nothing. Without it, age costs a little where the best hits are of many days.
  std::optional<int> half_life = {};
  bool fold = true;           // copies of one story are one hit
  bool correct = true;        // a query that finds nothing is read otherwise, with a note
  bool exact = false;         // words are not looked for in other spellings or as synonyms
  std::string synonyms = {};  // a file of them; empty: `synonyms` in the database's folder, if any
  // Fields to count the articles by (docs/json.md); reads every candidate, too.
  std::vector<std::string> facets = {};
  std::size_t related = 0;  // words that stand in the hits more often than elsewhere; 0: none
  // Sentences around the best one in Hit::snippet; without it as many as fit into some lines.
  std::optional<std::size_t> context = {};
  std::string leave_out = {};  // the id of an article that is no hit
  // Told the 64-bit FNV-1a hash of an article's id, says whether the reader knows the article. One
  // that is known is no hit, but stands in Hit::copies where it is a copy of one. Empty: none is.
  std::function<bool(std::uint64_t)> is_known = {};
  // Passages before and behind each hit in its article that Hit::text has, too. Hits of one article
  // that then have a passage in common become one, of the better one's rank.
  std::size_t context_passages = 0;
  // Characters that the texts of all hits have together, at most; 0: any number. What has no room
  // is left out, with a note; the best hit is cut.
  std::size_t budget = 0;
  bool places = true;  // fill Hit::place, for which the passages before a hit have to be read
  // Search no longer than this: throws Error (timeout) then. 0: as long as it takes.
  std::chrono::milliseconds time_limit{0};
  // Asked again and again while a search runs, some thousand times a second, by the thread that
  // searches: once it is true, the search throws Error (cancelled). To cancel from another thread,
  // let it look at a std::stop_token or an atomic flag. Must not throw. Empty: never.
  std::function<bool()> is_cancelled = {};
};

// One addend of a score: weight * value, as the ranker used them.
struct ScoredFeature {
  std::string name;
  double value = 0;
  double weight = 0;
};

struct Hit {
  std::size_t rank = 0;  // 1 is the best
  double score = 0;      // comparable within one result only
  Article article;       // its body is left empty: `text` is the passage
  std::string
      source;  // path of the file, relative to the folder that was indexed, and on within archives
  std::uint32_t record = 0;  // of the article in that file: the line of JSON lines, else the n-th
                             // record, from 1; 0 if the file holds this article alone, or a
                             // database of schema 4 does not say
  std::string heading;       // the section heading above the passage, if any
  std::string text;          // the passage, as it was written
  std::vector<Span> highlights;          // in `text`, ascending, not touching each other
  std::vector<Span> title_highlights;    // in `article.title`
  std::vector<Span> heading_highlights;  // in `heading`
  std::vector<ScoredFeature> features;
  Span snippet;                 // of `text`: the sentences that show best why it is a hit
  std::vector<Article> copies;  // of its story, folded into this hit, as far as they were met
  // Of its document, on which what is marked first in the snippet stands, else the snippet's
  // beginning; 0 if pages are not known.
  std::uint32_t page = 0;
  std::uint32_t passage = 0;  // of its article, the first is 0
  // Where `text` stands in article_text(): in bytes, and in characters (code points).
  Span place;
  Span place_chars;
};

// `ID@3`: the article's id and the number of the passage. It stays the same as long as the article
// does, in every database that this version of gisa makes.
GISA_API std::string passage_id(const Hit& hit);

// The text of an article whose passages these are, as Searcher::article() gives them: what was
// indexed, but for blank lines. Between two passages stands a newline, or nothing where the first
// ends in a newline or in a blank.
GISA_API std::string article_text(const std::vector<Hit>& passages);

struct SearchResult {
  std::vector<Hit> hits;
  std::size_t total = 0;            // articles that answer the query
  bool total_exact = false;         // else there may be more than `total`
  std::size_t left_out = 0;         // hits for which SearchOptions::budget had no room
  std::vector<Note> notes;          // what a person should know
  std::vector<std::string> stages;  // with explain: tokens, query tree, compiled query
  std::vector<Facet> facets;        // in the order of SearchOptions::facets
  RelatedWords related;             // as many as SearchOptions::related asks for
};

// A snapshot of a database, or of several as one, open for searching. Owns its files; one Searcher
// serves one thread at a time, any number may be open. All calls throw gisa::Error.
class GISA_API Searcher {
 public:
  explicit Searcher(const std::string& database);

  // Each database is a folder, or `tcp:HOST:PORT` where xapian-tcpsrv serves one (docs/scaling.md).
  // If `partial`, those that do not answer are left out, with a note in each result, as long as one
  // does.
  explicit Searcher(const std::vector<std::string>& databases, bool partial = false);

  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  // How many bytes of the index all Searchers of the process together keep decoded from one search
  // to the next: 64 MiB unless this is called, 0 for nothing. Any thread.
  static void keep_in_memory(std::size_t bytes);

  // Takes a new snapshot if the database was written to since; true if so. Servers are waited for
  // within `time_limit`; 0: some seconds for each.
  bool refresh(std::chrono::milliseconds time_limit = std::chrono::milliseconds(0));

  // A name of the state that is searched; another state has another one. Empty if a server is
  // asked, or a database does not answer.
  std::string revision() const;

  SearchResult search(const Query& query, const SearchOptions& options = {}) const;

  // The same for what parse_query() makes of `text`, with its notes.
  SearchResult search(std::string_view text, const SearchOptions& options = {}) const;

  // The passages of that article, in their order, nothing marked in them. Throws gisa::Error
  // (input) if there is no such article. Damaged passages are left out, with a note; without
  // `notes` they are an error.
  std::vector<Hit> article(const std::string& article_id, std::vector<Note>* notes = nullptr) const;

  // A query for articles like that one: its most characteristic words, the best first. It finds the
  // article, too, unless SearchOptions::leave_out names it. Throws gisa::Error (input) if there is
  // no such article. Damaged passages as above.
  Query like(const std::string& article_id, std::vector<Note>* notes = nullptr) const;

  // The names in `press` or `by` that begin so, or do when the last syllable is typed to its end
  // (코론 for 코로나), those of most passages first, at most `most` of them; none for another
  // field.
  std::vector<std::string> names(std::string_view field, std::string_view beginning,
                                 std::size_t most = 100) const;

  // The words of the index that begin so, in the same way, the most frequent first.
  std::vector<std::string> words(std::string_view beginning, std::size_t most = 10) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gisa
