#include <algorithm>
#include <array>
#include <optional>

#include "common/text/encoding.h"
#include "common/text/lower_ascii.h"
#include "common/text/utf8.h"
#include "indexer/mail/header.h"
#include "indexer/readers/ole/compound_file.h"
#include "indexer/readers/reader.h"

namespace gisa {

void read_text(const ReaderInput& input);
void read_markdown(const ReaderInput& input);
void read_html(const ReaderInput& input);
void read_json(const ReaderInput& input);
void read_jsonl(const ReaderInput& input);
void read_table(const ReaderInput& input);
void read_xml(const ReaderInput& input);
void read_xlsx(const ReaderInput& input);
void read_ods(const ReaderInput& input);
void read_hwp(const ReaderInput& input);
void read_hwpx(const ReaderInput& input);
void read_docx(const ReaderInput& input);
void read_odt(const ReaderInput& input);
void read_pptx(const ReaderInput& input);
void read_odp(const ReaderInput& input);
void read_epub(const ReaderInput& input);
void read_rtf(const ReaderInput& input);
void read_hwpml(const ReaderInput& input);
void read_eml(const ReaderInput& input);
void read_mbox(const ReaderInput& input);
void read_mhtml(const ReaderInput& input);
void read_pdf(const ReaderInput& input);

namespace {

constexpr std::array<Format, 23> kFormats = {{
    {"txt", "txt text", "one article as it is printed", true, Confinement::none, read_text},
    {"md", "md markdown", "one article, with or without front matter", true, Confinement::none,
     read_markdown},
    {"html", "html htm xhtml", "a saved page", true, Confinement::none, read_html},
    {"json", "json", "one article, a list, either below a key, or a table by columns", true,
     Confinement::none, read_json},
    {"jsonl", "jsonl ndjson", "an article a line, as an object or a string", true,
     Confinement::none, read_jsonl},
    {"csv", "csv", "an article a row, names in the first", true, Confinement::none, read_table},
    {"tsv", "tsv tab", "the same with tabs", true, Confinement::none, read_table},
    {"xml", "xml rss atom rdf nitf newsml", "RSS, Atom, NewsML, NITF, plain records", true,
     Confinement::none, read_xml},
    {"xlsx", "xlsx xlsm xltx xltm", "an article a row, as BIGKinds exports them", false,
     Confinement::table, read_xlsx},
    {"ods", "ods ots fods", "a workbook of OpenDocument: the same", false, Confinement::table,
     read_ods},
    {"hwp", "hwp", "a document of the Korean word processor, HWP 5", false, Confinement::document,
     read_hwp},
    {"hwpx", "hwpx hwtx", "a document of Hangul, its newer form", false, Confinement::document,
     read_hwpx},
    {"docx", "docx docm dotx dotm", "a document of Word", false, Confinement::document, read_docx},
    {"odt", "odt ott fodt", "a text of OpenDocument", false, Confinement::document, read_odt},
    {"pptx", "pptx pptm ppsx ppsm potx", "a presentation of PowerPoint, its slides as pages", false,
     Confinement::document, read_pptx},
    {"odp", "odp otp fodp odg otg fodg", "a presentation or a drawing of OpenDocument", false,
     Confinement::document, read_odp},
    {"epub", "epub", "a book or a magazine, all of it one article", false, Confinement::document,
     read_epub},
    {"rtf", "rtf", "a document in RTF", false, Confinement::document, read_rtf},
    {"hwpml", "hml hwpml", "a document of Hangul saved as XML", true, Confinement::document,
     read_hwpml},
    {"eml", "eml emlx", "a mail, and what is attached to it", false, Confinement::document,
     read_eml},
    {"mbox", "mbox mbx", "a mailbox: an article a mail", false, Confinement::none, read_mbox},
    {"mhtml", "mhtml mht", "a saved page in one file", false, Confinement::document, read_mhtml},
    {"pdf", "pdf", "a document in PDF, where gisa-pdf is installed", false, Confinement::none,
     read_pdf},
}};

constexpr std::string_view kPackings = "gz bz2 xz zst";

std::string extension_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : lower_ascii(name.substr(dot + 1));
}

bool lists(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t blank = std::min(words.find(' ', at), words.size());
    if (words.substr(at, blank - at) == word) return true;
    at = blank + 1;
  }
  return false;
}

// Of `rice.csv.gz`: csv.
std::string unpacked_extension_of(std::string_view name) {
  std::string extension = extension_of(name);
  while (lists(kPackings, extension)) {
    name.remove_suffix(extension.size() + 1);
    extension = extension_of(name);
  }
  return extension;
}

struct Signature {
  std::string_view start;  // lower case
  std::string_view format;
};

