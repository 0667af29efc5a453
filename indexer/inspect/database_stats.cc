#include "indexer/inspect/database_stats.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

#include "common/database/alias.h"
#include "common/database/schema.h"
#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "gisa/error.h"
#include "indexer/manifest/manifest.h"

namespace gisa {

namespace {

namespace fs = std::filesystem;

class Description {
 public:
  explicit Description(const std::string& path) : database_(path) {}

  std::string run() {
    const Manifest manifest = read_manifest(database_);
    const auto passages = database_.read([](Xapian::Database& db) { return db.get_doccount(); });
    line("articles", database_.metadata(schema::kArticlesKey));
    line("passages", passages - database_.deleted().count());
    line("deleted passages", database_.deleted().count());
    describe_files(manifest);
    describe_tables();
    database_.read([&](Xapian::Database& db) {
      describe_dates(db);
      describe_presses(db);
      return 0;
    });
    describe_aliases();
    return std::move(out_);
  }

 private:
  template <typename Value>
  void line(std::string_view name, const Value& value) {
    fmt::format_to(std::back_inserter(out_), "{}\t{}\n", visible(name),
                   visible(fmt::to_string(value)));
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
    line("files", manifest.size() - handed_over);
    if (handed_over > 0) line("articles of programs", handed_over);
    line("left out", left_out);
    for (const auto& [encoding, files] : encodings) {
      line(fmt::format("files in {}", encoding), files);
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
      line(fmt::format("bytes of {}", table), size);
      all += size;
    }
    line("bytes", all);
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
    if (!first.empty())
      line("dates", fmt::format("{} to {}", first.substr(0, 8), last.substr(0, 8)));
  }

  void describe_aliases() {
    constexpr std::size_t kMost = 50;
    const std::vector<Alias> aliases = all_aliases(database_);
    line("aliases", aliases.size());
    for (std::size_t i = 0; i < std::min(kMost, aliases.size()); ++i) {
      line(fmt::format("alias {} {}", aliases[i].word, aliases[i].other), aliases[i].count);
    }
  }

  // Passages of one article stand in a row, so a new key is a new article.
  void describe_presses(Xapian::Database& db) {
    const std::string prefix(schema::kPress);
    for (auto term = db.allterms_begin(prefix); term != db.allterms_end(prefix); ++term) {
      std::size_t articles = 0;
      std::string key;
      for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
        if (database_.deleted().contains(*at)) continue;
        std::string its_key = db.get_document(*at).get_value(schema::kArticleKeySlot);
        if (its_key == key) continue;
        key = std::move(its_key);
        ++articles;
      }
      if (articles > 0) line(fmt::format("press {}", (*term).substr(prefix.size())), articles);
    }
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
  const auto line = [&](std::string_view name, const auto& value) {
    fmt::format_to(std::back_inserter(out), "{}\t{}\n", name, value);
  };
  for (const std::string& typed : words) {
    const std::u32string word = hangul_of(typed);
    const WordCounts counts = borders.lexicon().counts(word);
    line("word", utf8(word));
    line("alone", counts.alone);
    line("before a particle of nouns", counts.nominal);
    line("before another particle or ending", counts.other);
    line("its own", fmt::format("{:.0f}", borders.lexicon().frequency(word)));
    line("as the stem of a verb", borders.lexicon().verb_frequency(word));
    line("cut", borders.cut(word));
  }
  if (!borders.lexicon().knows_enough())
    line("archive", "too small to learn from: letters count as words");
  return out;
}

}  // namespace gisa
