#include "indexer/segment/segment_writer.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "common/database/database.h"
#include "common/database/vocabulary.h"
#include "common/glass/version_file.h"
#include "indexer/segment/glass/chunk_writer.h"
#include "indexer/segment/glass/packing.h"
#include "indexer/segment/glass/table_writer.h"
#include "indexer/segment/merge_texts.h"

namespace gisa {

namespace {

using glass::ChunkWriter;
using glass::pack_string;
using glass::pack_uint;
using glass::pack_uint_last;
using glass::pack_uint_sorted;
using glass::TableWriter;

// Keys that are no terms begin so.
constexpr std::string_view kValueStatistics("\0\xd0", 2);
constexpr std::string_view kValues("\0\xd8", 2);
constexpr std::string_view kLengths("\0\xe0", 2);

constexpr std::string_view kNul("\0", 1);

std::string key_of(std::string_view term) {
  std::string key;
  for (const char c : term) {
    key += c;
    if (c == '\0') key += '\xff';
  }
  return key;
}

class SegmentWriter {
 public:
  SegmentWriter(const std::string& path, const std::vector<InvertedBatch>& batches)
      : path_(path), batches_(batches) {
    std::uint32_t next = 1;  // Xapian counts from 1
    for (const InvertedBatch& batch : batches) {
      first_.push_back(next);
      next += batch.passages();
    }
    passages_ = next - 1;
  }

  void write(std::launch how_records) {
    std::filesystem::create_directory(path_);
    auto records = std::async(how_records, [this] { return write_records(); });
    const std::string postings = write_postings();
    const std::string vocabulary = write_vocabulary();
    write_version(postings, records.get(), vocabulary);
  }

 private:
  std::string write_records() const {
    TableWriter table(path_ + "/docdata.glass");
    std::string key;
    std::string tag;
    for (std::size_t i = 0; i < batches_.size(); ++i) {
      for (std::uint32_t passage = 0; passage < batches_[i].passages(); ++passage) {
        key.clear();
        pack_uint_sorted(key, first_[i] + passage);
        write_stored_blocks(batches_[i].record(passage), tag);
        table.add(key, tag, true);
      }
    }
    return table.finish();
  }

  // As a deflate stream of stored blocks (RFC 1951, 3.2.4): records are packed already, and what is
  // marked as compressed, Xapian does not try to compress again.
  static void write_stored_blocks(std::string_view record, std::string& out) {
    constexpr std::size_t kMost = 0xffff;
    out.clear();
    do {
      const std::string_view part = record.substr(0, kMost);
      record.remove_prefix(part.size());
      const auto size = static_cast<std::uint16_t>(part.size());
      out += record.empty() ? '\1' : '\0';
      for (const std::uint16_t half : {size, static_cast<std::uint16_t>(~size)}) {
        out += static_cast<char>(half & 0xff);
        out += static_cast<char>(half >> 8);
      }
      out += part;
    } while (!record.empty());
  }

  std::string write_postings() const {
    TableWriter table(path_ + "/postlist.glass");
    std::set<std::uint32_t> slots;
    for (const InvertedBatch& batch : batches_) {
      for (const auto& [slot, values] : batch.values) slots.insert(slot);
    }
    for (const std::uint32_t slot : slots) write_value_statistics(table, slot);
    for (const std::uint32_t slot : slots) write_values(table, slot);
    write_lengths(table);
    write_terms(table);
    return table.finish();
  }

  template <typename Use>
  void for_each_value(std::uint32_t slot, Use use) const {
    for (std::size_t i = 0; i < batches_.size(); ++i) {
      const auto found = batches_[i].values.find(slot);
      if (found == batches_[i].values.end()) continue;
      for (const InvertedBatch::Value& value : found->second) {
        use(first_[i] + value.passage, value.bytes);
      }
    }
  }

  void write_value_statistics(TableWriter& table, std::uint32_t slot) const {
    std::uint32_t count = 0;
    std::string_view least;
    std::string_view greatest;
    for_each_value(slot, [&](std::uint32_t, const std::string& value) {
      if (count++ == 0 || value < least) least = value;
      if (value > greatest) greatest = value;
    });
    std::string key(kValueStatistics);
    pack_uint_last(key, slot);
    std::string tag;
    pack_uint(tag, count);
    pack_string(tag, least);
    if (greatest != least) tag += greatest;
    table.add(key, tag);
  }

  void write_values(TableWriter& table, std::uint32_t slot) const {
    std::string key;
    std::string tag;
    std::uint32_t last = 0;
    const auto flush = [&] {
      if (!tag.empty()) table.add(key, tag);
      tag.clear();
    };
    for_each_value(slot, [&](std::uint32_t passage, const std::string& value) {
      if (tag.size() >= glass::kChunk) flush();
      if (tag.empty()) {
        key = kValues;
        pack_uint(key, slot);
        pack_uint_sorted(key, passage);
      } else {
        pack_uint(tag, passage - last - 1);
      }
      pack_string(tag, value);
      last = passage;
    });
    flush();
  }

