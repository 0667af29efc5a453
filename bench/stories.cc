// How well stories are told apart: gisa-stories DB [PAIRS]. Over every pair of articles of a
// database (one day of news or so: pairs grow with the square), sketches against the truth, which
// is the share of the shorter text's runs of 12 letters that stand in the longer: one story from
// 0.75 on, another below 0.5. Prints PAIRS of the pairs taken for one story, picked evenly, to be
// judged by eye.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "common/analysis/minhash.h"
#include "common/database/database.h"
#include "searcher/text/folded_text.h"

namespace gisa {
namespace {

struct Told {
  std::string title;
  std::string story;
  std::u32string letters;
  std::vector<std::size_t> runs;  // hashes, ascending
};

std::vector<Told> read_articles(Database& database) {
  std::vector<Told> articles;
  const auto last = database.read([](Xapian::Database& db) { return db.get_lastdocid(); });
  std::string id;
  FoldedText folded;
  for (Xapian::docid at = 1; at <= last; ++at) {
    StoredPassage passage = database.passage(at);
    if (articles.empty() || passage.article.id != id) {
      id = passage.article.id;
      articles.push_back(
          {passage.article.press + ": " + passage.article.title, passage.minhash, {}, {}});
    }
    folded.assign(passage.text, passage.boilerplate);
    for (const char32_t c : folded.chars()) {
      if (c != FoldedText::kBreak) articles.back().letters += c;
    }
  }
  for (Told& article : articles) {
    const std::u32string_view letters = article.letters;
    for (std::size_t i = 0; i + 12 <= letters.size(); ++i) {
      article.runs.push_back(std::hash<std::u32string_view>()(letters.substr(i, 12)));
    }
    std::sort(article.runs.begin(), article.runs.end());
    article.runs.erase(std::unique(article.runs.begin(), article.runs.end()), article.runs.end());
  }
  return articles;
}

double true_share(const Told& a, const Told& b) {
  std::vector<std::size_t> both;
  std::set_intersection(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(),
                        std::back_inserter(both));
  return static_cast<double>(both.size()) /
         static_cast<double>(std::min(a.runs.size(), b.runs.size()));
}

// The fewest of the one's runs are at least this share of the other's, and of a text at all.
bool comparable(const Told& a, const Told& b) {
  const auto [shorter, longer] = std::minmax({a.runs.size(), b.runs.size()});
  return shorter >= 60 && 10 * shorter >= 3 * longer;
}

void judge(const std::vector<Told>& articles, std::size_t wanted) {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t between = 0;
  std::size_t missed = 0;
  std::vector<std::string> taken;
  std::vector<bool> folds(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    for (std::size_t j = i + 1; j < articles.size(); ++j) {
      const bool same = near_duplicates(articles[i].story, articles[j].story);
      if (!same && !comparable(articles[i], articles[j])) continue;
      const double share = true_share(articles[i], articles[j]);
      if (same) {
        folds[j] = true;
        ++(share >= 0.75 ? right : share < 0.5 ? wrong : between);
        taken.push_back(fmt::format("{:.2f}\t{}\t{}", share, articles[i].title, articles[j].title));
      } else if (share >= 0.75) {
        ++missed;
      }
    }
  }
  fmt::print("{} articles, {} of them copies of an earlier one\n", articles.size(),
             std::count(folds.begin(), folds.end(), true));
  fmt::print("{} pairs: {} of one story, {} of another, {} between; {} missed\n", taken.size(),
             right, wrong, between, missed);
  fmt::print(
      "precision {:.3f}, recall {:.3f}\n",
      static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, right + wrong)),
      static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, right + missed)));
  for (std::size_t i = 0; i < std::min(wanted, taken.size()); ++i) {
    fmt::print("{}\n", taken[i * taken.size() / std::min(wanted, taken.size())]);
  }
}

}  // namespace
}  // namespace gisa

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  gisa::Database database(argv[1]);
  gisa::judge(gisa::read_articles(database), argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 0);
}
