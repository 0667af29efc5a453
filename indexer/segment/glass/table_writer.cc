#include "indexer/segment/glass/table_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "common/error/xapian_error.h"
#include "common/glass/block.h"
#include "indexer/segment/glass/packing.h"

namespace gisa::glass {

namespace {

constexpr std::uint32_t kRevision = 1;

// So that at least four go into a block.
constexpr std::size_t kLargestItem = (8192 - kDirectory - 4 * kEntry) / 4;

void put(std::string& out, std::uint32_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
}

void put(unsigned char* out, std::uint32_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) *out++ = static_cast<unsigned char>(value >> (8 * i));
}

[[noreturn]] void fail(const std::string& path, int error) {
  throw Xapian::DatabaseError("cannot write " + path, error);
}

// A leaf's item: size and flags, key, the number of the component unless it is the first, tag.
void make_item(std::string& item, std::string_view key, unsigned component, std::string_view tag,
               unsigned flags) {
  item.clear();
  const std::size_t number = flags & kFirst ? 0 : 2;
  put(item, static_cast<std::uint32_t>(key.size() + number + tag.size()) | flags << 8, 2);
  item += static_cast<char>(key.size());
  item += key;
  if (number != 0) put(item, component, 2);
  item += tag;
}

// The shortest beginning of `key` that `before` has not; all of it where they are equal.
std::string_view separator_key(std::string_view before, std::string_view key) {
  const auto differ = std::mismatch(before.begin(), before.end(), key.begin(), key.end()).second;
  return key.substr(0, static_cast<std::size_t>(differ - key.begin()) + 1);
}

std::string root(std::uint32_t block, std::size_t level, bool there, std::uint64_t entries,
                 std::uint32_t blocks) {
  std::string free_list;
  if (there) {
    pack_uint(free_list, kRevision);
    pack_uint(free_list, blocks);
    free_list.append(4, '\0');  // no block is free
  }
  constexpr unsigned kSequential = 2;  // leaves stand in order
  constexpr unsigned kBlockUnits = 8192 >> 11;
  std::string out;
  pack_uint(out, block);
  pack_uint(out, static_cast<unsigned>(level) << 2 | kSequential | (there ? 0u : 1u));
  pack_uint(out, entries);
  pack_uint(out, kBlockUnits);
  pack_uint(out, 0u);  // nothing is compressed when it is written
  pack_string(out, free_list);
  return out;
}

}  // namespace

void TableWriter::Block::clear() {
  directory_end = kDirectory;
  items_begin = kBlock;
}

void TableWriter::Block::add(std::string_view item) {
  items_begin -= item.size();
  std::copy(item.begin(), item.end(), bytes.begin() + static_cast<std::ptrdiff_t>(items_begin));
  put(&bytes[directory_end], static_cast<std::uint32_t>(items_begin), 2);
  directory_end += kEntry;
}

TableWriter::TableWriter(std::string path)
    : path_(std::move(path)),
      file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (file_ < 0) fail(path_, errno);
  levels_.emplace_back().block.clear();
  make_item(item_, {}, 1, {}, kFirst | kLast);  // every tree begins with an empty key
  levels_[0].block.add(item_);
}

TableWriter::~TableWriter() { ::close(file_); }

void TableWriter::add(std::string_view key, std::string_view tag, bool compressed) {
  const std::size_t most = kLargestItem - 2 - 1 - key.size() - 2;
  unsigned component = 1;
  do {
    const std::string_view part = tag.substr(0, most);
    tag.remove_prefix(part.size());
    const unsigned flags =
        (compressed ? kCompressed : 0) | (component == 1 ? kFirst : 0) | (tag.empty() ? kLast : 0);
    make_item(item_, key, component, part, flags);
    add_item(key, component, item_);
    ++component;
  } while (!tag.empty());
  ++entries_;
}

void TableWriter::add_item(std::string_view key, unsigned component, std::string_view item) {
  if (levels_[0].block.room() < item.size() + kEntry) {
    const std::string separator = std::move(levels_[0].separator);
    const std::uint32_t number = write(0);
    add_block(1, separator, number);
    const std::string_view beginning = separator_key(last_key_, key);
    levels_[0].separator = std::string(1, static_cast<char>(beginning.size()));
    levels_[0].separator += beginning;
    put(levels_[0].separator, component, 2);
  }
  levels_[0].block.add(item);
  last_key_ = key;
}

// The first block below another needs no separator.
void TableWriter::add_block(std::size_t level, const std::string& separator, std::uint32_t number) {
  if (level == levels_.size()) levels_.emplace_back().block.clear();
  Level& at = levels_[level];
  if (at.block.room() < 4 + separator.size() + kEntry) {
    const std::string above = std::move(at.separator);
    const std::uint32_t written = write(level);
    add_block(level + 1, above, written);
    levels_[level].separator = separator;
  }
  const bool first = levels_[level].block.directory_end == kDirectory;
  std::string item;
  put(item, number, 4);
  item += first ? std::string(3, '\0') : separator;
  levels_[level].block.add(item);
}

std::uint32_t TableWriter::write(std::size_t level) {
  Block& block = levels_[level].block;
  const auto room = static_cast<std::uint32_t>(block.room());
  put(&block.bytes[0], kRevision, 4);
  put(&block.bytes[kLevelAt], static_cast<std::uint32_t>(level), 1);
  put(&block.bytes[kRoomAt], room, 2);
  put(&block.bytes[kAllRoomAt], room, 2);
  put(&block.bytes[kDirectoryEndAt], static_cast<std::uint32_t>(block.directory_end), 2);
  std::fill_n(block.bytes.begin() + static_cast<std::ptrdiff_t>(block.directory_end), room, 0);
  for (std::size_t done = 0; done < kBlock;) {
    const ssize_t written = ::write(file_, &block.bytes[done], kBlock - done);
    if (written < 0 && errno != EINTR) fail(path_, errno);
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  block.clear();
  return blocks_++;
}

std::string TableWriter::finish() {
  for (std::size_t level = 0;; ++level) {
    const std::string separator = std::move(levels_[level].separator);
    const std::uint32_t number = write(level);
    if (level + 1 == levels_.size()) return root(number, level, true, entries_, blocks_);
    add_block(level + 1, separator, number);
  }
}

std::string no_table() { return root(0, 0, false, 0, 0); }

}  // namespace gisa::glass
