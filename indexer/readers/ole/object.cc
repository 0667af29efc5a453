#include "indexer/readers/ole/object.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "common/text/encoding.h"
#include "common/text/normalize.h"
#include "common/text/path.h"
#include "gisa/error.h"
#include "indexer/readers/ole/compound_file.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

constexpr std::size_t kMostOfAFile = std::size_t{64} << 20;
constexpr std::size_t kMostOfAChart = std::size_t{4} << 20;

// Streams that are a file: of Office since 2007, of WPS, of LibreOffice. Acrobat's has a name that
// others use for what they draw.
constexpr std::array<std::string_view, 3> kFiles = {"Package", "package", "EmbeddedOdf"};
constexpr std::string_view kOfAcrobat = "CONTENTS";

// What only a document has: one of Hangul, Word, Excel, PowerPoint. The object is its file.
constexpr std::array<std::string_view, 5> kOfDocuments = {"BodyText", "WordDocument", "Workbook",
                                                          "Book", "PowerPoint Document"};

std::uint32_t take_number(std::string_view& bytes) {
  const auto number = little_endian<std::uint32_t>(bytes, 0);
  bytes.remove_prefix(std::min(sizeof(number), bytes.size()));
  return number;
}

// Behind its length.
std::string_view take_string(std::string_view& bytes) {
  const std::size_t length = take_number(bytes);
  const std::string_view string = bytes.substr(0, length);
  bytes.remove_prefix(string.size());
  return string;
}

// The same of UTF-16, counted in its units.
std::string_view take_wide(std::string_view& bytes) {
  const std::size_t length = std::size_t{take_number(bytes)} * 2;
  const std::string_view string = bytes.substr(0, length);
  bytes.remove_prefix(string.size());
  return string;
}

// Takes what comes before the next zero byte, and that byte.
std::string_view take_name(std::string_view& bytes) {
  const std::string_view name = bytes.substr(0, bytes.find('\0'));
  bytes.remove_prefix(std::min(name.size() + 1, bytes.size()));
  return name;
}

// A file that Windows packed ([MS-OLEDS] 2.3.6 and what its Packager writes there): its name, two
// paths, its bytes behind their length, in newer ones a path and the name in UTF-16. Paint keeps a
// picture in that place.
std::optional<EmbeddedFile> file_in_package(std::string_view package) {
  constexpr std::size_t kFlagsAt = 4;
  constexpr std::size_t kLengthAndFlags = 6;
  constexpr std::uint16_t kIsFile = 2;
  if (little_endian<std::uint16_t>(package, kFlagsAt) != kIsFile) return std::nullopt;
  package.remove_prefix(std::min(kLengthAndFlags, package.size()));
  std::string name = decode(take_name(package), Encoding::cp949).text;
  take_name(package);
  take_number(package);
  take_string(package);
  if (package.empty()) return std::nullopt;
  std::string bytes(take_string(package));
  take_wide(package);
  if (const std::string_view wide = take_wide(package); !wide.empty()) {
    name = decode(wide, Encoding::utf16le).text;
  }
  return EmbeddedFile{to_nfc(std::string(last_step_of_any(name))), std::move(bytes)};
}

using Streams = std::map<std::string, CompoundFile::Entry>;

std::string bytes_of(const CompoundFile& file, const Streams& streams, std::string_view name,
                     std::size_t most) {
  const auto found = streams.find(std::string(name));
  return found == streams.end() ? std::string() : file.read(found->second, most).bytes;
}

std::optional<EmbeddedFile> file_in(const CompoundFile& file, const Streams& streams,
                                    std::string_view object) {
  const auto stream = [&](std::string_view name) {
    return bytes_of(file, streams, name, kMostOfAFile);
  };
  for (const std::string_view name : kFiles) {
    if (std::string bytes = stream(name); !bytes.empty()) return EmbeddedFile{{}, std::move(bytes)};
  }
  if (std::string pdf = stream(kOfAcrobat); pdf.starts_with("%PDF-")) {
    return EmbeddedFile{{}, std::move(pdf)};
  }
  if (const std::string package = stream("\x01Ole10Native"); !package.empty()) {
    return file_in_package(package);
  }
  const bool is_document = std::any_of(kOfDocuments.begin(), kOfDocuments.end(), [&](auto name) {
    return streams.contains(std::string(name));
  });
  return is_document ? std::optional(EmbeddedFile{{}, std::string(object)}) : std::nullopt;
}

Object open_compound(std::string_view object) {
  const CompoundFile file(object);
  const Streams streams = file.entries_of(CompoundFile::kRoot);
  Object out;
  out.chart = bytes_of(file, streams, "OOXMLChartContents", kMostOfAChart);
  if (!out.chart.empty()) return out;
  out.file = file_in(file, streams, object);
  if (!out.file) out.contents = bytes_of(file, streams, "Contents", kMostOfAChart);
  return out;
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

std::string_view stream_in_old_object(std::string_view object) {
  constexpr std::uint32_t kEmbedded = 2;
  constexpr std::string_view kOfWindows("Package\0", 8);
  if (CompoundFile::is_one(object)) return object;
  take_number(object);  // of the version
  if (take_number(object) != kEmbedded) return {};
  const std::string_view program = take_string(object);
  take_string(object);  // where it is from
  take_string(object);
  return program == kOfWindows || !object_in(object).empty() ? object : std::string_view();
}

Object open_object(std::string_view stream) {
  const std::string_view object = object_in(stream);
  try {
    return object.empty() ? Object{{}, file_in_package(stream), {}} : open_compound(object);
  } catch (const Error&) {
    return {};  // the document is read without it
  }
}

}  // namespace gisa
