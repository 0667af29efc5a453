#include "indexer/readers/hwp/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

#include "common/text/lower_ascii.h"
#include "gisa/error.h"
#include "indexer/readers/hwp/distribution.h"
#include "indexer/readers/hwp/list_marks.h"
#include "indexer/readers/hwp/preview.h"
#include "indexer/readers/hwp/section_text.h"
#include "indexer/readers/hwp/summary.h"
#include "indexer/readers/ole/compound_file.h"
#include "indexer/source/inflate.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

// Of all sections, packed and unpacked, so that time and memory are bounded whatever they are.
constexpr std::size_t kMostUnpacked = std::size_t{64} << 20;
constexpr std::size_t kMostText = std::size_t{16} << 20;
constexpr std::size_t kMostOfAStream =
    1 << 20;  // of the small ones: header, shapes, preview, summary

using Entries = std::map<std::string, CompoundFile::Entry>;

// What else is a compound file, by a stream that it has.
constexpr struct {
  const char* stream;
  const char* what;
  const char* saved;  // how it is read
} kOthers[] = {
    {"WordDocument", "a document of Word before 2007 (.doc)", "as .docx"},
    {"Workbook", "a workbook of Excel before 2007 (.xls)", "as .xlsx"},
    {"Book", "a workbook of Excel before 2007 (.xls)", "as .xlsx"},
    {"PowerPoint Document", "a presentation of PowerPoint before 2007 (.ppt)", "as .pptx"},
    {"EncryptedPackage", "an Office document locked with a password", "without it"},
    {"__properties_version1.0", "a message of Outlook (.msg)", "as .eml"},
};

std::string describe_other(const Entries& entries) {
  for (const auto& [stream, what, saved] : kOthers) {
    if (entries.contains(stream)) {
      return fmt::format("is {}; left out (saved {}, it is read)", what, saved);
    }
  }
  return "is a compound file (OLE2), but no HWP document; left out";
}

std::string stream_of(const CompoundFile& file, const Entries& entries, const char* name) {
  const auto found = entries.find(name);
  return found == entries.end() ? std::string() : file.read(found->second, kMostOfAStream).bytes;
}

// "한글 문서 파일 형식 5.0", 3.2.1
constexpr std::string_view kSignature = "HWP Document File";
constexpr std::size_t kFlagsAt = 36;
constexpr std::uint32_t kCompressed = 1 << 0;
constexpr std::uint32_t kForDistribution = 1 << 2;
constexpr struct {
  std::uint32_t flag;
  const char* lock;
} kLocks[] = {
    {1 << 1, "is locked with a password; left out (saved without it, it is read)"},
    {1 << 4, "is locked by DRM; left out"},
    {1 << 8, "is locked with a certificate; left out"},
    {1 << 10, "is locked by DRM with a certificate; left out"},
};

std::uint32_t flags_of(const CompoundFile& file, const Entries& entries) {
  const std::string header = stream_of(file, entries, "FileHeader");
  if (!header.starts_with(kSignature)) {
    throw Error(ErrorCode::input, describe_other(entries));
  }
  const auto flags = little_endian<std::uint32_t>(header, kFlagsAt);
  for (const auto& [flag, lock] : kLocks) {
    if ((flags & flag) != 0) throw Error(ErrorCode::input, lock);
  }
  return flags;
}

// The sections by their numbers.
std::map<unsigned, CompoundFile::Entry> sections_in(const Entries& storage) {
  constexpr std::string_view kName = "Section";
  std::map<unsigned, CompoundFile::Entry> sections;
  for (const auto& [name, entry] : storage) {
    unsigned number = 0;
    const char* const end = name.data() + name.size();
    if (!name.starts_with(kName)) continue;
    const auto [parsed, failed] = std::from_chars(name.data() + kName.size(), end, number);
    if (failed == std::errc() && parsed == end) sections.emplace(number, entry);
  }
  return sections;
}

