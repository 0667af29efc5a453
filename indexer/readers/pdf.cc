#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/text/encoding.h"
#include "common/text/invisible.h"
#include "common/text/lower_ascii.h"
#include "common/text/normalize.h"
#include "common/text/path.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/release.h"
#include "indexer/readers/members.h"
#include "indexer/readers/pdf/lines.h"
#include "indexer/readers/pdf/page.h"
#include "indexer/readers/pdf/paragraphs.h"
#include "indexer/readers/pdf/running_lines.h"
#include "indexer/readers/pdf/standing_words.h"
#include "indexer/readers/reader.h"
#include "indexer/worker/worker_pool.h"

namespace gisa {

namespace {

constexpr std::size_t kMostText = std::size_t{16} << 20;
constexpr std::size_t kMostLines = 1'000'000;

// The pages of a document, as they come, those that are no text without their lines.
class PdfPages {
 public:
  void add(PdfPage page) {
    join_standing_words(page.words);
    PdfLines lines = lines_of(page);
    std::string text;
    for (const PdfLine& line : lines.lines) text.append(line.text).append("\n");
    bytes_ += text.size();
    lines_ += lines.lines.size();
    if (bytes_ > kMostText || lines_ > kMostLines) {
      throw Error(ErrorCode::input, "has more than 16 MB of text, or a million lines; left out");
    }
    if (is_garbled(text)) {
      ++garbled_;
      lines.lines.clear();
    } else if (!text.empty()) {
      ++with_text_;
    }
    pages_.push_back(std::move(lines));
  }

  // All of them, notes behind, then headers and footers once, behind their sign (paged_body.h).
  std::string take_text(const std::vector<std::string>& notes) {
    const std::vector<std::string> running = take_running_lines(pages_);
    std::string text = text_of(pages_);
    if (trim(text).empty()) return {};
    for (const std::string& note : notes) text.append("\n").append(note);
    if (!running.empty()) text.append("\n\v");
    for (const std::string& line : running) text.append(line).append("\n");
    return text;
  }

  std::size_t count() const { return pages_.size(); }
  std::size_t garbled() const { return garbled_; }
  std::size_t with_text() const { return with_text_; }

 private:
  std::vector<PdfLines> pages_;
  std::size_t bytes_ = 0;
  std::size_t lines_ = 0;
  std::size_t garbled_ = 0;
  std::size_t with_text_ = 0;
};

// Why there is nothing to index; empty if there is.
std::string refusal_of(const PdfAbout& about, const PdfPages& pages) {
  if (!about.is_pdf) return "is no PDF, or too damaged to be read; left out";
  if (!about.lock.empty()) return fmt::format("is locked by {}; left out", about.lock);
  if (pages.count() == 0) return "is damaged: no page of it is there; left out";
  if (pages.with_text() > 0) return {};
  if (about.lacks_encodings) {
    return "has fonts whose tables are not to be had (is poppler-data installed?); left out";
  }
  if (pages.garbled() > 0) {
    return "has no text: its fonts do not say which characters they show; left out";
  }
  return "has no text (a scan, or only pictures?); left out";
}

// What of it is not indexed; empty if all is.
std::string damage_of(const PdfAbout& about, const PdfPages& pages) {
  if (about.lacks_encodings) {
    return "has fonts whose tables are not to be had (is poppler-data installed?); indexed without "
           "their text";
  }
  if (pages.garbled() > 0) {
    return fmt::format(
        "the fonts of {} of {} pages do not say which characters they show; "
        "indexed without them",
        pages.garbled(), pages.count());
  }
  return about.is_cut ? "is damaged, or has too many pages or words; read as far as possible" : "";
}

// The name of a file, or of the program that made it, is no title.
std::string title_of_properties(const std::string& title) {
  constexpr std::array<std::string_view, 8> kFiles = {".hwp", ".hwpx", ".doc", ".docx",
                                                      ".pdf", ".ppt",  ".xls", ".indd"};
  const std::string plain = lower_ascii(trim(title));
  const bool is_file = std::any_of(kFiles.begin(), kFiles.end(),
                                   [&](std::string_view end) { return plain.ends_with(end); });
  const bool is_program = plain.starts_with("microsoft ") || plain.starts_with("untitled");
  return is_file || is_program ? "" : to_nfc(without_invisible(title));
}

// The files that lie in a document, as they come.
class PdfFiles {
 public:
  void add(PdfFile file) {
    bytes_ += file.bytes.size();
    if (files_.size() == kMostPdfFiles || bytes_ > kMostPdfFilesBytes) {
      throw Error(ErrorCode::input,
                  "the program that reads it does not answer as it should; left out");
    }
    files_.push_back(std::move(file));
  }

