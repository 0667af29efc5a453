#include "common/glass/posting_table.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <utility>

#include "common/glass/table_reader.h"

namespace gisa::glass {

namespace {

constexpr std::string_view kTable = "postlist";

// Of a posting.
constexpr std::uint64_t kLeastBytes = 2;

// As take_number() of posting_table.h.
bool take(std::string_view& bytes, std::uint32_t& number) {
  const auto begin = reinterpret_cast<const unsigned char*>(bytes.data());
  auto at = begin;
  if (!take_number(at, begin + bytes.size(), number)) return false;
  bytes.remove_prefix(static_cast<std::size_t>(at - begin));
  return true;
}

// Takes the head of a chunk from the front of `tag`: whether it is the last one, and how far its
// last document is from its first.
bool take_head(std::string_view& tag, std::uint32_t first, PostingChunk& chunk, bool& is_last) {
  if (tag.empty() || (tag.front() != '0' && tag.front() != '1')) return false;
  is_last = tag.front() == '1';
  tag.remove_prefix(1);
  std::uint32_t distance = 0;
  if (!take(tag, distance) || distance > UINT32_MAX - first) return false;
  chunk.first = first;
  chunk.last = first + distance;
  chunk.postings = tag;
  return true;
}

// Takes what leads the first chunk of all: how many postings there are, the sum of their wdf, which
// may be longer than other numbers, and the first document less 1.
bool take_list_head(std::string_view& tag, std::uint32_t& size, std::uint32_t& first) {
  if (!take(tag, size)) return false;
  const auto ends = [](char byte) { return static_cast<unsigned char>(byte) < 128; };
  const auto end_of_sum = std::find_if(tag.begin(), tag.end(), ends);
  if (end_of_sum == tag.end()) return false;
  tag.remove_prefix(static_cast<std::size_t>(end_of_sum - tag.begin()) + 1);
  if (!take(tag, first) || first == UINT32_MAX) return false;
  ++first;
  return true;
}

// The number that a chunk's key ends in: as many bytes more than two as its first has leading ones,
// the high ones first.
std::optional<std::uint32_t> document_in(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  const auto first = static_cast<unsigned char>(bytes.front());
  const int ones = std::countl_one(first);
  if (bytes.size() != static_cast<std::size_t>(ones) + 2 || ones > 3) return std::nullopt;
  std::uint64_t document = first & (0x7fu >> ones);
  for (const char byte : bytes.substr(1))
    document = document << 8 | static_cast<unsigned char>(byte);
  if (document > UINT32_MAX) return std::nullopt;
  return static_cast<std::uint32_t>(document);
}

}  // namespace

std::shared_ptr<const PostingTable> PostingTable::open(const std::filesystem::path& tables,
                                                       std::string_view uuid,
                                                       std::uint32_t revision) {
  const auto bytes = read_version_file(tables);
  if (!bytes || !bytes->starts_with(format_mark())) return nullptr;
  auto version = read_version(*bytes);
  if (!version || version->uuid != uuid || version->revision != revision) return nullptr;
  const auto root = std::find_if(version->tables.begin(), version->tables.end(),
                                 [](const TableRoot& table) { return table.name == kTable; });
  return std::make_shared<const PostingTable>(tables / (root->name + ".glass"), *root, revision);
}

PostingTable::PostingTable(const std::filesystem::path& file, TableRoot root,
                           std::uint32_t revision)
    : file_(file),
      root_(std::move(root)),
      revision_(revision),
      most_postings_(file_.bytes() / kLeastBytes) {}

bool PostingTable::read(std::string_view term,
                        const std::function<bool(const PostingChunk&)>& take) const {
  // Their keys are written otherwise.
  if (term.empty() || term.find('\0') != std::string_view::npos) return false;
  TableReader reader(file_, root_, revision_);
  if (!reader.seek(term) || reader.key() != term) return reader.is_sound();
  std::string_view tag = reader.tag();
  std::uint32_t first = 0;
  PostingChunk chunk = {};
  if (!take_list_head(tag, chunk.list_size, first)) return false;
  if (chunk.list_size > most_postings_) return false;
  const std::string parted = std::string(term) + '\0';
  for (bool is_last = false;;) {
    if (!take_head(tag, first, chunk, is_last) || !take(chunk)) return false;
    if (is_last) return true;
    if (!reader.next() || !reader.key().starts_with(parted)) return false;
    const auto document = document_in(reader.key().substr(parted.size()));
    if (!document || *document <= chunk.last) return false;
    first = *document;
    tag = reader.tag();
  }
}

}  // namespace gisa::glass