// The text of the sections, and what could not be read of it.
class Body {
 public:
  Body(const CompoundFile& file, const Entries& entries, std::uint32_t flags)
      : file_(file), flags_(flags), text_(kMostText, list_marks(entries)) {}

  void add(CompoundFile::Entry section) {
    if (is_too_long()) return;
    is_damaged_ |= !text_.add(unpack(section));
  }

  std::string take_text() { return text_.take(); }
  bool is_too_long() const { return left_ == 0 || text_.is_full(); }
  bool is_damaged() const { return is_damaged_; }

 private:
  // A document is read without them where they are damaged.
  ListMarks list_marks(const Entries& entries) const {
    constexpr std::size_t kMostOfDocInfo = std::size_t{16} << 20;
    std::string packed = stream_of(file_, entries, "DocInfo");
    const bool is_packed = (flags_ & kCompressed) != 0;
    return ListMarks(is_packed ? inflate(packed, kMostOfDocInfo).bytes : packed);
  }

  std::string unpack(CompoundFile::Entry section) {
    CompoundFile::Stream stream = file_.read(section, left_);
    left_ -= stream.bytes.size();
    is_damaged_ |= !stream.is_whole;
    if ((flags_ & kForDistribution) != 0) {
      auto deciphered = decipher_distribution(stream.bytes);
      if (!deciphered) is_damaged_ = true;
      stream.bytes = std::move(deciphered).value_or(std::string());
    }
    if ((flags_ & kCompressed) == 0) return std::move(stream.bytes);
    Inflated inflated = inflate(stream.bytes, left_);
    left_ -= inflated.bytes.size();
    is_damaged_ |= !inflated.is_whole;
    return std::move(inflated.bytes);
  }

  const CompoundFile& file_;
  const std::uint32_t flags_;
  SectionText text_;
  std::size_t left_ = kMostUnpacked;
  bool is_damaged_ = false;
};

EmbeddedObjects objects_in(const CompoundFile& file, const Entries& entries) {
  EmbeddedObjects objects;
  const auto storage = entries.find("BinData");
  if (storage == entries.end()) return objects;
  for (const auto& [name, entry] : file.entries_of(storage->second)) {
    if (!lower_ascii(name).ends_with(".ole")) continue;
    objects.take_packed(name, file.read(entry, objects.enough()).bytes);
  }
  return objects;
}

std::string describe_damage(const Body& body, bool has_text) {
  if (body.is_too_long()) {
    return fmt::format(
        "has more than {} MB of text, or unpacks to more than {} MB; left out from there on",
        kMostText >> 20, kMostUnpacked >> 20);
  }
  return has_text ? "is damaged; what can be read of its text is indexed" : "";
}

}  // namespace

HwpDocument read_hwp_document(std::string_view bytes) {
  const CompoundFile file(bytes);
  const Entries entries = file.entries_of(CompoundFile::kRoot);
  const std::uint32_t flags = flags_of(file, entries);
  Body body(file, entries, flags);
  const auto storage = entries.find((flags & kForDistribution) != 0 ? "ViewText" : "BodyText");
  std::map<unsigned, CompoundFile::Entry> sections;
  if (storage != entries.end()) sections = sections_in(file.entries_of(storage->second));
  for (const auto& [number, section] : sections) body.add(section);

  HwpDocument document;
  document.text = body.take_text();
  const bool is_sound = !sections.empty() && !body.is_damaged();
  if (!is_sound || body.is_too_long()) {
    document.damage = describe_damage(body, !document.text.empty());
  }
  if (!is_sound && document.text.empty()) {
    document.text = preview_text(stream_of(file, entries, "PrvText"));
    document.damage = "is damaged: of its text only the preview is indexed";
    if (document.text.empty()) {
      throw Error(ErrorCode::input, "is damaged: nothing of its text can be read; left out");
    }
  }
  const Summary summary = read_summary(stream_of(file, entries, "\5HwpSummaryInformation"));
  document.title = summary.title;
  document.saved = summary.saved;
  document.objects = objects_in(file, entries);
  return document;
}

}  // namespace gisa
