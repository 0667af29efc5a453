#include "indexer/readers/hwp/object_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "common/text/encoding.h"
#include "common/text/normalize.h"
#include "gisa/error.h"
#include "indexer/readers/hwp/compound_file.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

constexpr std::size_t kMostOfAFile = std::size_t{64} << 20;

// Streams that are a file: of Office since 2007, of WPS, of LibreOffice. Acrobat's has a name that
// others use for what they draw.
constexpr std::array<std::string_view, 3> kFiles = {"Package", "package", "EmbeddedOdf"};
constexpr std::string_view kOfAcrobat = "CONTENTS";

// What only a document has: one of Hangul, Word, Excel, PowerPoint. The object is its file.
constexpr std::array<std::string_view, 5> kOfDocuments = {"BodyText", "WordDocument", "Workbook",
                                                          "Book", "PowerPoint Document"};

// Takes what comes before the next zero byte, and that byte.
std::string_view take_name(std::string_view& bytes) {
  const std::string_view name = bytes.substr(0, bytes.find('\0'));
  bytes.remove_prefix(std::min(name.size() + 1, bytes.size()));
  return name;
}

// A file that Windows packed ([MS-OLEDS] 2.3.6 and what its Packager writes there): its name, two
// paths, its bytes behind their length. Paint keeps a picture in that place.
std::optional<ObjectFile> file_in_package(std::string_view package) {
  constexpr std::size_t kFlagsAt = 4;
  constexpr std::size_t kLengthAndFlags = 6;
  constexpr std::size_t kNumber = 4;
  constexpr std::uint16_t kIsFile = 2;
  if (little_endian<std::uint16_t>(package, kFlagsAt) != kIsFile) return std::nullopt;
  package.remove_prefix(std::min(kLengthAndFlags, package.size()));
  std::string name = decode(take_name(package), Encoding::cp949).text;
  take_name(package);
  package.remove_prefix(std::min(kNumber, package.size()));
  if (package.size() < kNumber) return std::nullopt;
  const std::size_t path = little_endian<std::uint32_t>(package, 0);
  package.remove_prefix(std::min(kNumber + path, package.size()));
  if (package.size() < kNumber) return std::nullopt;
  const std::size_t size = little_endian<std::uint32_t>(package, 0);
  name.erase(0, name.find_last_of("/\\") + 1);
  return ObjectFile{to_nfc(name), std::string(package.substr(kNumber, size))};
}

std::optional<ObjectFile> file_in(std::string_view object) {
  const CompoundFile file(object);
  const auto entries = file.entries_of(CompoundFile::kRoot);
  const auto stream = [&](std::string_view name) {
    const auto found = entries.find(std::string(name));
    return found == entries.end() ? std::string() : file.read(found->second, kMostOfAFile).bytes;
  };
  for (const std::string_view name : kFiles) {
    if (std::string bytes = stream(name); !bytes.empty()) return ObjectFile{{}, std::move(bytes)};
  }
  if (std::string pdf = stream(kOfAcrobat); pdf.starts_with("%PDF-")) {
    return ObjectFile{{}, std::move(pdf)};
  }
  if (const std::string package = stream("\x01Ole10Native"); !package.empty()) {
    return file_in_package(package);
  }
  const bool is_document = std::any_of(kOfDocuments.begin(), kOfDocuments.end(), [&](auto name) {
    return entries.contains(std::string(name));
  });
  return is_document ? std::optional(ObjectFile{{}, std::string(object)}) : std::nullopt;
}

}  // namespace

std::string_view object_in(std::string_view stream) {
  constexpr std::size_t kLength = 4;
  for (const std::size_t at : {kLength, std::size_t{0}}) {
    const std::string_view object = stream.substr(std::min(at, stream.size()));
    if (CompoundFile::is_one(object)) return object;
  }
  return {};
}

std::optional<ObjectFile> file_in_object(std::string_view object) {
  if (object.empty()) return std::nullopt;
  try {
    return file_in(object);
  } catch (const Error&) {
    return std::nullopt;  // the document is read without it
  }
}

}  // namespace gisa
