#include "indexer/readers/ole/compound_file.h"

#include <algorithm>

#include "gisa/error.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

// Of the header.
constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t kHeaderSize = 512;
constexpr std::size_t kSectorShiftAt = 30;
constexpr std::size_t kDirectoryAt = 48;
constexpr std::size_t kMiniFatAt = 60;
constexpr std::size_t kDifatAt = 68;        // the first sector of it
constexpr std::size_t kFatSectorsAt = 76;   // as many as fit; the DIFAT has the others
constexpr std::size_t kSmallStream = 4096;  // a shorter one lies in the mini stream
constexpr std::size_t kMiniSector = 64;

// Of an entry of the directory.
constexpr std::size_t kEntrySize = 128;
constexpr std::size_t kNameLengthAt = 64;  // bytes of UTF-16, with the zero behind it
constexpr std::size_t kMostNameBytes = 64;
constexpr std::size_t kLeftAt = 68;
constexpr std::size_t kRightAt = 72;
constexpr std::size_t kChildAt = 76;
constexpr std::size_t kStartAt = 116;
constexpr std::size_t kSizeAt = 120;  // in files of 512-byte sectors only the low half counts

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  return little_endian<std::uint32_t>(bytes, at);
}

std::string name_of(std::string_view entry) {
  const std::size_t length =
      std::min<std::size_t>(little_endian<std::uint16_t>(entry, kNameLengthAt), kMostNameBytes);
  std::string name;
  for (std::size_t at = 0; at + 2 < length; at += 2) {
    const auto unit = little_endian<std::uint16_t>(entry, at);
    name += unit < 0x80 ? static_cast<char>(unit) : '?';
  }
  return name;
}

std::size_t sectors_for(std::size_t bytes, std::size_t sector) {
  return bytes / sector + (bytes % sector != 0 ? 1 : 0);
}

}  // namespace

bool CompoundFile::is_one(std::string_view bytes) { return bytes.starts_with(kSignature); }

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  const auto shift = little_endian<std::uint16_t>(bytes, kSectorShiftAt);
  if (!is_one(bytes) || bytes.size() < kHeaderSize || (shift != 9 && shift != 12)) {
    throw Error(ErrorCode::input, "is no sound compound file (OLE2); left out");
  }
  sector_size_ = std::size_t{1} << shift;
  sector_count_ =
      bytes.size() <= sector_size_ ? 0 : sectors_for(bytes.size() - sector_size_, sector_size_);
  read_fat();
  directory_ = chain(fat_, number_at(bytes, kDirectoryAt), sector_count_,
                     kMostEntries * kEntrySize / sector_size_);
  if (entry(kRoot).empty()) {
    throw Error(ErrorCode::input, "is cut off or damaged: it has no directory; left out");
  }
  mini_fat_ = numbers_in(chain(fat_, number_at(bytes, kMiniFatAt), sector_count_, sector_count_));
  mini_stream_ = chain(fat_, number_at(entry(kRoot), kStartAt), sector_count_, sector_count_);
}

std::string_view CompoundFile::sector(Sector number) const {
  if (number >= sector_count_) return {};
  return bytes_.substr((std::size_t{number} + 1) * sector_size_, sector_size_);
}

std::string_view CompoundFile::entry(Entry number) const {
  const std::size_t a_sector = sector_size_ / kEntrySize;
  if (number / a_sector >= directory_.size()) return {};
  const std::string_view found = sector(directory_[number / a_sector]);
  const std::size_t at = number % a_sector * kEntrySize;
  return at + kEntrySize <= found.size() ? found.substr(at, kEntrySize) : std::string_view();
}

std::vector<CompoundFile::Sector> CompoundFile::numbers_in(
    const std::vector<Sector>& sectors) const {
  std::vector<Sector> numbers;
  for (const Sector each : sectors) {
    const std::string_view bytes = sector(each);
    for (std::size_t at = 0; at + sizeof(Sector) <= bytes.size(); at += sizeof(Sector)) {
      numbers.push_back(number_at(bytes, at));
    }
  }
  return numbers;
}

