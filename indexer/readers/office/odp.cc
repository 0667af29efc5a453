#include <array>
#include <map>
#include <string>
#include <vector>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/slides.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// OpenDocument 1.3, presentations.
constexpr std::array<RoleRow, 15> kRoles = {{
    {"p", Role::prose},
    {"h", Role::prose},
    {"header-decl", Role::prose},
    {"footer-decl", Role::prose},
    {"s", Role::blank},
    {"tab", Role::blank},
    {"line-break", Role::newline},
    {"table", Role::box},
    {"table-row", Role::row},
    {"table-cell", Role::cell},
    {"text-box", Role::box},
    {"annotation", Role::left_out},
    {"ruby-text", Role::left_out},
    {"desc", Role::left_out},
    {"script", Role::left_out},
}};

// Each slide is a part, from 1; what stands before them is of their headers and footers.
class Pages : public DocumentEvents {
 public:
  explicit Pages(DocumentText& text) : DocumentEvents(kRoles, text) {}

  const std::string& title() const { return title_; }

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "page") {
      check_slides(static_cast<std::size_t>(++page_));
      document().begin_part(page_);
    }
    if (element == "frame") is_title_ = value_of(attributes, "class") == "title";
  }

  void ended(std::string_view element) override {
    if (element != "p" || !is_title_ || !title_.empty()) return;
    title_ = title_of_slide(document().paragraph());
  }

  bool leaves_out(std::string_view element, const Attributes& attributes) override {
    const std::string_view kind = value_of(attributes, "class");
    return element == "frame" && (kind == "page-number" || kind == "date-time");
  }

 private:
  std::string title_;
  int page_ = 0;
  bool is_title_ = false;
};

std::vector<Slide> slides_of(std::map<int, Slide> parts) {
  std::vector<Slide> slides;
  const int last = parts.empty() ? 0 : parts.rbegin()->first;
  for (int page = 1; page <= last; ++page) slides.push_back(std::move(parts[page]));
  if (!slides.empty()) slides.front().asides += parts[0].text;
  return slides;
}

}  // namespace

// A presentation of OpenDocument, as LibreOffice writes it: as one of PowerPoint.
void read_odp(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    if (zip.name() == "content.xml") {
      Pages pages(text);
      zip.parse(pages);
      facts.styled_title = pages.title();
    } else if (zip.name() == "meta.xml") {
      DocumentProperties properties(facts);
      zip.parse(properties);
    }
  });
  state.is_paged = true;
  take_document(input, text_of_slides(slides_of(text.take_parts())), facts, state);
}

}  // namespace gisa
