#include "indexer/mail/tnef.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/text/encoding.h"
#include "common/text/normalize.h"
#include "common/text/path.h"
#include "indexer/mail/header.h"

namespace gisa {

namespace {

constexpr std::size_t kMostFiles = 1000;

// Numbers and bytes in a row, the low byte first.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : rest_(bytes) {}

  std::string_view take(std::size_t size) {
    is_whole_ = is_whole_ && size <= rest_.size();
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::uint32_t number(std::size_t size) {
    std::uint32_t value = 0;
    const std::string_view bytes = take(size);
    for (std::size_t i = bytes.size(); i > 0; --i) {
      value = value << 8 | static_cast<unsigned char>(bytes[i - 1]);
    }
    return value;
  }

  bool is_whole() const { return is_whole_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool is_whole_ = true;
};

enum Attribute : std::uint32_t {  // the low half; the other one is its type
  attach_data = 0x800F,
  attach_title = 0x8010,
  attach_begin = 0x9002,
  attach_properties = 0x9005,
};

std::string plain_name(std::string name) {
  name.resize(std::min(name.find('\0'), name.size()));
  name = std::string(last_step_of_any(name));
  std::replace(name.begin(), name.end(), '\n', ' ');
  return to_nfc(name);
}

// The long name of a file among its properties: PidTagAttachLongFilename, one value.
std::optional<std::string> long_name(std::string_view properties) {
  constexpr std::string_view kInUtf16("\x1F\x00\x07\x37\x01\x00\x00\x00", 8);
  constexpr std::string_view kInCodePage("\x1E\x00\x07\x37\x01\x00\x00\x00", 8);
  constexpr std::size_t kLongest = 1000;  // bytes
  for (const std::string_view tag : {kInUtf16, kInCodePage}) {
    const std::size_t at = properties.find(tag);
    if (at == properties.npos) continue;
    Fields fields(properties.substr(at + tag.size()));
    const std::string_view name = fields.take(std::min<std::size_t>(fields.number(4), kLongest));
    if (!fields.is_whole()) continue;
    return tag == kInUtf16 ? decode(name, Encoding::utf16le).text
                           : text_in_charset(name.substr(0, name.find('\0')), "");
  }
  return std::nullopt;
}

}  // namespace

std::vector<TnefFile> files_in_tnef(std::string_view tnef) {
  constexpr std::uint32_t kSignature = 0x223E9F78;
  constexpr std::size_t kKey = 2;
  Fields fields(tnef);
  std::vector<TnefFile> files;
  if (fields.number(4) != kSignature) return files;
  fields.take(kKey);
  while (!fields.at_end() && files.size() < kMostFiles) {
    constexpr std::size_t kLevel = 1;
    constexpr std::size_t kChecksum = 2;
    fields.take(kLevel);
    const std::uint32_t attribute = fields.number(4) & 0xFFFF;
    const std::string_view data = fields.take(fields.number(4));
    fields.take(kChecksum);
    if (!fields.is_whole()) break;
    if (attribute == attach_begin) files.emplace_back();
    if (files.empty()) continue;
    if (attribute == attach_data) files.back().bytes = data;
    if (attribute == attach_title && files.back().name.empty()) {
      files.back().name = plain_name(text_in_charset(data.substr(0, data.find('\0')), ""));
    }
    if (attribute != attach_properties) continue;
    if (auto name = long_name(data)) files.back().name = plain_name(std::move(*name));
  }
  std::erase_if(files, [](const TnefFile& file) { return file.bytes.empty(); });
  return files;
}

}  // namespace gisa
