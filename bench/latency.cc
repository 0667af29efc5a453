// How long a query takes in one process: a warm-up pass over all queries, then a timed one.
// Usage: gisa-latency DB[,DB...] QUERIES [LIMIT]; QUERIES holds QID<TAB>QUERY or QUERY a line, read
// as plain text. Prints p50, p95, p99 and the mean in milliseconds.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <numeric>
#include <sstream>

#include "gisa/error.h"
#include "gisa/searcher.h"

namespace {

std::vector<gisa::Query> read_queries(const char* path) {
  std::vector<gisa::Query> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    queries.push_back(gisa::parse_plain(line.substr(line.find('\t') + 1)).query);
  }
  return queries;
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');) parts.push_back(part);
  return parts;
}

double milliseconds(const gisa::Searcher& searcher, const gisa::Query& query,
                    const gisa::SearchOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const gisa::SearchResult result = searcher.search(query, options);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    std::cerr << "usage: gisa-latency DB[,DB...] QUERIES [LIMIT]\n";
    return 2;
  }
  const gisa::Searcher searcher(split(argv[1]));
  const std::vector<gisa::Query> queries = read_queries(argv[2]);
  if (queries.empty()) {
    std::cerr << "gisa-latency: no queries in " << argv[2] << '\n';
    return 2;
  }
  gisa::SearchOptions options;
  if (argc > 3) options.limit = static_cast<std::size_t>(std::atoi(argv[3]));
  std::vector<double> times;
  for (const gisa::Query& query : queries) milliseconds(searcher, query, options);
  for (const gisa::Query& query : queries) {
    times.push_back(milliseconds(searcher, query, options));
  }
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  fmt::print("p50 {:.2f}  p95 {:.2f}  p99 {:.2f}  mean {:.2f} ms  ({} queries)\n", at(0.5),
             at(0.95), at(0.99),
             std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size()),
             times.size());
  return 0;
} catch (const gisa::Error& error) {
  std::cerr << "gisa-latency: " << error.message() << '\n';
  return 2;
}
