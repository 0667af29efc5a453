#include "indexer/source/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "common/text/encoding.h"
#include "common/text/lower_ascii.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

constexpr std::size_t kBlock = 1 << 16;

struct Magic {
  std::size_t at;
  std::string_view bytes;
  Packing packing;
};

constexpr std::array<Magic, 7> kMagic = {{
    {0, "\x1F\x8B", Packing::compressed},
    {0, "BZh", Packing::compressed},
    {0, std::string_view("\xFD\x37zXZ\0", 6), Packing::compressed},
    {0, "\x28\xB5\x2F\xFD", Packing::compressed},
    {0, "PK\x03\x04", Packing::archive},
    {0, "PK\x05\x06", Packing::archive},
    {257, "ustar", Packing::archive},
}};

constexpr std::string_view kZipMember = "PK\x03\x04";

// Programs of Windows part folders their way.
std::string with_slashes(std::string name) {
  std::replace(name.begin(), name.end(), '\\', '/');
  return name;
}

// What a document begins with: of Office, of Hangul, an EPUB or an ODT.
constexpr std::array<std::string_view, 11> kFirstMembers = {
    "[Content_Types].xml", "_rels/",      "docProps/", "docMetadata/", "customXml/",      "xl/",
    "version.xml",         "Preview/Prv", "META-INF/", "mimetype",     "Configurations2/"};

// What no other archive has, wherever it stands: some are packed anew, in another order.
constexpr std::array<std::string_view, 14> kTellingMembers = {
    "word/document",         "ppt/presentation",
    "Contents/section",      "Contents/header.xml",
    "Contents/content.hpf",  "META-INF/container.xml",
    "META-INF/manifest.xml", "word/media/image",
    "word/fontTable.xml",    "word/_rels/",
    "word/styles.xml",       "ppt/media/image",
    "ppt/slides/slide",      "ppt/_rels/"};

// Of `bytes`, which begin with a member, the next one; empty if it lies too far on. Where the
// length of this one stands behind it (APPNOTE.TXT 4.3.7 and 4.4.4), it is looked for: what is
// deflated hardly has its sign by chance.
std::string_view next_member_of(std::string_view bytes) {
  constexpr std::size_t kHeader = 30;
  constexpr std::size_t kLengthBehind = 8;
  constexpr std::uint16_t kDeflated = 8;
  if ((little_endian<std::uint16_t>(bytes, 6) & kLengthBehind) != 0) {
    const bool is_deflated = little_endian<std::uint16_t>(bytes, 8) == kDeflated;
    const std::size_t next = is_deflated ? bytes.find(kZipMember, kHeader) : bytes.npos;
    return bytes.substr(std::min(next, bytes.size()));
  }
  const std::size_t length = kHeader + little_endian<std::uint16_t>(bytes, 26) +
                             little_endian<std::uint16_t>(bytes, 28) +
                             little_endian<std::uint32_t>(bytes, 18);
  return bytes.substr(std::min(length, bytes.size()));
}

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view begin) { return text.starts_with(begin); });
}

// The name of a member stands behind 30 bytes of header (APPNOTE.TXT 4.3.7).
bool is_office(std::string_view head) {
  constexpr std::size_t kHeader = 30;
  constexpr int kMostMembers = 100;
  constexpr std::size_t kLongestName = 64;  // as far as it tells
  for (int i = 0; i < kMostMembers && head.size() > kHeader && head.starts_with(kZipMember); ++i) {
    const std::string name = with_slashes(std::string(head.substr(kHeader, kLongestName)));
    if (begins_with_any(name, kTellingMembers)) return true;
    if (i == 0 && begins_with_any(name, kFirstMembers)) return true;
    head = next_member_of(head);
  }
  return false;
}

bool is_called_office(std::string_view name) {
  constexpr std::array<std::string_view, 8> kEnds = {".docx", ".pptx", ".xlsx", ".hwpx",
                                                     ".odt",  ".odp",  ".ods",  ".epub"};
  const std::string lower = lower_ascii(name);
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return lower.ends_with(end); });
}

