#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "indexer/news/release.h"
#include "indexer/readers/office/document_text.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml_parser.h"
#include "indexer/source/archive_stream.h"

namespace gisa {

// The parts of a document that is a zip (HWPX, DOCX, ODT, EPUB), as a stream and within the limits
// for what is packed.
class DocumentZip {
 public:
  // `input` outlives this. Throws Error (input) if it is no zip.
  explicit DocumentZip(const ReaderInput& input);

  // Goes to the next part; false at the end. Throws Error (input) if there is damage, or more than
  // the limits allow.
  bool next_part();

  // Its path in the zip.
  const std::string& name() const { return archive_.name(); }

  // Parses the part as XML. Damage to the XML is kept for damage().
  void parse(XmlEvents& events);

  // All of the part. Throws Error (input) if it has more than 16 MB.
  std::string content();

  // The same; nothing if it has more than `most` bytes.
  std::optional<std::string> content_up_to(std::size_t most);

  // What the XML of a part that was parsed lacks; empty if nothing.
  const std::string& damage() const { return damage_; }

 private:
  std::string_view next_block();

  const ReaderInput& input_;
  ArchiveStream archive_;
  std::uint64_t unpacked_ = 0;
  std::string damage_;
};

// How far a document could be read.
struct DocumentState {
  std::string damage;     // what is wrong with it; empty if nothing
  std::string locked_by;  // a password, DRM; empty if by nothing
  bool is_paged = false;  // its pages are known: the text has their signs (paged_body.h)
};

// Shows `take` every part but the manifest, as far as they can be read. Throws Error (input) if the
// document is no zip, whatever its name says.
DocumentState read_parts(const ReaderInput& input,
                         const std::function<void(DocumentZip& zip)>& take);

// Hands on the article that a document is, or says why there is none.
void take_document(const ReaderInput& input, std::string text, const DocumentFacts& facts,
                   const DocumentState& state);

}  // namespace gisa
