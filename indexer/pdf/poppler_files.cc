#include "indexer/pdf/poppler_files.h"

#include <poppler-document.h>
#include <poppler-embedded-file.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "indexer/pdf/pdf_objects.h"

namespace gisa {

namespace {

std::string bytes_of(const poppler::embedded_file& file) {
  const poppler::byte_array bytes = file.data();
  return {bytes.begin(), bytes.end()};
}

// A document that holds the files that `specifications` tell, and where its bytes are. Poppler
// hands out no other streams; null if there are none, or the document is too damaged.
struct Holder {
  Holder(std::string_view pdf, const std::vector<std::string>& specifications) {
    if (!specifications.empty()) bytes = pdf_with_files(pdf, specifications);
    if (bytes.empty()) return;
    document.reset(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document != nullptr && document->is_locked()) document.reset();
  }

  std::string bytes;
  std::unique_ptr<poppler::document> document;
};

// The document as text: as it stands there, and the objects that are packed in it.
class Texts {
 public:
  explicit Texts(std::string_view pdf) : pdf_(pdf) {
    constexpr std::size_t kMostBytes = std::size_t{64} << 20;
    std::vector<std::string> streams;
    for (const int number : object_streams_in(pdf)) {
      streams.push_back("<< /Type /Filespec /F () /EF << /F " + std::to_string(number) +
                        " 0 R >> >>");
    }
    const Holder holder(pdf, streams);
    if (holder.document == nullptr) return;
    std::size_t bytes = 0;
    for (const poppler::embedded_file* const stream : holder.document->embedded_files()) {
      if (stream->is_valid() && bytes < kMostBytes) packed_.push_back(bytes_of(*stream));
      bytes += packed_.empty() ? 0 : packed_.back().size();
    }
  }

  void for_each_dictionary(std::string_view name,
                           const std::function<void(std::string_view)>& take) const {
    for_each_pdf_dictionary(pdf_, name, take);
    for_each_packed(name, take);
  }

  // Their strings are not encrypted.
  void for_each_packed(std::string_view name,
                       const std::function<void(std::string_view)>& take) const {
    for (const std::string& text : packed_) for_each_pdf_dictionary(text, name, take);
  }

 private:
  std::string_view pdf_;
  std::vector<std::string> packed_;
};

// Where the files that annotations hold are told of.
std::vector<std::string> attachments_in(const Texts& texts) {
  std::vector<std::string> out;
  std::set<std::string> met;
  texts.for_each_dictionary("/FileAttachment", [&](std::string_view annotation) {
    std::string specification(pdf_value_of(annotation, "/FS"));
    if (specification.empty() || !met.insert(specification).second) return;
    out.push_back(std::move(specification));
  });
  return out;
}

constexpr std::string_view kWide = "\xFE\xFF";  // before UTF-16

// Poppler 22 cuts a name in UTF-16 at its first zero byte, which is half of a Latin letter.
class WholeNames {
 public:
  explicit WholeNames(const Texts& texts) : texts_(texts) {}

  // Each once, in the order in which they stand in the document.
  std::string name(const std::string& cut) {
    if (!cut.starts_with(kWide)) return cut;
    if (!std::exchange(is_read_, true)) read();
    const auto found = std::find_if(names_.begin(), names_.end(),
                                    [&](const std::string& name) { return name.starts_with(cut); });
    if (found == names_.end()) return cut;
    std::string name = std::move(*found);
    names_.erase(found);
    return name;
  }

 private:
  void read() {
    texts_.for_each_dictionary("/EF", [&](std::string_view specification) {
      for (const std::string_view key : {"/UF", "/F"}) {
        std::string name = pdf_string(pdf_value_of(specification, key));
        if (name.starts_with(kWide)) return names_.push_back(std::move(name));
      }
    });
  }

  const Texts& texts_;
  std::vector<std::string> names_;
  bool is_read_ = false;
};

// As many files as may be read, each once.
class FilesRead {
 public:
  FilesRead(const Texts& texts, const std::function<void(const PdfFile&)>& take)
      : names_(texts), take_(take) {}

  void add(const poppler::embedded_file& held) {
    if (!held.is_valid()) return;
    PdfFile file{names_.name(held.name()), {}};
    const std::size_t most = std::min(room_, kMostPdfFileBytes);
    const auto told = static_cast<std::size_t>(std::max(held.size(), 0));  // it may be none
    const bool may_be_read = told <= most && met_.size() < kMostPdfFiles;
    if (may_be_read) file.bytes = bytes_of(held);
    if (!may_be_read || file.bytes.size() + file.name.size() > most) {
      left_out_ = file.name.empty() ? "a file" : file.name;
      return;
    }
    const std::size_t hash = std::hash<std::string>()(file.bytes);
    if (!met_.emplace(file.bytes.size(), hash).second) return;  // told of in two places
    room_ -= file.bytes.size() + file.name.size();
    take_(file);
  }

  const std::string& left_out() const { return left_out_; }

 private:
  WholeNames names_;
  const std::function<void(const PdfFile&)>& take_;
  std::set<std::pair<std::size_t, std::size_t>> met_;  // lengths and hashes
  std::size_t room_ = kMostPdfFilesBytes;
  std::string left_out_;
};

// What readers wrote beside the text, as far as no page shows it.
bool is_note(std::string_view annotation) {
  constexpr std::array<std::string_view, 13> kKinds = {
      "/Text",   "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Ink",
      "/Square", "/Circle",    "/Line",      "/Polygon",  "/PolyLine",  "/Redact"};
  const std::string_view kind = pdf_value_of(annotation, "/Subtype");
  const bool is_of_state = !pdf_value_of(annotation, "/StateModel").empty();  // `Accepted`
  return !is_of_state && std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

std::vector<std::string> notes_in(const Texts& texts, bool is_encrypted) {
  std::vector<std::string> notes;
  std::set<std::string> met;
  std::size_t bytes = 0;
  const auto take = [&](std::string_view annotation) {
    std::string note = pdf_string(pdf_value_of(annotation, "/Contents"));
    if (note.empty() || !is_note(annotation) || !met.insert(note).second) return;
    bytes += note.size();
    if (bytes <= kMostPdfNotesBytes) notes.push_back(std::move(note));
  };
  constexpr std::string_view kKey = "/Contents";
  is_encrypted ? texts.for_each_packed(kKey, take) : texts.for_each_dictionary(kKey, take);
  return notes;
}

}  // namespace

void read_beside_pages(const poppler::document& document, std::string_view pdf,
                       const std::function<void(const PdfFile&)>& take, PdfAbout& about) {
  const Texts texts(pdf);
  about.notes = notes_in(texts, document.is_encrypted());
  FilesRead files(texts, take);
  for (const poppler::embedded_file* const file : document.embedded_files()) files.add(*file);
  const Holder attachments(pdf, attachments_in(texts));
  if (attachments.document != nullptr) {
    for (const poppler::embedded_file* const file : attachments.document->embedded_files()) {
      files.add(*file);
    }
  }
  about.left_out = files.left_out();
}

}  // namespace gisa