  void write_lengths(TableWriter& table) const {
    if (passages_ == 0) return;
    ChunkWriter chunks(table, kLengths, "", 0, 0);
    std::string length;
    for (std::size_t i = 0; i < batches_.size(); ++i) {
      for (std::uint32_t passage = 0; passage < batches_[i].passages(); ++passage) {
        length.clear();
        pack_uint(length, batches_[i].lengths[passage]);
        chunks.add(first_[i] + passage, first_[i] + passage, length);
      }
    }
    chunks.finish();
  }

  void write_terms(TableWriter& table) const {
    const auto text = [&](std::size_t batch, std::size_t at) {
      return at < batches_[batch].terms.size() ? batches_[batch].text(at) : std::string_view();
    };
    merge_texts(batches_.size(), text,
                [&](const std::vector<TextHead>& heads) { write_term(table, heads); });
  }

  void write_term(TableWriter& table, const std::vector<TextHead>& heads) const {
    std::uint32_t termfreq = 0;
    std::uint32_t collfreq = 0;
    for (const TextHead& head : heads) {
      const InvertedBatch::Term& term = batches_[head.batch].terms[head.at];
      termfreq += term.termfreq;
      collfreq += term.collfreq;
    }
    ChunkWriter chunks(table, key_of(heads.front().text), kNul, termfreq, collfreq);
    for (const TextHead& head : heads) {
      const InvertedBatch::Term& term = batches_[head.batch].terms[head.at];
      const std::uint32_t first = first_[head.batch];
      chunks.add(first + term.first, first + term.last, batches_[head.batch].postings_of(head.at));
    }
    chunks.finish();
  }

  // As Xapian's spelling dictionary has them.
  std::string write_vocabulary() {
    const auto text = [&](std::size_t batch, std::size_t at) {
      return at < batches_[batch].words.size() ? batches_[batch].word(at) : std::string_view();
    };
    TableWriter table(path_ + "/spelling.glass");
    std::string tag;
    merge_texts(batches_.size(), text, [&](const std::vector<TextHead>& heads) {
      std::uint32_t count = 0;
      for (const TextHead& head : heads) count += batches_[head.batch].words[head.at].count;
      if (!Vocabulary::keeps(count)) return;
      most_frequent_ = std::max(most_frequent_, count);
      tag.clear();
      pack_uint_last(tag, count);
      table.add("W" + std::string(heads.front().text), tag);
    });
    return table.finish();
  }

  // What Xapian opens first: how the tables are to be read, and what the database holds.
  void write_version(const std::string& postings, const std::string& records,
                     const std::string& vocabulary) const {
    std::uint64_t length = 0;
    std::uint32_t shortest = 0;
    std::uint32_t longest = 0;
    std::uint32_t max_wdf = 0;
    for (const InvertedBatch& batch : batches_) {
      max_wdf = std::max(max_wdf, batch.max_wdf);
      for (const std::uint32_t one : batch.lengths) {
        length += one;
        longest = std::max(longest, one);
        if (one > 0 && (shortest == 0 || one < shortest)) shortest = one;
      }
    }
    std::string out = glass::format_mark();
    out.append(16, '\0');  // the packed database gets a UUID of its own
    pack_uint(out, 1u);    // revision
    out += postings + records;
    for (int i = 0; i < 2; ++i) out += glass::no_table();  // terms and positions of passages
    out += vocabulary;
    out += glass::no_table();  // synonyms
    pack_uint(out, passages_);
    pack_uint(out, 0u);  // the last passage's number is theirs
    pack_uint(out, shortest);
    pack_uint(out, max_wdf);
    pack_uint(out, longest - max_wdf);
    pack_uint(out, 0u);  // change sets
    pack_uint(out, length);
    pack_uint(out, most_frequent_);
    std::ofstream file(path_ + "/iamglass", std::ios::binary);
    file << out << std::flush;
    if (!file) throw Xapian::DatabaseError("cannot write " + path_, errno);
  }

  const std::string path_;
  const std::vector<InvertedBatch>& batches_;
  std::vector<std::uint32_t> first_;  // passages of each batch
  std::uint32_t passages_ = 0;
  std::uint32_t most_frequent_ = 0;  // of the vocabulary
};

}  // namespace

void write_segment(const std::string& path, const std::vector<InvertedBatch>& batches,
                   std::launch records) {
  SegmentWriter(path, batches).write(records);
}

}  // namespace gisa
