#include "common/glass/table_check.h"

#include <fmt/format.h>

#include <vector>

#include "common/glass/block.h"
#include "common/glass/block_file.h"
#include "common/glass/version_file.h"

namespace gisa::glass {

namespace fs = std::filesystem;

namespace {

// A block of free ones begins with a head and ends with the number of the next such block.
constexpr std::uint32_t kFreeListHead = 8;
constexpr std::uint32_t kFreeListEntry = 4;

class TableCheck {
 public:
  TableCheck(const fs::path& path, const TableRoot& root)
      : file_(path), root_(root), used_(std::min(root.first_unused, most_blocks(path, root))) {}

  // What is wrong, empty if nothing is.
  std::string run() {
    if (!root_.has_blocks) return {};
    std::string fault = check_tree(root_.block, root_.level);
    return fault.empty() ? check_free_list() : fault;
  }

 private:
  // So many blocks the file has.
  static std::uint32_t most_blocks(const fs::path& path, const TableRoot& root) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(path, error);
    return error ? 0
                 : static_cast<std::uint32_t>(
                       std::min<std::uintmax_t>(bytes / root.block_size, UINT32_MAX));
  }

  static std::string at(std::uint32_t number, std::string_view fault) {
    return fmt::format("block {}: {}", number, fault);
  }

  // Notes that a block is used. The fault if it was before, or is none.
  std::string use(std::uint32_t number) {
    if (number >= used_.size()) return at(number, "the file has no such block");
    if (used_[number]) return at(number, "it is used twice");
    used_[number] = true;
    return {};
  }

  std::string read(std::uint32_t number, std::vector<unsigned char>& block) {
    std::string fault = use(number);
    if (!fault.empty()) return fault;
    block.resize(root_.block_size);
    if (file_.read(block, number)) return {};
    return at(number, "it cannot be read");
  }

  // Of the tree below that block. No deeper than the level, which is one digit.
  std::string check_tree(std::uint32_t number, unsigned level) {
    std::vector<unsigned char>& block = blocks_[level];
    std::string fault = read(number, block);
    if (!fault.empty()) return fault;
    fault = fault_of(block, level);
    if (!fault.empty()) return at(number, fault);
    if (level == 0) return {};
    for (const std::uint32_t child : children_of(block)) {
      fault = check_tree(child, level - 1);
      if (!fault.empty()) return fault;
    }
    return {};
  }

  bool is_place(const ListEnd& end) const {
    return end.byte >= kFreeListHead && end.byte <= root_.block_size - kFreeListEntry;
  }

  // Each step uses a block up, so the walk ends.
  std::string check_free_list() {
    ListEnd next = root_.free_begin;
    const ListEnd& end = root_.free_end;
    if (next == ListEnd() && end == ListEnd()) return {};
    if (!is_place(next) || !is_place(end)) return "its list of free blocks lies outside a block";
    std::vector<unsigned char>& block = blocks_[0];
    for (;;) {
      std::string fault = read(next.block, block);
      if (!fault.empty()) return fault;
      if (level_of(block) != kFreeListLevel) return at(next.block, "it lists no free blocks");
      const bool last = next.block == end.block;
      const std::uint32_t stop = last ? end.byte : root_.block_size - kFreeListEntry;
      if (next.byte > stop) return at(next.block, "its list ends before it begins");
      for (std::uint32_t place = next.byte; place < stop; place += kFreeListEntry) {
        fault = use(number_at(block, place, 4));
        if (!fault.empty()) return fault;
      }
      if (last) return {};
      next = {number_at(block, stop, 4), kFreeListHead};
    }
  }

  const BlockFile file_;
  const TableRoot& root_;
  std::vector<bool> used_;                 // by number
  std::vector<unsigned char> blocks_[16];  // by level, for the one that is being looked at
};

}  // namespace

std::string find_damage(const fs::path& tables) {
  const auto version = read_version_file(tables);
  if (!version) return fmt::format("{} cannot be read", kVersionFile);
  if (!version->starts_with(format_mark())) return {};
  const auto state = read_version(*version);
  if (!state) return fmt::format("{} does not say where the tables begin", kVersionFile);
  for (const TableRoot& root : state->tables) {
    const std::string name = root.name + ".glass";
    const std::string fault = TableCheck(tables / name, root).run();
    if (!fault.empty()) return fmt::format("{}, {}", name, fault);
  }
  return {};
}

}  // namespace gisa::glass
