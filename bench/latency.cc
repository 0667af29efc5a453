// How long a query takes in one process: a warm-up pass over all queries, then ROUNDS timed ones.
// Usage: gisa-latency DB[,DB...] QUERIES [--limit N] [--threads N] [--rounds N] [--memory SIZE]
// QUERIES holds QID<TAB>QUERY or QUERY a line, read as plain text. Prints a JSON line a round: p50,
// p95 and p99 of the clock and of the processor time of the thread that answers, in milliseconds,
// their means, and queries a second of all threads. Each thread has a Searcher of its own.
#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <functional>
#include <future>
#include <numeric>
#include <sstream>

#include "common/cli/command_line.h"
#include "common/cli/size.h"
#include "gisa/error.h"
#include "gisa/searcher.h"

namespace {

namespace po = boost::program_options;

constexpr std::string_view kUsage =
    "usage: gisa-latency DB[,DB...] QUERIES [--limit N] [--threads N] [--rounds N] [--memory SIZE]";

std::vector<gisa::Query> read_queries(const std::string& path) {
  std::vector<gisa::Query> queries;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    queries.push_back(gisa::parse_plain(line.substr(line.find('\t') + 1)).query);
  }
  if (queries.empty()) {
    throw gisa::Error(gisa::ErrorCode::usage, "no queries in " + path, "a query a line");
  }
  return queries;
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream in(list);
  for (std::string part; std::getline(in, part, ',');) parts.push_back(part);
  return parts;
}

double thread_processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double clock_ms() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// Milliseconds that each query took.
struct Times {
  std::vector<double> clock;
  std::vector<double> processor;
};

// Asks every query once; the threads take the next one in turn.
Times ask(const std::vector<gisa::Searcher>& searchers, const std::vector<gisa::Query>& queries,
          const gisa::SearchOptions& options) {
  Times times{std::vector<double>(queries.size()), std::vector<double>(queries.size())};
  std::atomic<std::size_t> next = 0;
  const auto answer = [&](const gisa::Searcher& searcher) {
    for (std::size_t i = next++; i < queries.size(); i = next++) {
      const double clock = clock_ms();
      const double processor = thread_processor_ms();
      searcher.search(queries[i], options);
      times.processor[i] = thread_processor_ms() - processor;
      times.clock[i] = clock_ms() - clock;
    }
  };
  std::vector<std::future<void>> threads;
  for (const gisa::Searcher& searcher : searchers) {
    threads.push_back(std::async(std::launch::async, answer, std::cref(searcher)));
  }
  for (std::future<void>& thread : threads) thread.get();
  return times;
}

std::string percentiles(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  return fmt::format("[{:.3f}, {:.3f}, {:.3f}]", at(0.5), at(0.95), at(0.99));
}

double mean(const std::vector<double>& times) {
  return std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
}

int measure(const std::vector<std::string>& arguments) {
  std::string databases;
  std::string file;
  std::string memory;
  std::size_t threads = 1;
  int rounds = 1;
  gisa::SearchOptions search;
  po::options_description options;
  options.add_options()                        //
      ("db", po::value(&databases), "")        //
      ("queries", po::value(&file), "")        //
      ("limit", po::value(&search.limit), "")  //
      ("threads", po::value(&threads), "")     //
      ("rounds", po::value(&rounds), "")       //
      ("memory", po::value(&memory), "");
  po::positional_options_description positional;
  positional.add("db", 1).add("queries", 1);
  gisa::parse_arguments(arguments, options, positional);
  if (file.empty() || threads == 0) {
    throw gisa::Error(gisa::ErrorCode::usage, std::string(kUsage));
  }
  if (!memory.empty()) gisa::Searcher::keep_in_memory(gisa::parse_size(memory));

  const std::vector<gisa::Query> queries = read_queries(file);
  std::vector<gisa::Searcher> searchers;
  for (std::size_t i = 0; i < threads; ++i) searchers.emplace_back(split(databases));
  ask(searchers, queries, search);
  for (int round = 0; round < rounds; ++round) {
    const double start = clock_ms();
    const Times times = ask(searchers, queries, search);
    const double seconds = (clock_ms() - start) / 1e3;
    fmt::print(R"({{"n": {}, "threads": {}, "wall_ms": {}, "cpu_ms": {}, "wall_mean_ms": {:.3f}, )"
               R"("cpu_mean_ms": {:.3f}, "qps": {:.1f}}})"
               "\n",
               queries.size(), threads, percentiles(times.clock), percentiles(times.processor),
               mean(times.clock), mean(times.processor),
               static_cast<double>(queries.size()) / seconds);
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return gisa::run_program("gisa-latency", [&] { return measure({argv + 1, argv + argc}); });
}
