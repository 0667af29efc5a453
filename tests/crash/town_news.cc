#include "tests/crash/town_news.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>
#include <stdexcept>

namespace gisa::test {

namespace fs = std::filesystem;

namespace {

constexpr const char* kTowns[] = {"한빛시", "솔내군", "가람읍", "은하동",
                                  "달구벌", "새별면", "물안리"};
constexpr const char* kTopics[] = {"버스 노선", "쌀값",     "도서관",
                                   "어린이집",  "재래시장", "하수처리장"};
constexpr const char* kEvents[] = {
    "주민 설명회가 열렸다. 참석자들은 예산이 어디에 쓰이는지 물었다.",
    "의회가 조례안을 통과시켰다. 내년 봄부터 시행된다.",
    "공사가 석 달 늦어진다. 시공사는 자재가 모자란다고 밝혔다.",
    "상인들이 할인 행사를 시작했다. 첫날에만 2천 명이 다녀갔다.",
    "감사에서 문제가 드러났다. 담당 부서는 대책을 마련하겠다고 했다."};

constexpr const char* kQueries =
    "버스 노선\n쌀값 조례안\n\"할인 행사\"\n한빛시\ntitle:도서관\n2천 명\n*\n";

std::string body(int number, int lines) {
  std::string text;
  for (int line = 0; line < lines; ++line) {
    text += fmt::format("{} {} 소식이다. {} {}번째 기사다.\n", kTowns[(number + line) % 7],
                        kTopics[number % 6], kEvents[(number * 3 + line) % 5], number);
  }
  return text;
}

std::string record(int number, int lines) {
  std::string text = body(number, lines);
  for (std::size_t at; (at = text.find('\n')) != std::string::npos;) text.replace(at, 1, "\\n");
  return fmt::format(
      R"({{"id":"town-{}","title":"{} {} {}호","date":"2024-03-{:02}","source":"고을신문","body":"{}"}})"
      "\n",
      number, kTowns[number % 7], kTopics[number % 6], number, 1 + number % 28, text);
}

std::string records(int first, int last, int lines) {
  std::string all;
  for (int number = first; number < last; ++number) all += record(number, lines + number % 4);
  return all;
}

std::string article(int number) {
  return fmt::format("{} {} 취재기 {}\n\n{}", kTowns[number % 7], kTopics[(number + 2) % 6], number,
                     body(number, 4));
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

Ended ask(const std::string& database) {
  const TempFolder folder;
  const std::string queries = folder.write("queries", kQueries);
  // Every passage: which one stands for its article depends on how rare words are, and passages
  // that were taken out count in that until the database is compacted.
  return run_program({GISA_SEARCH, "--db", database, "--batch", queries, "--format", "tsv",
                      "--limit", "100000", "--per-article", "0"});
}

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns(1);
  for (const char c : line) {
    if (c == '\t') {
      columns.emplace_back();
    } else {
      columns.back() += c;
    }
  }
  return columns;
}

}  // namespace

TownNews::TownNews() { first_evening(); }

void TownNews::first_evening() const {
  fs::remove_all(news());
  write(news() / "wire.jsonl", records(0, 60, 3));
  for (int number = 100; number < 112; ++number) {
    write(news() / fmt::format("desk/{}.txt", number), article(number));
  }
}

void TownNews::second_evening() const {
  first_evening();
  write(news() / "evening.jsonl", records(60, 80, 3));
  write(news() / "desk/200.txt", article(200));
  write(news() / "desk/103.txt", article(103) + "시는 다음 달에 결과를 알린다.\n");
  fs::rename(news() / "desk/104.txt", news() / "desk/renamed.txt");
  fs::remove(news() / "desk/105.txt");
}

void TownNews::add_archive() const { write(news() / "archive.jsonl", records(1000, 1150, 60)); }

Ended TownNews::index(const std::vector<std::string>& options,
                      const std::vector<std::string>& environment) const {
  std::vector<std::string> command{GISA_INDEX, "--db", database(), "--jobs", "2"};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back(news());
  return run_program(command, environment);
}

void TownNews::keep(const std::string& name) const {
  fs::remove_all(folder_.path() / name);
  fs::copy(database(), folder_.path() / name, fs::copy_options::recursive);
}

void TownNews::restore(const std::string& name) const {
  fs::remove_all(database());
  if (!name.empty()) fs::copy(folder_.path() / name, database(), fs::copy_options::recursive);
}

Answers answers(const std::string& database) {
  const Ended asked = ask(database);
  Answers all;
  all.complaint = asked.err;
  std::istringstream lines(asked.out);
  for (std::string line; std::getline(lines, line);) {
    // query, rank, score, id, date, press, title, source, text
    const std::vector<std::string> columns = columns_of(line);
    if (columns.size() != 9) throw std::runtime_error("not a hit: " + line);
    all.hits[columns[0]].push_back(
        fmt::format("{} {} {:x}", columns[3], columns[7],
                    std::hash<std::string>()(columns[4] + columns[5] + columns[6] + columns[8])));
  }
  return all;
}

Answers without_order(Answers answers) {
  for (auto& [query, hits] : answers.hits) std::sort(hits.begin(), hits.end());
  return answers;
}

void PrintTo(const Answers& answers, std::ostream* out) {
  *out << answers.complaint;
  for (const auto& [query, hits] : answers.hits) {
    *out << "\nquery " << query << ": " << hits.size() << " hits, the first " << hits.front();
  }
}

int strikes(const std::string& log) {
  const std::string text = read_bytes(log);
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace gisa::test