  // Has them read behind the document, as members of it; `left_out` names one that is not there.
  void open(const ReaderInput& input, const std::string& left_out) const {
    Members members(input);
    for (const PdfFile& file : files_) members.open(name_of(file.name), file.bytes);
    if (left_out.empty()) return;
    report_files_left_out(input, kMostPdfFileBytes, kMostPdfFiles, name_of(left_out));
  }

 private:
  static std::string name_of(const std::string& written) {
    const std::string path = to_nfc(decode(written, detect_encoding(written)).text);
    const std::string_view name = last_step_of_any(path);
    return name.empty() ? "file" : std::string(name);
  }

  std::vector<PdfFile> files_;
  std::size_t bytes_ = 0;
};

// Lines may end as a Mac ends them.
std::vector<std::string> plain_notes(const std::vector<std::string>& notes) {
  std::vector<std::string> plain;
  std::size_t bytes = 0;
  for (const std::string& note : notes) {
    bytes += note.size();
    if (bytes > kMostPdfNotesBytes) break;
    std::string text = to_nfc(without_invisible(decode(note, detect_encoding(note)).text));
    std::replace(text.begin(), text.end(), '\r', '\n');
    std::erase_if(text, [](char c) { return c == '\f' || c == '\v'; });
    plain.emplace_back(trim(text));
  }
  return plain;
}

void take_part(std::string_view part, PdfPages& pages, PdfFiles& files) {
  const std::string_view record = part.substr(std::min<std::size_t>(part.size(), 1));
  if (part.starts_with(static_cast<char>(PdfPart::file))) return files.add(decode_pdf_file(record));
  pages.add(decode_pdf_page(record));
}

}  // namespace

// One article: a document in PDF, read in a process of its own.
void read_pdf(const ReaderInput& input) {
  if (input.options.pdf_workers == nullptr) {
    throw Error(ErrorCode::input,
                "is a PDF, and gisa-pdf, which reads them, is not there; left out");
  }
  PdfPages pages;
  PdfFiles files;
  const WorkerAnswer last = input.options.pdf_workers->read(
      {"", input.bytes}, {[&](std::string_view part) { take_part(part, pages, files); },
                          [&] {
                            pages = PdfPages();
                            files = PdfFiles();
                          }});
  if (!last.damage.empty()) throw Error(ErrorCode::input, last.damage);
  PdfAbout about;
  about.is_cut = !last.of_all;
  if (last.of_all) about = decode_pdf_about(*last.of_all);
  if (const std::string why = refusal_of(about, pages); !why.empty()) {
    input.problems({input.name, why});
    return files.open(input, about.left_out);
  }
  if (const std::string what = damage_of(about, pages); !what.empty()) {
    input.problems({input.name, what, false});
  }
  DocumentFacts facts;
  facts.core_title = title_of_properties(about.title);
  facts.date = about.date;
  Article article = article_from_document(pages.take_text(plain_notes(about.notes)), facts);
  // The sign of the first page: a document of one has none between its pages.
  article.body.insert(0, "\f\n");
  input.take(std::move(article), 0);
  files.open(input, about.left_out);
}

}  // namespace gisa
