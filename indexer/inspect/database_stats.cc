#include "indexer/inspect/database_stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <utility>

#include "common/database/alias.h"
#include "common/database/schema.h"
#include "common/news/section.h"
#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "gisa/error.h"
#include "indexer/manifest/manifest.h"

namespace gisa {

namespace {

namespace fs = std::filesystem;

// `form` stands in the catalogue of translations.
template <typename... Values>
void add_line(std::string& out, fmt::format_string<Values...> form, Values&&... values) {
  fmt::format_to(std::back_inserter(out), form, std::forward<Values>(values)...);
  out += '\n';
}

class Description {
 public:
  explicit Description(const std::string& path) : database_(path) {}

  std::string run() {
    const Manifest manifest = read_manifest(database_);
    const auto passages = database_.read([](Xapian::Database& db) { return db.get_doccount(); });
    line("articles\t{}", database_.metadata(schema::kArticlesKey));
    line("passages\t{}", passages - database_.deleted().count());
    line("deleted passages\t{}", database_.deleted().count());
    describe_files(manifest);
    describe_tables();
    database_.read([&](Xapian::Database& db) {
      describe_dates(db);
      describe_presses(db);
      describe_sections(db);
      return 0;
    });
    describe_aliases();
    return std::move(out_);
  }

 private:
  template <typename... Values>
  void line(fmt::format_string<Values...> form, Values&&... values) {
    add_line(out_, form, std::forward<Values>(values)...);
  }

  void describe_files(const Manifest& manifest) {
    std::size_t handed_over = 0;
    std::size_t left_out = 0;
    std::map<std::string, std::size_t> encodings;
    for (const auto& [path, entry] : manifest) {
      if (is_handed_over(path)) ++handed_over;
      left_out += entry.more_problems;
      for (const std::string& encoding : entry.encodings) ++encodings[encoding];
      left_out += static_cast<std::size_t>(
          std::count_if(entry.problems.begin(), entry.problems.end(),
                        [](const Problem& problem) { return problem.left_out; }));
    }
    line("files\t{}", manifest.size() - handed_over);
    if (handed_over > 0) line("articles of programs\t{}", handed_over);
    line("left out\t{}", left_out);
    for (const auto& [encoding, files] : encodings) {
      line("files in {}\t{}", visible(encoding), files);
    }
  }

  void describe_tables() {
    std::map<std::string, std::uintmax_t> sizes;
    for (const auto& file : fs::directory_iterator(database_.tables())) {
      if (file.path().extension() == ".glass" && file.file_size() > 0)
        sizes[file.path().stem()] = file.file_size();
    }
    std::uintmax_t all = 0;
    for (const auto& [table, size] : sizes) {
      line("bytes of {}\t{}", table, size);
      all += size;
    }
    line("bytes\t{}", all);
  }

  void describe_dates(Xapian::Database& db) {
    std::string first;
    std::string last;
    for (auto at = db.valuestream_begin(schema::kDateSlot);
         at != db.valuestream_end(schema::kDateSlot); ++at) {
      if (database_.deleted().contains(at.get_docid())) continue;
      if (first.empty() || *at < first) first = *at;
      if (*at > last) last = *at;
    }
    if (!first.empty()) line("dates\t{} to {}", first.substr(0, 8), last.substr(0, 8));
  }

  void describe_aliases() {
    constexpr std::size_t kMost = 50;
    const std::vector<Alias> aliases = all_aliases(database_);
    line("aliases\t{}", aliases.size());
    for (std::size_t i = 0; i < std::min(kMost, aliases.size()); ++i) {
      line("alias {} {}\t{}", aliases[i].word, aliases[i].other, aliases[i].count);
    }
  }

  void describe_presses(Xapian::Database& db) {
    const std::string prefix(schema::kPress);
    for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
      const std::size_t articles = articles_with(db, *term);
      if (articles > 0) line("press {}\t{}", visible((*term).substr(prefix.size())), articles);
    }
  }

  // What sections are divided into is not told apart.
  void describe_sections(Xapian::Database& db) {
    const std::string prefix(schema::kSection);
    for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
      const std::string section = (*term).substr(prefix.size());
      if (sections_in(section) != std::vector{section}) continue;
      const std::size_t articles = articles_with(db, *term);
      if (articles > 0) line("section {}\t{}", visible(section), articles);
    }
  }

  // Passages of one article stand in a row, so a new key is a new article.
  std::size_t articles_with(Xapian::Database& db, const std::string& term) {
    std::size_t articles = 0;
    std::string key;
    for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
      if (database_.deleted().contains(*at)) continue;
      std::string its_key = db.get_document(*at).get_value(schema::kArticleKeySlot);
      if (its_key == key) continue;
      key = std::move(its_key);
      ++articles;
    }
    return articles;
  }

  Database database_;
  std::string out_;
};

// Throws gisa::Error (usage) if there is anything else in it.
std::u32string hangul_of(const std::string& typed) {
  std::u32string word;
  const std::string folded = valid_prefix(typed) == typed.size() ? to_nfc(typed) : std::string();
  for (std::size_t at = 0; at < folded.size();) {
    const auto [c, length] = decode_char(folded, at);
    if (!is_hangul_syllable(c)) word.clear();
    if (!is_hangul_syllable(c)) break;
    word += c;
    at += length;
  }
  if (!word.empty()) return word;
  throw Error(ErrorCode::usage, fmt::format("{} is no word in Hangul", visible(typed)),
              "as in --stats --words 김정은");
}

}  // namespace

std::string describe_database(const std::string& path) { return Description(path).run(); }

std::string describe_words(const std::string& path, const std::vector<std::string>& words) {
  Database database(path);
  const WordBorders& borders = database.words();
  std::string out;
  for (const std::string& typed : words) {
    const std::u32string word = hangul_of(typed);
    const WordCounts counts = borders.lexicon().counts(word);
    add_line(out, "word\t{}", utf8(word));
    add_line(out, "alone\t{}", counts.alone);
    add_line(out, "before a particle of nouns\t{}", counts.nominal);
    add_line(out, "before another particle or ending\t{}", counts.other);
    add_line(out, "its own\t{:.0f}", borders.lexicon().frequency(word));
    add_line(out, "as the stem of a verb\t{}", borders.lexicon().verb_frequency(word));
    add_line(out, "cut\t{}", borders.cut(word));
  }
  if (!borders.lexicon().knows_enough())
    out += "archive\ttoo small to learn from: letters count as words\n";
  return out;
}

}  // namespace gisa
