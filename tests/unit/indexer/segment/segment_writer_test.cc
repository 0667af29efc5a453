#include "indexer/segment/segment_writer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <random>
#include <utility>

#include "common/error/xapian_error.h"
#include "indexer/document/document_sink.h"
#include "indexer/segment/glass/format.h"
#include "indexer/segment/plain_segment.h"
#include "tests/support/temp_folder.h"

// What Xapian reads of a segment must be what it reads of a database that it wrote itself.
namespace gisa {
namespace {

// Xapian's own way: its documents, one after the other.
class Reference : public DocumentSink {
 public:
  explicit Reference(const std::string& path) : database_(path, Xapian::DB_CREATE) {}

  void add_term(std::string_view prefix, std::string_view term, std::uint32_t weight) override {
    document_.add_term(std::string(prefix).append(term), weight);
  }
  void add_terms(std::span<const TextTerm> terms, std::uint32_t weight) override {
    for (const TextTerm& term : terms) add_term({}, term.text, weight);
  }
  void add_words(std::span<const std::string_view> words) override {
    for (const std::string_view word : words) ++words_[std::string(word)];
  }
  void add_value(schema::Slot slot, std::string_view value) override {
    document_.add_value(slot, std::string(value));
  }
  void finish(std::string_view record, std::size_t) override {
    document_.set_data(std::string(record));
    database_.add_document(std::exchange(document_, {}));
  }

  void commit() {
    for (const auto& [word, count] : words_) {
      if (count > 1) database_.add_spelling(word, count);
    }
    database_.commit();
  }

 private:
  Xapian::WritableDatabase database_;
  Xapian::Document document_;
  std::map<std::string, Xapian::termcount> words_;
};

// Hands the same to two.
class Both : public DocumentSink {
 public:
  Both(DocumentSink& one, DocumentSink& other) : one_(one), other_(other) {}

  void add_term(std::string_view prefix, std::string_view term, std::uint32_t weight) override {
    one_.add_term(prefix, term, weight);
    other_.add_term(prefix, term, weight);
  }
  void add_terms(std::span<const TextTerm> terms, std::uint32_t weight) override {
    one_.add_terms(terms, weight);
    other_.add_terms(terms, weight);
  }
  void add_words(std::span<const std::string_view> words) override {
    one_.add_words(words);
    other_.add_words(words);
  }
  void add_value(schema::Slot slot, std::string_view value) override {
    one_.add_value(slot, value);
    other_.add_value(slot, value);
  }
  void finish(std::string_view record, std::size_t bytes) override {
    one_.finish(record, bytes);
    other_.finish(record, bytes);
  }

 private:
  DocumentSink& one_;
  DocumentSink& other_;
};

std::vector<std::string> statistics(const Xapian::Database& db) {
  std::vector<std::string> out = {
      fmt::format("{} documents up to {}, lengths {} to {}, {} on average", db.get_doccount(),
                  db.get_lastdocid(), db.get_doclength_lower_bound(),
                  db.get_doclength_upper_bound(), db.get_avlength())};
  for (const auto slot : {schema::kDateSlot, schema::kArticleKeySlot}) {
    out.push_back(fmt::format("slot {}: {} from {} to {}", static_cast<int>(slot),
                              db.get_value_freq(slot), db.get_value_lower_bound(slot),
                              db.get_value_upper_bound(slot)));
  }
  return out;
}

std::vector<std::string> terms(const Xapian::Database& db) {
  std::vector<std::string> out;
  for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
    std::string line =
        fmt::format("{} {}/{}:", *term, term.get_termfreq(), db.get_collection_freq(*term));
    for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
      line += fmt::format(" {}x{}", *at, at.get_wdf());
    }
    out.push_back(line);
  }
  return out;
}

std::vector<std::string> words(const Xapian::Database& db) {
  std::vector<std::string> out;
  for (auto word = db.spellings_begin(); word != db.spellings_end(); ++word) {
    out.push_back(fmt::format("{} {}", *word, word.get_termfreq()));
  }
  return out;
}

std::vector<std::string> documents(const Xapian::Database& db) {
  std::vector<std::string> out;
  for (auto at = db.postlist_begin(""); at != db.postlist_end(""); ++at) {
    const Xapian::Document document = db.get_document(*at);
    out.push_back(fmt::format("{} {} {} {} {}", *at, at.get_doclength(),
                              document.get_value(schema::kDateSlot),
                              document.get_value(schema::kArticleKeySlot), document.get_data()));
  }
  return out;
}

class SegmentWriter : public testing::Test {
 protected:
  // Writes what `fill` adds to a sink, both ways, and compares what is read.
  template <typename Fill>
  void expect_same(Fill fill) {
    Reference reference(path("reference"));
    Inverter inverter;
    Both both(reference, inverter);
    std::vector<InvertedBatch> batches;
    fill(both, [&] {
      for (InvertedBatch& batch : inverter.take()) batches.push_back(std::move(batch));
    });
    for (InvertedBatch& batch : inverter.take()) batches.push_back(std::move(batch));
    reference.commit();
    write_segment(path("segment"), batches);
    write_plain_segment(path("plain"), batches);
    expect_same_as_reference("segment");
    expect_same_as_reference("plain");
  }

