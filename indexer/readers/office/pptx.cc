#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/path.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/relations.h"
#include "indexer/readers/office/slide_lists.h"
#include "indexer/readers/office/slides.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// PresentationML, and DrawingML in it (ECMA-376).
constexpr std::array<RoleRow, 7> kRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"br", Role::newline},
    {"tbl", Role::box},
    {"tr", Role::row},
    {"tc", Role::cell},
    {"Fallback", Role::left_out},
}};

// What reviewers wrote beside a slide, in the form of 2007 (text) or of 2018 (paragraphs).
constexpr std::array<RoleRow, 4> kCommentRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"br", Role::newline},
    {"text", Role::prose},
}};

class CommentPart : public DocumentEvents {
 public:
  explicit CommentPart(DocumentText& text) : DocumentEvents(kCommentRoles, text) {}
};

bool is_slide_number(std::string_view element, const XmlEvents::Attributes& attributes) {
  return element == "fld" && value_of(attributes, "type") == "slidenum";
}

// A slide, or the notes of one.
class SlidePart : public DocumentEvents {
 public:
  explicit SlidePart(DocumentText& text) : DocumentEvents(kRoles, text) {}

  const std::string& title() const { return title_; }

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    lists_.start(element, attributes);
    if (element != "ph") return;
    const std::string_view type = value_of(attributes, "type");
    is_title_ = type == "title" || type == "ctrTitle";
    if (type == "sldNum") document().mute(true);
    if (type == "ftr" || type == "hdr" || type == "dt") {
      document().begin(DocumentText::Frame::aside);
      is_aside_ = true;
    }
  }

  void ended(std::string_view element) override {
    if (element == "p" && is_title_ && title_.empty()) {
      title_ = title_of_slide(document().paragraph());
    }
    if (element == "p" && !document().paragraph().empty()) document().set_mark(lists_.next());
    if (element != "sp") return;
    document().mute(false);
    if (std::exchange(is_aside_, false)) document().end(DocumentText::Frame::aside);
    is_title_ = false;
  }

  bool leaves_out(std::string_view element, const Attributes& attributes) override {
    return is_slide_number(element, attributes);
  }

 private:
  SlideLists lists_;
  std::string title_;
  bool is_title_ = false;
  bool is_aside_ = false;
};

// What stands on all slides of a layout or a master: a motto, a name. Their placeholders only say
// what is to be written there.
class LayoutPart : public DocumentEvents {
 public:
  explicit LayoutPart(DocumentText& text) : DocumentEvents(kRoles, text) {
    document().begin(DocumentText::Frame::aside);
  }

 protected:
  void started(std::string_view element, const Attributes&) override {
    if (element == "ph") document().mute(true);
  }
  void ended(std::string_view element) override {
    if (element == "sp") document().mute(false);
  }
  bool leaves_out(std::string_view element, const Attributes& attributes) override {
    return is_slide_number(element, attributes);
  }
};

// The ids of the slides in ppt/presentation.xml, in the order in which they are shown.
class SlideOrder : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (local_name(name) != "sldId") return;
    for (const auto& [key, value] : attributes) {
      if (key.ends_with(":id")) ids_.emplace_back(value);
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::vector<std::string> ids_;
};

// The last two steps of a path: `slides/slide3.xml`, however it is written.
std::string place_of(std::string_view path) {
  const std::size_t file = path.rfind('/');
  if (file == path.npos || file == 0) return std::string(path);
  const std::size_t folder = path.rfind('/', file - 1);
  return std::string(folder == path.npos ? path : path.substr(folder + 1));
}

enum class Kind { slide, layout, notes, drawing, comments, relations };

std::optional<Kind> kind_of(std::string_view name) {
  struct PartRow {
    std::string_view begin;
    std::string_view end;
    Kind kind;
  };
  constexpr std::array<PartRow, 11> kParts = {{
      {"ppt/slides/slide", ".xml", Kind::slide},
      {"ppt/slideLayouts/slideLayout", ".xml", Kind::layout},
      {"ppt/slideMasters/slideMaster", ".xml", Kind::layout},
      {"ppt/notesSlides/notesSlide", ".xml", Kind::notes},
      {"ppt/charts/chart", ".xml", Kind::drawing},
      {"ppt/diagrams/data", ".xml", Kind::drawing},
      {"ppt/drawings/drawing", ".xml", Kind::drawing},
      {"ppt/comments/", ".xml", Kind::comments},
      {"ppt/slides/_rels/", ".rels", Kind::relations},
      {"ppt/slideLayouts/_rels/", ".rels", Kind::relations},
      {"ppt/_rels/presentation.xml", ".rels", Kind::relations},
  }};
  const auto* const row = std::find_if(kParts.begin(), kParts.end(), [&](const PartRow& part) {
    return name.starts_with(part.begin) && name.ends_with(part.end);
  });
  return row == kParts.end() ? std::nullopt : std::optional(row->kind);
}

