#include <array>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/open_document.h"
#include "indexer/readers/office/open_document_lists.h"
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
    {"ruby-text", Role::left_out},
    {"desc", Role::left_out},
    {"script", Role::left_out},
    {"binary-data", Role::left_out},
}};

// What reviewers wrote beside a slide stands before it, and is read behind it: the part of a
// slide's comments has its number and this one.
constexpr int kComments = 1'000'000;

// So is what a master page shows on its slides: its number among them and this one.
constexpr int kMasters = 2'000'000;

// Each slide is a part, from 1; what stands before them is of their headers and footers.
class Pages : public DocumentEvents {
 public:
  explicit Pages(DocumentText& text) : DocumentEvents(kRoles, text) {}

  const std::string& title() const { return title_; }
  int count() const { return page_; }

  std::string mark(std::size_t key) { return lists_.mark(key); }

  // The parts of the master pages that slides have.
  std::vector<int> masters() const {
    std::vector<int> parts;
    for (std::size_t i = 0; i < masters_.size(); ++i) {
      if (masters_used_.contains(masters_[i])) parts.push_back(kMasters + static_cast<int>(i));
    }
    return parts;
  }

  // The slide that what is drawn is on, by its folder, or by one around it; the last slide if none
  // has it.
  int page_of(std::string_view folder) const {
    for (; !folder.empty(); folder = folder.substr(0, folder.find_last_of('/') + 1)) {
      if (folder.ends_with('/')) folder.remove_suffix(1);
      if (const auto found = objects_.find(folder); found != objects_.end()) return found->second;
    }
    return page_;
  }

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    lists_.start(element, attributes);
    if (const auto key = lists_.take_key()) document().set_mark_later(*key);
    if (element == "object" && objects_.size() < kMostObjects) {
      objects_.emplace(folder_of(value_of(attributes, "href")), page_);
    }
    if (element == "master-page" && masters_.size() < kMostObjects) {
      document().begin_part(kMasters + static_cast<int>(masters_.size()));
      masters_.emplace_back(value_of(attributes, "name"));
      in_master_ = true;
    }
    if (element == "page" && masters_used_.size() < kMostObjects) {
      masters_used_.emplace(value_of(attributes, "master-page-name"));
    }
    if (element == "page") {
      check_slides(static_cast<std::size_t>(++page_));
      document().begin_part(page_);
    }
    if (element == "annotation") document().begin_part(kComments + page_);
    if (element == "frame") is_title_ = value_of(attributes, "class") == "title";
  }

  void ended(std::string_view element) override {
    lists_.end(element);
    if (element == "annotation") document().begin_part(page_);
    if (element == "master-page") {
      document().begin_part(0);
      in_master_ = false;
    }
    if (element != "p" || !is_title_ || !title_.empty()) return;
    title_ = title_of_slide(document().paragraph());
  }

  bool leaves_out(std::string_view element, const Attributes& attributes) override {
    const std::string_view kind = value_of(attributes, "class");
    // A placeholder of a master page only says what is to be written there.
    if (in_master_) return element == "notes" || (element == "frame" && !kind.empty());
    return element == "frame" && (kind == "page-number" || kind == "date-time");
  }

 private:
  static constexpr std::size_t kMostObjects = 10'000;

  // Of `./Object 1`: Object 1.
  static std::string folder_of(std::string_view href) {
    if (href.starts_with("./")) href.remove_prefix(2);
    return std::string(href);
  }

  OpenDocumentLists lists_;
  std::map<std::string, int, std::less<>> objects_;  // the slides that they are on
  std::vector<std::string> masters_;
  std::set<std::string, std::less<>> masters_used_;
  bool in_master_ = false;
  std::string title_;
  int page_ = 0;
  bool is_title_ = false;
};

// What is drawn is kept as parts of its own until it is known on which slide it is.
constexpr int kObjects = -1;

std::vector<Slide> slides_of(std::map<int, Slide> parts, const std::vector<std::string>& objects,
                             const Pages& pages) {
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const auto drawn = parts.find(kObjects - static_cast<int>(i));
    if (drawn != parts.end()) parts[pages.page_of(objects[i])].text += drawn->second.text;
  }
  std::vector<Slide> slides;
  for (int page = 1; page <= pages.count(); ++page) {
    slides.push_back(std::move(parts[page]));
    const auto comments = parts.find(kComments + page);
    if (comments != parts.end()) slides.back().text += comments->second.text;
  }
  if (slides.empty()) return slides;
  slides.front().asides += parts[0].text;
  for (const int master : pages.masters()) slides.front().asides += parts[master].text;
  return slides;
}

}  // namespace

// A presentation of OpenDocument, as LibreOffice writes it: as one of PowerPoint.
void read_odp(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  EmbeddedFiles files;
  Pages pages(text);
  std::vector<std::string> objects;
  DocumentState state;
  if (is_flat(input)) {
    state = parse_flat(input, pages, files.objects());
  } else {
    state = read_parts(input, [&](DocumentZip& zip) {
      if (zip.name() == "content.xml" || zip.name() == "styles.xml") {
        text.begin_part(0);
        zip.parse(pages);
      } else if (is_object(zip.name())) {
        check_slides(objects.size() + 1);
        text.begin_part(kObjects - static_cast<int>(objects.size()));
        objects.push_back(zip.name().substr(0, zip.name().rfind('/')));
        read_object(zip, text);
      } else if (zip.name() == "meta.xml") {
        DocumentProperties properties(facts);
        zip.parse(properties);
      } else {
        files.take(zip);
      }
    });
  }
  facts.styled_title = pages.title();
  state.is_paged = true;
  const auto mark = [&](std::size_t key) { return pages.mark(key); };
  take_document(input, text_of_slides(slides_of(text.take_parts(mark), objects, pages)), facts,
                state);
  files.open(input);
}

}  // namespace gisa
