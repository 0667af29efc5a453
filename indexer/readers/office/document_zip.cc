#include "indexer/readers/office/document_zip.h"

#include <fmt/format.h>

#include <utility>

#include "common/text/encoding.h"
#include "common/text/invisible.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/office/document_properties.h"

namespace gisa {

namespace {

constexpr std::size_t kMostContent = std::size_t{16} << 20;
constexpr std::string_view kZipMark = "PK";
constexpr std::size_t kChunk = 1 << 16;  // libxml2 counts in int

}  // namespace

DocumentZip::DocumentZip(const ReaderInput& input)
    : input_(input), archive_(input.bytes, Packing::office) {}

std::string_view DocumentZip::next_block() {
  const std::string_view block = archive_.next_block();
  unpacked_ += block.size();
  const UnpackLimits& limits = input_.options.limits;
  const bool bursts =
      unpacked_ > limits.judged_from && unpacked_ / limits.ratio > input_.bytes.offset() + kChunk;
  if (bursts || unpacked_ > limits.total) {
    throw Error(ErrorCode::input, fmt::format("unpacks to more than {} times its size; left out "
                                              "from there on",
                                              limits.ratio));
  }
  return block;
}

bool DocumentZip::next_part() {
  if (unpacked_ > 0 || !name().empty()) {
    while (!next_block().empty()) {  // what is passed over counts, too
    }
  }
  // What a Mac packs beside each file has the file's name, and nothing of it.
  while (archive_.next_member()) {
    if (!name().starts_with("__MACOSX/")) return true;
  }
  return false;
}

void DocumentZip::parse(XmlEvents& events) {
  ByteStream bytes([&] { return next_block(); });
  XmlParser parser(events);
  const Encoding encoding = detect_encoding(bytes.peek(kChunk));
  const bool wide = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  std::string piece;
  if (wide) {
    piece = decode(bytes.rest(), encoding).text;
    for (std::size_t at = 0; at < piece.size(); at += kChunk) {
      parser.feed(std::string_view(piece).substr(at, kChunk));
    }
  } else {
    while (bytes.next_piece(piece)) {
      const bool whole = valid_prefix(piece) == piece.size() && !piece.starts_with("\xEF\xBB\xBF");
      parser.feed(whole ? piece : decode(piece, encoding).text);
    }
  }
  const std::string complaint = parser.finish();
  if (damage_.empty() && !complaint.empty()) damage_ = fmt::format("{}: {}", name(), complaint);
}

std::optional<std::string> DocumentZip::content_up_to(std::size_t most) {
  std::string content;
  for (std::string_view block = next_block(); !block.empty(); block = next_block()) {
    if (block.size() > most - content.size()) return std::nullopt;
    content += block;
  }
  return content;
}

std::string DocumentZip::content() {
  std::optional<std::string> content = content_up_to(kMostContent);
  if (!content) {
    throw Error(ErrorCode::input, "holds a part of more than 16 MB; left out from there on");
  }
  return *std::move(content);
}

DocumentState read_parts(const ReaderInput& input,
                         const std::function<void(DocumentZip& zip)>& take) {
  if (!input.bytes.peek(kZipMark.size()).starts_with(kZipMark)) {
    throw Error(ErrorCode::input, "is no zip, as documents of its kind are; left out");
  }
  DocumentState state;
  DocumentManifest manifest;
  try {
    DocumentZip zip(input);
    try {
      while (zip.next_part()) {
        if (zip.name() == "META-INF/manifest.xml") {
          zip.parse(manifest);
        } else {
          take(zip);
        }
      }
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input) throw;
      state.damage = error.message();
    }
    if (state.damage.empty() && !zip.damage().empty()) {
      state.damage = fmt::format("is damaged ({}); read as far as possible", zip.damage());
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    state.damage = error.message();
  }
  if (manifest.is_locked()) state.locked_by = "a password";
  return state;
}

void take_document(const ReaderInput& input, std::string text, const DocumentFacts& facts,
                   const DocumentState& state) {
  if (!state.locked_by.empty()) {
    return input.problems({input.name, fmt::format("is locked by {}; left out", state.locked_by)});
  }
  if (trim(text).empty()) {
    std::string why = "has no text (only pictures?); left out";
    if (!state.damage.empty()) why = fmt::format("{}; nothing was read before", state.damage);
    return input.problems({input.name, why});
  }
  if (!state.damage.empty()) input.problems({input.name, state.damage, false});
  DocumentFacts plain = facts;
  for (std::string* const title : {&plain.styled_title, &plain.core_title}) {
    *title = to_nfc(without_invisible(std::move(*title)));
  }
  Article article = article_from_document(text, plain);
  text = std::string();  // it may be long, and is in the article
  if (state.is_paged) article.body.insert(0, "\f\n");
  input.take(std::move(article), 0);
}

}  // namespace gisa
