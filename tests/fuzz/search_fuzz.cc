#include <stdlib.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "gisa/searcher.h"
#include "indexer/update/index_run.h"
#include "tests/fuzz/check.h"

// The whole way of a query, from bytes to hits, over the articles of the unit tests. The first two
// bytes say how it is searched, the rest is the query.
namespace {

class News {
 public:
  News() {
    std::string folder = (std::filesystem::temp_directory_path() / "gisa-fuzz-XXXXXX").string();
    CHECK(mkdtemp(folder.data()) != nullptr);
    folder_ = folder;
    gisa::Console console;
    gisa::IndexOptions options;
    options.database = (folder_ / "db").string();
    options.sources = {GISA_NEWS};
    gisa::run_index(options, console);
    searcher_.emplace(options.database);
  }

  ~News() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  const gisa::Searcher& searcher() const { return *searcher_; }

 private:
  std::filesystem::path folder_;
  std::optional<gisa::Searcher> searcher_;
};

void check_spans(const std::vector<gisa::Span>& spans, const std::string& text) {
  std::size_t end = 0;
  for (const gisa::Span& span : spans) {
    CHECK(span.begin >= end && span.begin < span.end && span.end <= text.size());
    CHECK(gisa::starts_char(text[span.begin]));
    CHECK(span.end == text.size() || gisa::starts_char(text[span.end]));
    end = span.end;
  }
}

void check_order(const gisa::SearchResult& result, const gisa::SearchOptions& options) {
  CHECK(result.hits.size() <= options.limit);
  CHECK(result.total >= result.hits.size());
  const std::string* before = nullptr;
  for (const gisa::Hit& hit : result.hits) {
    check_spans(hit.highlights, hit.text);
    check_spans(hit.title_highlights, hit.article.title);
    check_spans(hit.heading_highlights, hit.heading);
    const std::string& date = hit.article.date;
    if (before && options.sort == gisa::Sort::newest) CHECK(*before >= date);
    if (before && options.sort == gisa::Sort::oldest) CHECK(*before <= date || date.empty());
    before = &date;
  }
}

std::vector<std::string> ids(const gisa::SearchResult& result) {
  std::vector<std::string> out;
  for (const gisa::Hit& hit : result.hits) out.push_back(hit.article.id);
  return out;
}

// What is counted is what would be listed.
void check_count(const gisa::Searcher& searcher, const gisa::Query& query,
                 gisa::SearchOptions options) {
  options.offset = 0;
  options.limit = 1'000'000;
  options.fold = false;
  const std::size_t listed = searcher.search(query, options).hits.size();
  options.limit = 0;
  options.exact_total = true;
  CHECK(searcher.search(query, options).total == listed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const News news;
  if (size < 2) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  const gisa::ParsedQuery parsed =
      (data[0] & 1) != 0 ? gisa::parse_plain(text) : gisa::parse_query(text, "2020-06-03");
  gisa::Query query = gisa::with_blanks(parsed.query, static_cast<gisa::Blank>(data[1] % 3));
  if ((data[0] & 2) != 0) query = gisa::within_dates(query, "2020-02", "2020-05-06");
  gisa::SearchOptions options;
  options.limit = 6;
  options.sort = static_cast<gisa::Sort>((data[0] >> 2) % 3);
  options.half_life = options.sort == gisa::Sort::relevance ? (data[0] >> 5) * 10 : 0;
  options.explain = (data[1] & 0x40) != 0;
  options.exact_total = (data[1] & 0x80) != 0;
  const gisa::SearchResult result = news.searcher().search(query, options);
  check_order(result, options);
  CHECK(!options.exact_total || result.total_exact);
  const bool asks_nothing = query == gisa::Query{};
  CHECK(!asks_nothing || !result.notes.empty() || !parsed.notes.empty());
  options.offset = 3;
  options.limit = 3;
  const std::vector<std::string> whole = ids(result);
  const std::vector<std::string> page = ids(news.searcher().search(query, options));
  CHECK(std::equal(page.begin(), page.end(),
                   whole.begin() + std::min<std::ptrdiff_t>(3, std::ssize(whole)), whole.end()));
  if ((data[1] & 0x20) != 0) check_count(news.searcher(), query, options);
  return 0;
}
