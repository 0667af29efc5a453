#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "common/text/encoding.h"
#include "common/text/lower_ascii.h"
#include "common/text/normalize.h"
#include "common/text/path.h"
#include "common/text/percent.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// The package of an EPUB: which files it has, and which are read in which order.
class Package : public XmlEvents {
 public:
  explicit Package(DocumentFacts& facts) : properties_(facts) {}

  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view element = local_name(name);
    if (element == "item") {
      files_[std::string(value_of(attributes, "id"))] = value_of(attributes, "href");
      if (value_of(attributes, "properties").find("nav") != std::string_view::npos) {
        contents_ = value_of(attributes, "href");
      }
    }
    if (element == "itemref") spine_.emplace_back(value_of(attributes, "idref"));
    properties_.start(name, attributes);
  }
  void end(std::string_view name) override { properties_.end(name); }
  void text(std::string_view text) override { properties_.text(text); }

  // The table of contents.
  const std::string& contents() const { return contents_; }

  // As they are named in the package.
  std::vector<std::string> files_in_order() const {
    std::vector<std::string> order;
    for (const std::string& id : spine_) {
      if (const auto file = files_.find(id); file != files_.end()) order.push_back(file->second);
    }
    return order;
  }

 private:
  DocumentProperties properties_;
  std::map<std::string, std::string> files_;  // by id
  std::vector<std::string> spine_;            // ids
  std::string contents_;
};

// Of META-INF/encryption.xml: fonts are mixed up in many a book that is not locked.
class Encryption : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    constexpr std::array<std::string_view, 2> kOfFonts = {"http://www.idpf.org/2008/embedding",
                                                          "http://ns.adobe.com/pdf/enc#RC"};
    if (local_name(name) == "EncryptedData") in_data_ = true;
    if (!in_data_ || local_name(name) != "EncryptionMethod") return;
    const std::string_view algorithm = value_of(attributes, "Algorithm");
    if (algorithm != kOfFonts[0] && algorithm != kOfFonts[1]) is_locked_ = true;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool is_locked() const { return is_locked_; }

 private:
  bool in_data_ = false;
  bool is_locked_ = false;
};

// Older books have their pages in .xml files, as other parts are.
bool is_page(std::string_view name) {
  const bool is_page =
      name.ends_with(".xhtml") || name.ends_with(".html") || name.ends_with(".htm");
  return is_page || (name.ends_with(".xml") && !name.starts_with("META-INF/"));
}

// What belongs to a book beside its pages: a report, a table. Licences of fonts are texts.
bool is_held_file(std::string_view name) {
  constexpr std::array<std::string_view, 6> kOthers = {"csv", "tsv", "doc", "xls", "ppt", "zip"};
  const std::string lower = lower_ascii(name);
  const Format* const format = format_by_name(lower);
  const std::string_view extension = std::string_view(lower).substr(lower.rfind('.') + 1);
  return (format != nullptr && format->confinement != Confinement::none) ||
         std::find(kOthers.begin(), kOthers.end(), extension) != kOthers.end();
}

bool is_html(std::string_view bytes) {
  constexpr std::size_t kHead = 1024;
  return lower_ascii(bytes.substr(0, kHead)).find("<html") != std::string::npos;
}

// As the package names a page: `../Text/%EA%B0%80.xhtml#a` is Text/가.xhtml.
std::string plain_path(std::string_view path) {
  path = path.substr(0, path.find('#'));
  while (path.starts_with("../") || path.starts_with("./")) path.remove_prefix(path.find('/') + 1);
  return to_nfc(percent_decoded(path).value_or(std::string(path)));
}

// Whether the page with that name in the zip is the one that the package names.
bool is_of_path(std::string_view name, std::string_view path) {
  if (!name.ends_with(path)) return false;
  return name.size() == path.size() || name[name.size() - path.size() - 1] == '/';
}

class Book {
 public:
  void take_page(const std::string& name, const std::string& html) {
    const std::string page = decode(html, detect_encoding(html)).text;
    std::string text(trim(plain_text(text_of_html(page, TextBeside::read))));
    bytes_ += text.size();
    constexpr std::size_t kMostText = std::size_t{16} << 20;
    if (bytes_ > kMostText) {
      throw Error(ErrorCode::input, "holds more than 16 MB of text; left out from there on");
    }
    pages_[name] = std::move(text);
  }

  // The pages as the package orders them, and behind them those that it has beside (notes that open
  // above the text); not its table of contents.
  std::string text(const std::vector<std::string>& order, const std::string& contents) {
    std::string all;
    const auto add = [&](std::string& page) {
      if (!page.empty()) all.append(std::exchange(page, {})).append("\n\n");
    };
    std::multimap<std::string_view, Page*> left;  // by the ends of their paths
    for (Page& page : pages_) left.emplace(last_step(page.first), &page);
    for (const std::string& wanted : order) {
      const std::string path = plain_path(wanted);
      const auto [begin, end] = left.equal_range(last_step(path));
      for (auto found = begin; found != end;) {
        if (!is_of_path(found->second->first, path)) {
          ++found;
          continue;
        }
        add(found->second->second);
        found = left.erase(found);
      }
    }
    for (auto& [name, page] : pages_) {
      if (contents.empty() || !is_of_path(name, plain_path(contents))) add(page);
    }
    return all;
  }

 private:
  using Page = std::pair<const std::string, std::string>;
  std::map<std::string, std::string> pages_;
  std::size_t bytes_ = 0;
};

}  // namespace

// A book or a magazine: its chapters in the order of the package, each read as HTML.
void read_epub(const ReaderInput& input) {
  DocumentFacts facts;
  Package package(facts);
  Encryption encryption;
  Book book;
  EmbeddedFiles files;
  bool has_rights = false;
  DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    const std::string& name = zip.name();
    if (name == "META-INF/encryption.xml") {
      zip.parse(encryption);
    } else if (name == "META-INF/rights.xml" || name == "META-INF/license.lcpl") {
      has_rights = true;
    } else if (name.ends_with(".opf")) {
      zip.parse(package);
    } else if (is_page(name)) {
      const std::string page = zip.content();
      if (!name.ends_with(".xml") || is_html(page)) book.take_page(name, page);
    } else if (is_held_file(name)) {
      files.keep(zip);
    }
  });
  if (encryption.is_locked() || has_rights) state.locked_by = "DRM";
  facts.styled_title = facts.core_title;
  take_document(input, book.text(package.files_in_order(), package.contents()), facts, state);
  if (state.locked_by.empty()) files.open(input);
}

}  // namespace gisa