// Which sectors the FAT lies in is said by the end of the header, then by the DIFAT: sectors whose
// last number is that of the next one.
void CompoundFile::read_fat() {
  const std::size_t numbers_a_sector = sector_size_ / sizeof(Sector);
  const std::size_t most = sectors_for(sector_count_, numbers_a_sector);
  std::vector<Sector> fat_sectors;
  const auto add = [&](Sector number) {
    if (number < sector_count_ && fat_sectors.size() < most) fat_sectors.push_back(number);
  };
  for (std::size_t at = kFatSectorsAt; at < kHeaderSize; at += sizeof(Sector)) {
    add(number_at(bytes_, at));
  }
  Sector next = number_at(bytes_, kDifatAt);
  for (std::size_t met = 0; met < most && next < sector_count_; ++met) {
    const std::vector<Sector> numbers = numbers_in({next});
    if (numbers.size() < numbers_a_sector) break;
    std::for_each(numbers.begin(), numbers.end() - 1, add);
    next = numbers.back();
  }
  fat_ = numbers_in(fat_sectors);
}

std::vector<CompoundFile::Sector> CompoundFile::chain(const std::vector<Sector>& table,
                                                      Sector first, std::size_t count,
                                                      std::size_t most) const {
  std::vector<Sector> chain;
  std::vector<bool> met(std::min(count, table.size()));
  for (Sector next = first; chain.size() < most && next < met.size() && !met[next];) {
    met[next] = true;
    chain.push_back(next);
    next = table[next];
  }
  return chain;
}

std::map<std::string, CompoundFile::Entry> CompoundFile::entries_of(Entry storage) const {
  std::map<std::string, Entry> found;
  const std::size_t count = std::min(kMostEntries, directory_.size() * sector_size_ / kEntrySize);
  std::vector<bool> met(count);
  std::vector<Entry> open = {number_at(entry(storage), kChildAt)};
  while (!open.empty()) {  // a tree of brothers; whether it is a sound one does not matter
    const Entry number = open.back();
    open.pop_back();
    if (number >= count || met[number] || number == kRoot) continue;
    met[number] = true;
    const std::string_view brother = entry(number);
    if (brother.empty()) continue;
    found.emplace(name_of(brother), number);
    open.push_back(number_at(brother, kRightAt));
    open.push_back(number_at(brother, kLeftAt));
  }
  return found;
}

CompoundFile::Stream CompoundFile::read(Entry stream, std::size_t most) const {
  const std::string_view found = entry(stream);
  const std::uint64_t size = sector_size_ == kHeaderSize
                                 ? number_at(found, kSizeAt)
                                 : little_endian<std::uint64_t>(found, kSizeAt);
  const auto wanted = static_cast<std::size_t>(
      std::min<std::uint64_t>({size, std::uint64_t{most}, std::uint64_t{bytes_.size()}}));
  const Sector first = number_at(found, kStartAt);
  Stream out;
  out.bytes.reserve(wanted);
  if (size >= kSmallStream) {
    for (const Sector each : chain(fat_, first, sector_count_, sectors_for(wanted, sector_size_))) {
      out.bytes.append(sector(each).substr(0, wanted - out.bytes.size()));
    }
  } else {
    const std::size_t a_sector = sector_size_ / kMiniSector;
    const std::size_t count = mini_stream_.size() * a_sector;
    for (const Sector each : chain(mini_fat_, first, count, sectors_for(wanted, kMiniSector))) {
      const std::string_view large = sector(mini_stream_[each / a_sector]);
      const std::size_t at = std::min(each % a_sector * kMiniSector, large.size());
      const std::size_t taken = std::min(kMiniSector, wanted - out.bytes.size());
      out.bytes.append(large.substr(at, taken));
    }
  }
  out.is_whole = out.bytes.size() == size;
  return out;
}

}  // namespace gisa
