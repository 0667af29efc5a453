#include "common/glass/version_file.h"

#include <array>
#include <bit>

namespace gisa::glass {

namespace {

constexpr unsigned kFormat = (2016 - 2014) << 9 | 3 << 5 | 14;
constexpr std::size_t kUuidBytes = 16;
constexpr std::uint32_t kMostLevels = 10;

constexpr std::array kTables = {"postlist", "docdata",  "termlist",
                                "position", "spelling", "synonym"};

// Takes numbers of pack_uint() from the front of bytes that may be anything.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t next(std::uint64_t most) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 128) return value <= most ? value : fail();
    }
    return fail();
  }

  std::uint32_t next() { return static_cast<std::uint32_t>(next(UINT32_MAX)); }

  std::string_view string() {
    const std::size_t length = next(rest_.size());
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  bool failed() const { return failed_; }

 private:
  std::uint64_t fail() {
    failed_ = true;
    rest_ = {};
    return 0;
  }

  std::string_view rest_;
  bool failed_ = false;
};

// The free list's ends are counted in words of four bytes.
ListEnd read_end(Numbers& numbers) {
  const std::uint32_t block = numbers.next();
  return {block, static_cast<std::uint32_t>(numbers.next(UINT16_MAX)) * 4};
}

bool read_root(Numbers& numbers, TableRoot& root) {
  root.block = numbers.next();
  const std::uint32_t level_and_flags = numbers.next();
  root.level = level_and_flags >> 2;
  root.has_blocks = (level_and_flags & 1) == 0;
  numbers.next(UINT64_MAX);  // entries
  root.block_size = static_cast<std::uint32_t>(numbers.next(32)) << 11;
  numbers.next();  // tags from this size on are compressed
  const std::string_view free_list = numbers.string();
  if (numbers.failed() || root.level >= kMostLevels || !std::has_single_bit(root.block_size)) {
    return false;
  }
  if (free_list.empty()) return !root.has_blocks;
  Numbers list(free_list);
  list.next();  // revision
  root.first_unused = list.next();
  root.free_begin = read_end(list);
  root.free_end = read_end(list);
  return !list.failed();
}

}  // namespace

std::string format_mark() {
  std::string mark = "\x0f\x0dXapian Glass";
  mark += static_cast<char>(kFormat >> 8);
  mark += static_cast<char>(kFormat & 0xff);
  return mark;
}

std::optional<std::vector<TableRoot>> read_roots(std::string_view bytes) {
  const std::size_t begin = format_mark().size() + kUuidBytes;
  if (bytes.size() < begin) return std::nullopt;
  Numbers numbers(bytes.substr(begin));
  numbers.next();  // revision
  std::vector<TableRoot> roots;
  for (const char* name : kTables) {
    TableRoot& root = roots.emplace_back();
    root.name = name;
    if (!read_root(numbers, root)) return std::nullopt;
  }
  return roots;
}

}  // namespace gisa::glass