// The parts of a presentation, which come in any order.
class Presentation {
 public:
  void take_part(DocumentZip& zip, Kind kind) {
    if (kind == Kind::relations) {
      std::string of = place_of(zip.name());
      constexpr std::string_view kFolder = "_rels/";
      constexpr std::string_view kEnd = ".rels";
      relations_[of.substr(kFolder.size(), of.size() - kFolder.size() - kEnd.size())] =
          relations_in(zip);
      return;
    }
    check_slides(places_.size() + 1);
    places_.push_back({place_of(zip.name()), kind, {}});
    text_.begin_part(static_cast<int>(places_.size()) - 1);
    if (kind == Kind::drawing) {
      DrawingText drawing(text_);
      zip.parse(drawing);
    } else if (kind == Kind::comments) {
      CommentPart comments(text_);
      zip.parse(comments);
    } else if (kind == Kind::layout) {
      LayoutPart layout(text_);
      zip.parse(layout);
    } else {
      SlidePart slide(text_);
      zip.parse(slide);
      if (kind == Kind::slide) places_.back().title = slide.title();
    }
  }

  SlideOrder& order() { return order_; }

  // As they are shown, then those that the presentation does not name.
  std::vector<Slide> take_slides(std::string& title) {
    parts_ = text_.take_parts();
    for (std::size_t i = 0; i < places_.size(); ++i) numbers_.emplace(places_[i].name, i);
    std::vector<Slide> slides;
    const auto add = [&](std::size_t number) {
      Place& place = places_[number];
      if (place.kind != Kind::slide || std::exchange(place.is_taken, true)) return;
      if (title.empty()) title = place.title;
      slides.push_back(slide(number));
    };
    const std::vector<Relation>& named = relations_["presentation.xml"];
    std::map<std::string_view, std::string> by_id;
    for (const Relation& relation : named) by_id.emplace(relation.id, place_of(relation.target));
    for (const std::string& id : order_.ids()) {
      const auto found = by_id.find(id);
      const auto number = found == by_id.end() ? numbers_.end() : numbers_.find(found->second);
      if (number != numbers_.end()) add(number->second);
    }
    for (std::size_t i = 0; i < places_.size(); ++i) add(i);
    if (!slides.empty()) add_rest(slides.back());
    return slides;
  }

 private:
  struct Place {
    std::string name;
    Kind kind = Kind::slide;
    std::string title;
    bool is_taken = false;
  };

  // With its charts, diagrams, notes and comments behind it, and what its layout shows.
  Slide slide(std::size_t number) {
    Slide out;
    add_part(number, out);
    std::vector<std::size_t> to_do = {number};
    while (!to_do.empty()) {
      const std::string& name = places_[to_do.back()].name;
      to_do.pop_back();
      for (const Relation& relation : relations_[std::string(last_step(name))]) {
        const auto found = numbers_.find(place_of(relation.target));
        if (found == numbers_.end()) continue;
        Place& place = places_[found->second];
        if (place.kind == Kind::slide || std::exchange(place.is_taken, true)) continue;
        add_part(found->second, out);
        if (place.kind == Kind::layout) to_do.push_back(found->second);
      }
    }
    return out;
  }

  void add_part(std::size_t number, Slide& slide) {
    const Slide part = std::exchange(parts_[static_cast<int>(number)], {});
    slide.text += part.text;
    slide.asides += part.asides;
  }

  // What no slide names, as what is drawn on a chart. Layouts that none has are not seen.
  void add_rest(Slide& last) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      if (places_[i].kind != Kind::layout && !places_[i].is_taken) add_part(i, last);
    }
  }

  DocumentText text_;
  SlideOrder order_;
  std::vector<Place> places_;                               // by the number of their part
  std::map<std::string, std::vector<Relation>> relations_;  // by the file that has them
  std::map<int, Slide> parts_;
  std::map<std::string, std::size_t, std::less<>> numbers_;  // of places
};

}  // namespace

// A presentation of PowerPoint: a slide a page, with what the speaker and reviewers note of it
// behind it.
void read_pptx(const ReaderInput& input) {
  Presentation presentation;
  DocumentFacts facts;
  EmbeddedFiles files;
  DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    if (const auto kind = kind_of(zip.name())) {
      presentation.take_part(zip, *kind);
    } else if (zip.name() == "ppt/presentation.xml") {
      zip.parse(presentation.order());
    } else if (zip.name() == "docProps/core.xml") {
      DocumentProperties properties(facts);
      zip.parse(properties);
    } else {
      files.take(zip);
    }
  });
  state.is_paged = true;
  const std::string text = text_of_slides(presentation.take_slides(facts.styled_title));
  take_document(input, text, facts, state);
  files.open(input);
}

}  // namespace gisa