// Beginnings of text formats, which decide whatever the file's name says. The surest first.
constexpr std::array<Signature, 18> kSignatures = {{
    {"<!doctype html", "html"},
    {"<html", "html"},
    {"<head", "html"},
    {"<body", "html"},
    {"{\\rtf", "rtf"},
    {"<hwpml", "hwpml"},
    {"<!doctype hwpml", "hwpml"},
    {"<rss", "xml"},
    {"<feed", "xml"},
    {"<rdf:rdf", "xml"},
    {"<nitf", "xml"},
    {"<newsml", "xml"},
    {"<newsitem", "xml"},
    {"<newsmessage", "xml"},
    {"<!doctype nitf", "xml"},
    {"<!doctype newsml", "xml"},
    {"<!doctype rss", "xml"},
    {"<?xml", "xml"},
}};

// The media type in the first part of a document that is a zip.
constexpr std::array<Signature, 8> kZipTypes = {{
    {"application/hwp+zip", "hwpx"},
    {"application/owpml", "hwpx"},
    {"application/vnd.oasis.opendocument.text", "odt"},
    {"application/vnd.oasis.opendocument.presentation", "odp"},
    {"application/vnd.oasis.opendocument.graphics", "odp"},
    {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
    {"application/vnd.oasis.", ""},
    {"application/epub+zip", "epub"},
}};

// Parts, in lower case, that only one format has.
constexpr std::array<Signature, 7> kZipParts = {{
    {"content.xml", "odt"},
    {"word/", "docx"},
    {"contents/section", "hwpx"},
    {"contents/header.xml", "hwpx"},
    {"contents/content.hpf", "hwpx"},
    {"xl/", "xlsx"},
    {"ppt/", "pptx"},
}};

// HWP 5 is a compound file; older versions begin with a line of text.
bool is_hwp(std::string_view sample) {
  return CompoundFile::is_one(sample) || sample.starts_with("HWP Document File V");
}

// Not all that follows a last dot is an extension: 2020.02.03 and 1.2판 have none.
bool is_extension(std::string_view word) {
  constexpr std::size_t kLongest = 8;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_sign = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  return word.size() <= kLongest && std::all_of(word.begin(), word.end(), is_sign) &&
         std::any_of(word.begin(), word.end(), is_letter);
}

// Skips what may stand before the root of a document.
std::string_view skip_prolog(std::string_view text) {
  while (true) {
    text = trim(text);
    const bool comment = text.starts_with("<!--");
    const bool declaration = text.starts_with("<?xml");
    if (!comment && !declaration) return text;
    const std::size_t end = text.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return text;
    text.remove_prefix(end + (comment ? 3 : 2));
  }
}

// A line of JSON that is whole, and another object behind it.
bool looks_like_jsonl(std::string_view text) {
  const std::size_t newline = text.find('\n');
  if (newline == std::string_view::npos) return false;
  const std::string_view line = trim(text.substr(0, newline));
  return line.ends_with('}') && trim(text.substr(newline)).starts_with('{');
}

constexpr std::string_view kZipPart = "PK\x03\x04";

// The kind of a document that is a zip, by the names of its first parts; nothing if none is known.
std::optional<std::string_view> name_by_parts(std::string_view sample) {
  constexpr std::size_t kHeader = 30;  // before the name of a part (APPNOTE.TXT 4.3.7)
  constexpr std::size_t kFirstPart = 160;
  for (const Signature& type : kZipTypes) {
    if (sample.substr(0, kFirstPart).find(type.start) != sample.npos) return type.format;
  }
  for (std::size_t at = 0; at != sample.npos && at + kHeader < sample.size();
       at = sample.find(kZipPart, at + 1)) {
    std::string part = lower_ascii(sample.substr(at + kHeader, 64));
    std::replace(part.begin(), part.end(), '\\', '/');  // as programs of Windows part folders
    for (const Signature& signature : kZipParts) {
      if (part.starts_with(signature.start)) return signature.format;
    }
  }
  const bool is_book = sample.find("META-INF/container.xml") != sample.npos;  // HWPX has one, too
  return is_book ? std::optional<std::string_view>("epub") : std::nullopt;
}

// The kind of what begins as mails do: a mailbox, a page in one file, else a mail.
std::string_view name_by_header(std::string_view text) {
  if (text.starts_with("From ")) {
    const std::size_t behind = std::min(text.find('\n'), text.size() - 1) + 1;
    return begins_with_mail_header(text.substr(behind)) ? "mbox" : "";
  }
  const std::size_t length = text.substr(0, 32).find_first_not_of("0123456789 \r");
  const bool has_length = length != text.npos && length > 0 && text[length] == '\n';  // .emlx
  if (has_length && begins_with_mail_header(text.substr(length + 1))) return "eml";
  if (!begins_with_mail_header(text)) return {};
  const std::string head = lower_ascii(text.substr(0, 2048));
  const bool saved = head.find("\nsnapshot-content-location:") != head.npos ||
                     head.starts_with("from: <saved by") ||
                     head.find("\nfrom: <saved by") != head.npos ||
                     head.starts_with("from: \"saved by");
  return saved ? "mhtml" : "eml";
}

// Where the mark of a PDF may stand: readers look for it in the first kilobyte.
bool is_pdf(std::string_view sample) {
  constexpr std::string_view kMark = "%PDF-";
  if (sample.starts_with(kMark)) return true;
  const std::size_t at = sample.substr(0, 1024).find(kMark);
  return at != sample.npos && !is_text(sample);
}

// Of a document of OpenDocument in one file, by the type at its root.
std::string_view name_of_flat(std::string_view root) {
  constexpr std::array<Signature, 4> kTypes = {{
      {"application/vnd.oasis.opendocument.text", "odt"},
      {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
      {"application/vnd.oasis.opendocument.presentation", "odp"},
      {"application/vnd.oasis.opendocument.graphics", "odp"},
  }};
  if (!root.starts_with("<office:document")) return {};
  const std::string_view element = root.substr(0, root.find('>'));
  for (const Signature& type : kTypes) {
    if (element.find(type.start) != element.npos) return type.format;
  }
  return {};
}

std::string_view name_by_content(std::string_view sample) {
  if (is_hwp(sample)) return "hwp";
  if (is_pdf(sample)) return "pdf";
  const std::string text = decode(sample, detect_encoding(sample)).text;
  const std::string_view root = skip_prolog(text);
  const std::string begin = lower_ascii(root.substr(0, 64));
  for (const Signature& signature : kSignatures) {
    if (begin.starts_with(signature.start)) return signature.format;
  }
  if (const std::string_view flat = name_of_flat(root); !flat.empty()) return flat;
  if (text.starts_with("<?xml")) return "xml";
  if (root.starts_with("[{") || (root.starts_with('[') && trim(root.substr(1)).starts_with('{'))) {
    return "json";
  }
  if (root.starts_with('{') && trim(root.substr(1)).starts_with('"')) {
    return looks_like_jsonl(root) ? "jsonl" : "json";
  }
  return name_by_header(text);
}

}  // namespace

bool is_text(std::string_view sample) {
  const DecodedText decoded = decode(sample, detect_encoding(sample));
  constexpr std::size_t kBytesToABadOne = 500;
  if (decoded.undecodable > 1 + sample.size() / kBytesToABadOne) return false;
  constexpr std::string_view kBlanks = "\t\n\v\f\r";
  return std::none_of(decoded.text.begin(), decoded.text.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x20 && kBlanks.find(c) == kBlanks.npos;
  });
}

