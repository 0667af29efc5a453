#include "common/glass/table_reader.h"

#include <compare>

#include "common/glass/block.h"

namespace gisa::glass {

namespace {

std::string_view text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

TableReader::TableReader(const BlockFile& file, const TableRoot& root, std::uint32_t revision)
    : file_(file), root_(root), revision_(revision), levels_(root.level + 1) {}

bool TableReader::seek(std::string_view key) {
  if (!root_.has_blocks) return false;
  if (!load(root_.level, root_.block) || !descend(root_.level, key)) return false;
  Level& leaf = levels_.front();
  // Binary search among the items for the first that is not before the key.
  std::size_t end = leaf.items;
  for (leaf.item = 0; leaf.item < end;) {
    const std::size_t middle = leaf.item + (end - leaf.item) / 2;
    const auto item = leaf_item(leaf.block, middle);
    if (!item) return fail();
    if (text(item->key) < key) {
      leaf.item = middle + 1;
    } else {
      end = middle;
    }
  }
  if (leaf.item == leaf.items) {
    --leaf.item;
    if (!next_item()) return false;
  }
  return take_entry();
}

bool TableReader::next() { return next_item() && take_entry(); }

bool TableReader::fail() {
  is_sound_ = false;
  return false;
}

bool TableReader::load(std::size_t level, std::uint32_t number) {
  Level& at = levels_[level];
  at.block.resize(root_.block_size);
  if (!file_.read(at.block, number)) return fail();
  // What was written after the state is of another one.
  if (revision_of(at.block) > revision_ || level_of(at.block) != level) return fail();
  at.items = items_of(at.block);
  at.item = 0;
  return at.items > 0 || fail();
}

// Loads the block below the item where `level`, which is no leaf's, is.
bool TableReader::enter(std::size_t level) {
  const auto item = branch_item(levels_[level].block, levels_[level].item);
  return item ? load(level - 1, item->child) : fail();
}

// To the first leaf below the item where `level` is.
bool TableReader::descend(std::size_t level) {
  for (; level > 0; --level) {
    if (!enter(level)) return false;
  }
  return true;
}

// To the leaf that has the key, if any has.
bool TableReader::descend(std::size_t level, std::string_view key) {
  for (; level > 0; --level) {
    Level& branch = levels_[level];
    // The last item that is not behind the key; the first one stands for all that are smaller.
    std::size_t end = branch.items;
    for (branch.item = 0; end - branch.item > 1;) {
      const std::size_t middle = branch.item + (end - branch.item) / 2;
      const auto item = branch_item(branch.block, middle);
      if (!item) return fail();
      const auto order = text(item->key) <=> key;
      if (order < 0 || (order == 0 && item->component <= 1)) {
        branch.item = middle;
      } else {
        end = middle;
      }
    }
    if (!enter(level)) return false;
  }
  return true;
}

bool TableReader::next_item() {
  for (std::size_t level = 0; level < levels_.size(); ++level) {
    if (++levels_[level].item < levels_[level].items) return descend(level);
  }
  return false;
}

// The entry that begins at the item where the reader is.
bool TableReader::take_entry() {
  const auto here = [&] { return leaf_item(levels_.front().block, levels_.front().item); };
  auto item = here();
  if (!item || item->component != 1 || item->is_compressed) return fail();
  key_ = text(item->key);
  tag_ = text(item->tag);
  if (item->is_last) return true;
  joined_ = tag_;
  for (std::uint32_t component = 2; !item->is_last; ++component) {
    if (!next_item()) return fail();
    item = here();
    if (!item || item->component != component || text(item->key) != key_) return fail();
    joined_ += text(item->tag);
  }
  tag_ = joined_;
  return true;
}

}  // namespace gisa::glass
