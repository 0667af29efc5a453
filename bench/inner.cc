// The inner pieces of indexing, each by itself, over the project's sample corpus.
// Usage: gisa-bench [Google Benchmark's options]; bytes a second are of text as it is stored.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "common/analysis/analyzer.h"
#include "common/analysis/stem.h"
#include "common/analysis/word_reader.h"
#include "common/store/record_codec.h"
#include "common/store/stored_passage.h"
#include "common/text/encoding.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "indexer/document/document.h"
#include "indexer/document/passage.h"
#include "indexer/segment/inverter.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;

const std::string& corpus() {
  static const std::string text = [] {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(GISA_CORPUS)) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path());
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return to_nfc(all);
  }();
  return text;
}

const std::vector<StoredPassage>& passages() {
  static const std::vector<StoredPassage> made = [] {
    std::vector<StoredPassage> all;
    for (const Passage& part : split_into_passages(corpus())) {
      StoredPassage& passage = all.emplace_back();
      passage.article.id = passage.source = "society/sample.txt";
      passage.article.title = "한빛시 의회, 내년 예산안 의결";
      passage.text = corpus().substr(part.span.begin, part.span.end - part.span.begin);
    }
    return all;
  }();
  return made;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(corpus().size()));
}

void decode_utf8(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(decode(corpus(), Encoding::utf8));
  count_bytes(state);
}

void normalise(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(to_nfc(corpus()));
  count_bytes(state);
}

void split(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(split_into_passages(corpus()));
  count_bytes(state);
}

void read_words(benchmark::State& state) {
  WordReader reader;
  Word word;
  for (auto _ : state) {
    reader.start(corpus());
    while (reader.next(word)) benchmark::DoNotOptimize(word.chars.data());
  }
  count_bytes(state);
}

void stem(benchmark::State& state) {
  std::vector<std::u32string> runs;
  WordReader reader;
  Word word;
  reader.start(corpus());
  while (reader.next(word)) {
    for (const ScriptRun& run : word.runs) {
      if (run.script != Script::hangul) continue;
      std::u32string& chars = runs.emplace_back();
      for (std::size_t i = run.begin; i < run.end; ++i) chars.push_back(word.chars[i].value);
    }
  }
  for (auto _ : state) {
    for (const std::u32string& run : runs)
      benchmark::DoNotOptimize(find_stem(run, Before::nothing));
  }
  count_bytes(state);
}

void analyse(benchmark::State& state) {
  TokenStream tokens;
  for (auto _ : state) {
    for (const StoredPassage& passage : passages()) {
      Analyzer::current().analyze(passage.text, tokens);
      benchmark::DoNotOptimize(tokens.terms.data());
    }
  }
  count_bytes(state);
}

void pack_records(benchmark::State& state) {
  RecordPacker packer;
  for (auto _ : state) {
    for (const StoredPassage& passage : passages()) {
      benchmark::DoNotOptimize(packer.pack(encode(passage)));
    }
  }
  count_bytes(state);
}

void make_documents(benchmark::State& state) {
  DocumentMaker documents(Analyzer::current(), {});
  Inverter inverter;
  for (auto _ : state) {
    for (const StoredPassage& passage : passages()) {
      documents.make(passage, inverter);
    }
    benchmark::DoNotOptimize(inverter.take());
  }
  count_bytes(state);
}

BENCHMARK(decode_utf8);
BENCHMARK(normalise);
BENCHMARK(split);
BENCHMARK(read_words);
BENCHMARK(stem);
BENCHMARK(analyse);
BENCHMARK(pack_records);
BENCHMARK(make_documents);

}  // namespace
}  // namespace gisa

BENCHMARK_MAIN();