  void expect_same_as_reference(const char* name) {
    SCOPED_TRACE(name);
    const Xapian::Database expected(path("reference"));
    const Xapian::Database segment(path(name));
    EXPECT_EQ(Xapian::Database::check(path(name)), 0u);
    EXPECT_EQ(statistics(segment), statistics(expected));
    EXPECT_EQ(terms(segment), terms(expected));
    EXPECT_EQ(words(segment), words(expected));
    EXPECT_EQ(documents(segment), documents(expected));

    const std::string packed_name = std::string(name) + "-packed";
    const Xapian::Database packed = pack_two(segment, packed_name);
    const Xapian::Database expected_packed = pack_two(expected, "expected-" + packed_name);
    EXPECT_EQ(Xapian::Database::check(path(packed_name)), 0u);
    EXPECT_EQ(statistics(packed), statistics(expected_packed));
    EXPECT_EQ(terms(packed), terms(expected_packed));
    EXPECT_EQ(words(packed), words(expected_packed));
    EXPECT_EQ(documents(packed), documents(expected_packed));
  }

  // `db` twice, one after the other.
  Xapian::Database pack_two(const Xapian::Database& db, const std::string& name) {
    Xapian::Database two;
    two.add_database(db);
    two.add_database(db);
    two.compact(path(name));
    return Xapian::Database(path(name));
  }

  std::string path(const std::string& name) const { return folder_.path() / name; }

  const test::TempFolder folder_;
};

TEST_F(SegmentWriter, KnowsTheFormatOfXapian) {
  EXPECT_TRUE(glass::is_format_of_xapian(folder_.path())) << Xapian::version_string();
  EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

TEST_F(SegmentWriter, MayHaveNothingToWrite) {
  expect_same([](DocumentSink&, auto) {});
}

TEST_F(SegmentWriter, WritesAPassageWithoutATerm) {
  expect_same([](DocumentSink& sink, auto) { sink.finish("비었다", 0); });
}

TEST_F(SegmentWriter, AddsUpTheWeightsOfATerm) {
  expect_same([](DocumentSink& sink, auto) {
    for (const std::uint32_t weight : {1u, 0u, 3u}) sink.add_term("", "시장", weight);
    sink.add_term("S", "시장", 0);
    sink.add_terms(std::array<DocumentSink::TextTerm, 3>{{{"시장"}, {"상인"}, {"시장", true}}}, 2);
    sink.finish("시장이 섰다", 10);
    sink.add_term("", "시장", 1);
    sink.finish("시장이 졌다", 10);
  });
}

TEST_F(SegmentWriter, WritesTermsOfAnyBytes) {
  expect_same([](DocumentSink& sink, auto) {
    using namespace std::string_view_literals;
    for (const std::string_view term : {"\0"sv, "a\0"sv, "a\0b"sv, "a\xff"sv, "a"sv, "가"sv}) {
      sink.add_term("", term, 1);
    }
    sink.add_term("", std::string(245, 'z'), 1);
    sink.finish("모두", 0);
    sink.add_term("", "a"sv, 1);
    sink.finish("x", 0);
  });
}

TEST_F(SegmentWriter, WritesRecordsOfAnySize) {
  expect_same([](DocumentSink& sink, auto) {
    for (const std::size_t size : {1u, 17u, 19u, 2'041u, 2'042u, 65'535u, 65'536u, 300'000u}) {
      sink.add_term("", "기록", 1);
      sink.finish(std::string(size, static_cast<char>('a' + size % 26)), size);
    }
  });
}

// Numbers of passages take two bytes below 2^15 and three above; blocks come in several levels.
TEST_F(SegmentWriter, WritesManyPassagesInManyBatches) {
  expect_same([](DocumentSink& sink, auto end_batch) {
    std::mt19937 random(20200203);
    for (std::uint32_t i = 0; i < 34'000; ++i) {
      sink.add_term("", "모두", 1 + i % 200);
      for (int j = 0; j < 3; ++j) {
        const std::string word = fmt::format("낱말{}", random() % (1u << (random() % 14)));
        sink.add_term("", word, random() % 3);
        sink.add_words(std::array{std::string_view(word)});
      }
      if (i % 3 != 0) sink.add_value(schema::kDateSlot, fmt::format("2020{:04}", random() % 1300));
      sink.add_value(schema::kArticleKeySlot, fmt::format("{:08}", random() % 100'000'000));
      sink.finish(fmt::format("기록 {} {}", i, random()), 30);
      if (random() % 3000 == 0) end_batch();
    }
  });
}

}  // namespace
}  // namespace gisa