// libarchive turns names into the process's locale, and loses in "C" what is no ASCII. While one
// lives, this thread's locale has UTF-8.
class Utf8Locale {
 public:
  Utf8Locale() : before_(uselocale(utf8())) {}
  ~Utf8Locale() { uselocale(before_); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;  // 0, where there is none, leaves the thread's as it is
  }

  const locale_t before_;
};

// Zip files from Windows have names in CP949.
std::string name_of(archive_entry* entry, bool is_zip) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr) return "?";
  std::string text = decode(name, detect_encoding(name)).text;
  return is_zip ? with_slashes(std::move(text)) : text;
}

}  // namespace

Packing packing_of(ByteStream& bytes, std::string_view name) {
  const std::string_view head = bytes.peek(512);
  const auto found = std::find_if(kMagic.begin(), kMagic.end(), [&](const Magic& magic) {
    return head.size() > magic.at && head.substr(magic.at).starts_with(magic.bytes);
  });
  if (found == kMagic.end()) return Packing::none;
  const bool is_zip = head.starts_with(kZipMember);
  const bool is_document = is_zip && (is_office(bytes.peek(kBlock)) || is_called_office(name));
  return is_document ? Packing::office : found->packing;
}

void ArchiveStream::Close::operator()(archive* handle) const { archive_read_free(handle); }

ArchiveStream::ArchiveStream(ByteStream& packed, Packing packing)
    : packed_(packed),
      compressed_(packing == Packing::compressed),
      archive_(archive_read_new()),
      block_(kBlock, '\0') {
  archive* const a = archive_.get();
  if (packing == Packing::compressed) {
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_format_raw(a);
    archive_read_support_format_empty(a);
  } else {
    archive_read_support_format_zip_streamable(a);
    archive_read_support_format_tar(a);
  }
  if (archive_read_open(a, this, nullptr, read_packed, nullptr) != ARCHIVE_OK) throw_failure();
}

ArchiveStream::~ArchiveStream() = default;

// libarchive is C: an exception must not pass through it.
long ArchiveStream::read_packed(archive* handle, void* self, const void** block) {
  auto& stream = *static_cast<ArchiveStream*>(self);
  try {
    const std::string_view bytes = stream.packed_.next_block();
    *block = bytes.data();
    return static_cast<long>(bytes.size());
  } catch (...) {
    stream.cause_ = std::current_exception();
    archive_set_error(handle, EIO, "the bytes around it are damaged");
    return ARCHIVE_FATAL;
  }
}

void ArchiveStream::throw_failure() {
  if (cause_) std::rethrow_exception(std::exchange(cause_, nullptr));
  const char* said = archive_error_string(archive_.get());
  throw Error(ErrorCode::input, fmt::format("the packed data are damaged from here on ({})",
                                            said == nullptr ? "no reason known" : said));
}

bool ArchiveStream::next_member() {
  const Utf8Locale locale;
  while (!empty_) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) {  // libarchive gives no member for what unpacks to nothing
      empty_ = compressed_ && !begun_;
      return std::exchange(begun_, true) ? false : empty_;
    }
    if (status < ARCHIVE_WARN) throw_failure();
    const int format = archive_format(archive_.get());
    const bool raw = format == ARCHIVE_FORMAT_RAW;
    const bool is_zip = (format & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
    if (!raw && archive_entry_filetype(entry) != AE_IFREG) continue;
    begun_ = true;
    name_ = raw ? std::string() : name_of(entry, is_zip);
    if (!raw) make_name_unique();
    return true;
  }
  return false;
}

void ArchiveStream::make_name_unique() {
  const std::size_t before = names_[std::hash<std::string>()(name_)]++;
  if (before > 0) name_ += fmt::format(" ({})", before + 1);
}

std::string_view ArchiveStream::next_block() {
  if (empty_) return {};
  const la_ssize_t got = archive_read_data(archive_.get(), block_.data(), block_.size());
  if (got < 0) throw_failure();
  return std::string_view(block_).substr(0, static_cast<std::size_t>(got));
}

int ArchiveStream::layers() const { return std::max(1, archive_filter_count(archive_.get()) - 1); }

}  // namespace gisa
