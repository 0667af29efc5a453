#include "tests/support/compound_file.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "tests/support/hwp_bytes.h"

namespace gisa::test {

namespace {

constexpr std::uint32_t kEnd = 0xFFFFFFFE;
constexpr std::uint32_t kFatSector = 0xFFFFFFFD;
constexpr std::uint32_t kDifatSector = 0xFFFFFFFC;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::size_t kSmall = 4096;
constexpr std::size_t kMiniSector = 64;
constexpr std::size_t kInHeader = 109;  // sectors of the FAT

struct Entry {
  std::string name;
  char type;  // 1 a storage, 2 a stream, 5 the root
  std::uint32_t child = kFree;
  std::uint32_t brother = kFree;
  std::uint32_t start = kEnd;
  std::uint32_t size = 0;
};

std::string bytes_of(const Entry& entry) {
  std::string out = utf16(entry.name);
  out.resize(64);
  out += number(entry.name.size() * 2 + 2, 2) + entry.type + '\1';
  out += number(kFree, 4) + number(entry.brother, 4) + number(entry.child, 4);
  out += std::string(36, '\0') + number(entry.start, 4) + number(entry.size, 8);
  return out;
}

std::string padded(std::string bytes, std::size_t unit) {
  bytes.resize((bytes.size() + unit - 1) / unit * unit);
  return bytes;
}

// What is put into it in chains of sectors.
class Sectors {
 public:
  explicit Sectors(std::size_t size) : size_(size) {}

  std::uint32_t add(const std::string& content) {
    if (content.empty()) return kEnd;
    const auto first = static_cast<std::uint32_t>(table.size());
    bytes += padded(content, size_);
    while (table.size() < bytes.size() / size_) {
      table.push_back(static_cast<std::uint32_t>(table.size() + 1));
    }
    table.back() = kEnd;
    return first;
  }

  std::string bytes;
  std::vector<std::uint32_t> table;

 private:
  std::size_t size_;
};

std::string numbers(const std::vector<std::uint32_t>& table) {
  std::string out;
  for (const std::uint32_t each : table) out += number(each, 4);
  return out;
}

// A storage's entries are a row of brothers.
std::vector<Entry> directory_of(const Files& streams, Sectors& small) {
  std::vector<Entry> entries = {{"Root Entry", 5}};
  std::map<std::string, std::size_t> storages = {{"", 0}};
  const auto add = [&](std::size_t storage, Entry entry) {
    entry.brother = entries[storage].child;
    entries[storage].child = static_cast<std::uint32_t>(entries.size());
    entries.push_back(std::move(entry));
  };
  for (const auto& [path, bytes] : streams) {
    const std::size_t slash = path.find('/');
    const std::string storage = slash == path.npos ? "" : path.substr(0, slash);
    if (!storages.contains(storage)) {
      storages[storage] = entries.size();
      add(0, {storage, 1});
    }
    Entry entry{slash == path.npos ? path : path.substr(slash + 1), 2};
    entry.size = static_cast<std::uint32_t>(bytes.size());
    if (bytes.size() < kSmall) entry.start = small.add(bytes);
    add(storages[storage], std::move(entry));
  }
  return entries;
}

std::string header(std::size_t sector, std::size_t fat_sectors, std::size_t difat_sectors,
                   std::size_t directory, std::size_t mini_fat, std::size_t mini_sectors) {
  std::string out("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  out += std::string(16, '\0');
  out += number(0x3E, 2) + number(sector == 512 ? 3 : 4, 2) + number(0xFFFE, 2);
  out += number(sector == 512 ? 9 : 12, 2) + number(6, 2) + std::string(6, '\0') + number(0, 4);
  out += number(fat_sectors, 4) + number(directory, 4) + number(0, 4) + number(kSmall, 4);
  out += number(mini_sectors == 0 ? kEnd : mini_fat, 4) + number(mini_sectors, 4);
  out += number(difat_sectors == 0 ? kEnd : fat_sectors, 4) + number(difat_sectors, 4);
  for (std::size_t i = 0; i < kInHeader; ++i) out += number(i < fat_sectors ? i : kFree, 4);
  return padded(out, sector);
}

// Each of its sectors names the next one in its last number.
std::string difat(std::size_t sector, std::size_t fat_sectors, std::size_t difat_sectors) {
  std::string out;
  std::size_t named = kInHeader;
  for (std::size_t i = 0; i < difat_sectors; ++i) {
    for (std::size_t n = 0; n + 1 < sector / 4; ++n, ++named) {
      out += number(named < fat_sectors ? named : kFree, 4);
    }
    out += number(i + 1 < difat_sectors ? fat_sectors + i + 1 : kEnd, 4);
  }
  return out;
}

}  // namespace

std::string compound_file(const Files& streams, std::size_t sector) {
  Sectors small(kMiniSector);
  std::vector<Entry> entries = directory_of(streams, small);
  std::size_t content = 4 + entries.size() * 128 / sector + small.table.size() * 4 / sector +
                        small.bytes.size() / sector;
  for (const auto& [path, bytes] : streams) content += bytes.size() / sector + 1;
  const std::size_t a_sector = sector / 4;
  const std::size_t fat_sectors = content / (a_sector - 1) + 2;
  const std::size_t difat_sectors =
      fat_sectors <= kInHeader ? 0 : (fat_sectors - kInHeader) / (a_sector - 1) + 1;

  Sectors all(sector);
  all.add(std::string((fat_sectors + difat_sectors) * sector, '\0'));
  std::fill_n(all.table.begin(), fat_sectors, kFatSector);
  std::fill(all.table.begin() + static_cast<std::ptrdiff_t>(fat_sectors), all.table.end(),
            kDifatSector);
  const std::uint32_t directory = all.add(std::string(entries.size() * 128, '\0'));
  const std::string mini_fat = numbers(small.table);
  const std::uint32_t mini_fat_at = all.add(mini_fat);
  entries[0].start = all.add(small.bytes);
  entries[0].size = static_cast<std::uint32_t>(small.bytes.size());
  // directory_of() went through the streams in the same order.
  auto entry = entries.begin();
  for (const auto& [path, bytes] : streams) {
    do ++entry;
    while (entry->type != 2);
    if (bytes.size() >= kSmall) entry->start = all.add(bytes);
  }
  std::string listed;
  for (const Entry& each : entries) listed += bytes_of(each);
  all.bytes.replace(directory * sector, listed.size(), listed);
  all.table.resize(fat_sectors * a_sector, kFree);
  all.bytes.replace(0, fat_sectors * sector, numbers(all.table));
  all.bytes.replace(fat_sectors * sector, difat_sectors * sector,
                    difat(sector, fat_sectors, difat_sectors));
  return header(sector, fat_sectors, difat_sectors, directory, mini_fat_at,
                (mini_fat.size() + sector - 1) / sector) +
         all.bytes;
}

}  // namespace gisa::test
