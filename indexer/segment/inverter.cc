#include "indexer/segment/inverter.h"

#include <algorithm>
#include <utility>

#include "indexer/segment/glass/packing.h"

namespace gisa {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// Of a batch's passages, the least that a word has to stand in plainly for a list of its own: these
// lists are 2 % of a database, and what is rarer is soon read.
constexpr std::uint32_t kLeastPlain = 32;
constexpr std::uint32_t kPlainShare = 24;  // one in so many

}  // namespace

std::string_view InvertedBatch::record(std::size_t passage) const {
  const std::uint32_t begin = passage == 0 ? 0 : record_ends[passage - 1];
  return std::string_view(records).substr(begin, record_ends[passage] - begin);
}

void Inverter::add_term(std::string_view prefix, std::string_view term, std::uint32_t weight) {
  add_posting(terms_.intern(prefix, term), weight, false);
}

void Inverter::add_terms(std::span<const TextTerm> terms, std::uint32_t weight) {
  terms_.intern_each(
      terms.size(), [&](std::size_t i) { return terms[i].text; },
      [&](std::size_t i, std::uint32_t number) { add_posting(number, weight, terms[i].plain); });
}

void Inverter::add_posting(std::uint32_t term, std::uint32_t weight, bool plain) {
  if (term == latest_.size()) latest_.push_back({0, 0});
  Latest& latest = latest_[term];
  if (latest.passages == 0 || latest.posting < passage_begin_) {
    ++latest.passages;
    latest.posting = static_cast<std::uint32_t>(postings_.size());
    postings_.push_back({term, batch_.passages(), 0, 0});
  }
  Posting& posting = postings_[latest.posting];
  posting.weight += weight;
  if (plain) posting.plain = 1;
  length_ += weight;
  batch_.max_wdf = std::max<std::uint32_t>(batch_.max_wdf, posting.weight);
}

void Inverter::add_words(std::span<const std::string_view> words) {
  words_.intern_each(
      words.size(), [&](std::size_t i) { return words[i]; },
      [&](std::size_t, std::uint32_t number) {
        if (number == word_counts_.size()) word_counts_.push_back(0);
        ++word_counts_[number];
      });
}

void Inverter::add_value(schema::Slot slot, std::string_view value) {
  batch_.values[slot].push_back({batch_.passages(), std::string(value)});
}

void Inverter::finish(std::string_view record, std::size_t bytes) {
  batch_.lengths.push_back(std::exchange(length_, 0));
  passage_begin_ = postings_.size();
  batch_.records += record;
  batch_.record_ends.push_back(static_cast<std::uint32_t>(batch_.records.size()));
  bytes_ += bytes;
  if (bytes_ >= kMostText) close_batch();
}

std::vector<InvertedBatch> Inverter::take() {
  if (batch_.passages() > 0) close_batch();
  return std::exchange(closed_, {});
}

// A list of its own for what stands plainly in many passages: a count need not read them.
void Inverter::add_plain_words() {
  std::vector<std::uint32_t> plain(terms_.size());
  for (const Posting& posting : postings_) plain[posting.term] += posting.plain;
  std::vector<std::uint32_t> lists(terms_.size(), kNone);
  for (std::uint32_t term = 0; term < plain.size(); ++term) {
    if (plain[term] < kLeastPlain || kPlainShare * plain[term] < batch_.passages()) continue;
    lists[term] = terms_.intern(schema::kPlain, std::string(terms_[term]));
    latest_.push_back({0, plain[term]});
  }
  for (std::size_t i = 0, size = postings_.size(); i < size; ++i) {
    const Posting posting = postings_[i];
    if (posting.plain == 0 || lists[posting.term] == kNone) continue;
    postings_.push_back({lists[posting.term], posting.passage, 0, 0});
  }
}

void Inverter::close_batch() {
  add_plain_words();
  write_postings();
  write_words();
  batch_.records.shrink_to_fit();  // batches are many, until their segment is written
  batch_.postings.shrink_to_fit();
  terms_.clear();
  latest_.clear();
  postings_.clear();
  passage_begin_ = 0;
  words_.clear();
  word_counts_.clear();
  bytes_ = 0;
  closed_.push_back(std::exchange(batch_, {}));
}

// A counting sort: the postings of each term stay in the order of the passages.
void Inverter::write_postings() {
  const std::vector<std::uint32_t> order = terms_.in_order();
  std::vector<std::uint32_t> next(terms_.size());  // by term: where its next posting goes
  std::uint32_t place = 0;
  for (const std::uint32_t term : order) {
    next[term] = place;
    place += latest_[term].passages;
  }
  sorted_.resize(postings_.size());
  for (const Posting& posting : postings_) sorted_[next[posting.term]++] = posting;

  batch_.terms.reserve(order.size());
  batch_.texts.reserve(terms_.bytes());
  batch_.postings.reserve(3 * sorted_.size());
  const Posting* posting = sorted_.data();
  for (const std::uint32_t term : order) {
    InvertedBatch::Term& written = batch_.terms.emplace_back();
    written.termfreq = latest_[term].passages;
    written.first = posting->passage;
    for (std::uint32_t i = 0; i < written.termfreq; ++i, ++posting) {
      if (i > 0) glass::pack_uint(batch_.postings, posting->passage - written.last - 1);
      glass::pack_uint(batch_.postings, posting->weight);
      written.last = posting->passage;
      written.collfreq += posting->weight;
    }
    batch_.texts += terms_[term];
    written.text_end = static_cast<std::uint32_t>(batch_.texts.size());
    written.postings_end = static_cast<std::uint32_t>(batch_.postings.size());
  }
}

void Inverter::write_words() {
  batch_.words.reserve(words_.size());
  batch_.word_texts.reserve(words_.bytes());
  for (const std::uint32_t word : words_.in_order()) {
    batch_.word_texts += words_[word];
    batch_.words.push_back(
        {static_cast<std::uint32_t>(batch_.word_texts.size()), word_counts_[word]});
  }
}

}  // namespace gisa