void ReaderInput::report(std::size_t record, std::string what) const {
  problems({name, std::move(what), true, record});
}

void ReaderInput::report_damage(std::size_t record, std::string what) const {
  problems({name, std::move(what), false, record});
}

void ReaderInput::report_mended(std::size_t record, std::size_t halves) const {
  if (halves == 0) return;
  report_damage(record, std::to_string(halves) + " broken surrogate escapes, read as U+FFFD");
}

std::span<const Format> formats() { return kFormats; }

const Format* format_named(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

const Format* format_by_name(std::string_view name) {
  const std::string extension = unpacked_extension_of(name);
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& f) { return lists(f.extensions, extension); });
  return extension.empty() || found == kFormats.end() ? nullptr : found;
}

const Format* format_of(std::string_view file_name, std::string_view sample) {
  const Format* const by_name = format_by_name(file_name);
  if (sample.starts_with(kZipPart)) {
    const auto part = name_by_parts(sample);
    // All kinds of OpenDocument have the same parts; the name may tell them apart.
    const bool knows = by_name != nullptr && (by_name->name == "odp" || by_name->name == "ods");
    if (part == "odt" && knows) return by_name;
    return part ? format_named(*part) : by_name;
  }
  const std::string_view content = name_by_content(sample);
  if (content.empty() && by_name == nullptr) {
    const bool named = is_extension(unpacked_extension_of(file_name));
    return !named && is_text(sample) ? format_named("txt") : nullptr;
  }
  if (content.empty()) return by_name;
  // A page saved by a mail program has the header of a mail; the name tells them apart.
  if (by_name != nullptr && by_name->name == "mhtml" && content == "eml") return by_name;
  // One line of JSON may be a file of either format; the name tells them apart.
  if (by_name != nullptr && by_name->name == "jsonl" && content == "json" &&
      !trim(sample).starts_with('[')) {
    return by_name;
  }
  return format_named(content);
}

}  // namespace gisa
