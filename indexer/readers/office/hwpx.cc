#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/path.h"
#include "indexer/news/list_numbers.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// OWPML (KS X 6101).
constexpr std::array<RoleRow, 23> kRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"tab", Role::blank},
    {"nbSpace", Role::blank},
    {"fwSpace", Role::blank},
    {"lineBreak", Role::newline},
    {"tbl", Role::box},
    {"tr", Role::row},
    {"tc", Role::cell},
    {"caption", Role::box},
    {"drawText", Role::box},
    {"footNote", Role::aside},
    {"endNote", Role::aside},
    {"header", Role::aside},
    {"footer", Role::aside},
    {"script", Role::text},    // of an equation
    {"mainText", Role::text},  // with words above it (덧말)
    {"subText", Role::text},
    {"text", Role::text},  // of a box to write in
    {"hiddenComment", Role::left_out},
    {"parameters", Role::left_out},
    {"shapeComment", Role::left_out},
    {"metaTag", Role::left_out},
}};

// What Contents/header.xml says of lists, and which paragraphs are of which.
class Lists : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view element = local_name(name);
    if (element == "numbering") {
      levels_.clear();
      list_ = number_of(attributes, "id");
    } else if (element == "paraHead" && levels_.size() < kMostLevels) {
      levels_.push_back({{}, style_of(value_of(attributes, "numFormat")), start_of(attributes)});
      in_level_ = true;
    } else if (element == "bullet") {
      add(bullets_, number_of(attributes, "id"), plain_bullet(value_of(attributes, "char")));
    } else if (element == "paraPr") {
      shape_ = number_of(attributes, "id");
    } else if (element == "heading") {
      add(shapes_, shape_,
          Shape{kind_of(value_of(attributes, "type")), number_of(attributes, "idRef"),
                number_of(attributes, "level")});
    }
  }
  void end(std::string_view name) override {
    const std::string_view element = local_name(name);
    if (element == "paraHead") in_level_ = false;
    if (element == "numbering") numbers_.define(list_, std::move(levels_));
  }
  void text(std::string_view text) override {
    constexpr std::size_t kLongest = 100;  // bytes
    if (in_level_ && !levels_.empty() && levels_.back().pattern.size() < kLongest) {
      levels_.back().pattern += text;
    }
  }

  // What stands before the next paragraph of that shape.
  std::string mark(int shape) {
    const auto found = shapes_.find(shape);
    if (found == shapes_.end()) return {};
    const auto& [kind, list, level] = found->second;
    if (kind == Kind::none) return {};
    if (kind == Kind::number || kind == Kind::outline) {
      return numbers_.next(kind == Kind::outline ? outline_ : list,
                           static_cast<std::size_t>(level));
    }
    const auto bullet = bullets_.find(list);
    return bullet == bullets_.end() ? std::string() : bullet->second;
  }

  void set_outline(int list) { outline_ = list; }

  static int number_of(const Attributes& attributes, std::string_view name) {
    const std::string_view value = value_of(attributes, name);
    int number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return std::max(number, 0);
  }

 private:
  static constexpr std::size_t kMostLevels = 10;

  enum class Kind { none, outline, number, bullet };
  struct Shape {
    Kind kind = Kind::none;
    int list = 0;
    int level = 0;
  };

  static Kind kind_of(std::string_view type) {
    if (type == "NUMBER") return Kind::number;
    if (type == "OUTLINE") return Kind::outline;
    return type == "BULLET" ? Kind::bullet : Kind::none;
  }

  static unsigned start_of(const Attributes& attributes) {
    constexpr int kMost = 100'000;
    return static_cast<unsigned>(std::clamp(number_of(attributes, "start"), 1, kMost));
  }

  static NumberStyle style_of(std::string_view name) {
    constexpr std::array<std::string_view, 14> kStyles = {"DIGIT",
                                                          "CIRCLED_DIGIT",
                                                          "ROMAN_CAPITAL",
                                                          "ROMAN_SMALL",
                                                          "LATIN_CAPITAL",
                                                          "LATIN_SMALL",
                                                          "CIRCLED_LATIN_CAPITAL",
                                                          "CIRCLED_LATIN_SMALL",
                                                          "HANGUL_SYLLABLE",
                                                          "CIRCLED_HANGUL_SYLLABLE",
                                                          "HANGUL_JAMO",
                                                          "CIRCLED_HANGUL_JAMO",
                                                          "HANGUL_PHONETIC",
                                                          "IDEOGRAPH"};
    const auto* const found = std::find(kStyles.begin(), kStyles.end(), name);
    return found == kStyles.end() ? NumberStyle::digit
                                  : static_cast<NumberStyle>(found - kStyles.begin());
  }

  template <typename Value>
  static void add(std::map<int, Value>& values, int id, Value value) {
    constexpr std::size_t kMost = 100'000;
    if (values.size() < kMost) values[id] = std::move(value);
  }

  ListNumbers numbers_;
  std::map<int, std::string> bullets_;
  std::map<int, Shape> shapes_;
  int outline_ = 1;
  std::vector<ListLevel> levels_;  // of the list under way
  int list_ = 0;
  int shape_ = 0;
  bool in_level_ = false;
};

class Section : public DocumentEvents {
 public:
  Section(DocumentText& text, Lists& lists) : DocumentEvents(kRoles, text), lists_(lists) {}

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "p")
      document().set_mark(lists_.mark(Lists::number_of(attributes, "paraPrIDRef")));
    if (element == "secPr") lists_.set_outline(Lists::number_of(attributes, "outlineShapeIDRef"));
    if (element == "textart") take_art(value_of(attributes, "text"));
    if (element == "compose") document().text(value_of(attributes, "composeText"));
    if (element == "subText") document().text("(");
    if (element == "autoNum") take_number(attributes);
    if (element == "checkBtn" || element == "radioBtn") {  // not buttons that do something
      document().text_apart(value_of(attributes, "caption"));
    }
    if (element == "comboBox" || element == "listBox")
      document().text_apart(value_of(attributes, "selectedValue"));
    if (element == "fieldBegin") begin_field(value_of(attributes, "type"));
    if (const auto style = value_of(attributes, "dropcapstyle"); !style.empty()) {
      is_initial_ = style != "None";
    }
    if (element == "deleteBegin") document().mute(true);
    if (element == "deleteEnd") document().mute(false);
  }

  void ended(std::string_view element) override {
    if (element == "subText") document().text(")");
    if (element == "drawText" && std::exchange(is_initial_, false)) document().join_initial_box();
    if (element == "fieldBegin" && !fields_.empty()) end_field();
  }

 private:
  enum class Field { memo, other };

  // A memo is what a reader of the document wrote beside it. Its paragraphs may have fields.
  void begin_field(std::string_view type) {
    fields_.push_back(type == "MEMO" ? Field::memo : Field::other);
    if (fields_.back() == Field::memo) document().begin(DocumentText::Frame::aside);
  }

  void end_field() {
    if (fields_.back() == Field::memo) document().end(DocumentText::Frame::aside);
    fields_.pop_back();
  }

  // Of a picture, a table, an equation; notes and pages have theirs elsewhere.
  void take_number(const Attributes& attributes) {
    constexpr std::array<std::string_view, 3> kCounted = {"PICTURE", "TABLE", "EQUATION"};
    const bool counts = std::find(kCounted.begin(), kCounted.end(),
                                  value_of(attributes, "numType")) != kCounted.end();
    if (counts) document().text(value_of(attributes, "num"));
  }

  // Words that are drawn (글맵시), with signs for line breaks between them.
  void take_art(std::string_view words) {
    document().begin(DocumentText::Frame::box);
    document().begin_paragraph();
    for (constexpr std::string_view kBreak = "\u240D\u240A"; !words.empty();) {
      const std::size_t end = std::min(words.find(kBreak), words.size());
      document().text(words.substr(0, end));
      document().text(" ");
      words.remove_prefix(std::min(end + kBreak.size(), words.size()));
    }
    document().end(DocumentText::Frame::box);
  }

  Lists& lists_;
  bool is_initial_ = false;    // the shape under way holds the large first letter of its paragraph
  std::vector<Field> fields_;  // each within the one before
};

// The 3 of Contents/section3.xml.
std::optional<int> section_number(std::string_view name) {
  constexpr std::string_view kBefore = "section";
  constexpr std::string_view kAfter = ".xml";
  name = last_step(name);
  if (!name.starts_with(kBefore) || !name.ends_with(kAfter)) return std::nullopt;
  const std::string_view digits =
      name.substr(kBefore.size(), name.size() - kBefore.size() - kAfter.size());
  int number = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = failed == std::errc() && end == digits.data() + digits.size();
  return whole ? std::optional(number) : std::nullopt;
}

// Behind all sections.
constexpr int kMasterPages = std::numeric_limits<int>::max() - 1;
constexpr int kCharts = std::numeric_limits<int>::max();

}  // namespace

// A document of Hangul in its newer form: a zip of OWPML. Its sections stand in the order of their
// numbers, whether its lists of parts are there or not.
void read_hwpx(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  EmbeddedFiles files;
  Lists lists;
  const DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    if (const auto number = section_number(zip.name())) {
      text.begin_part(*number);
      Section section(text, lists);
      zip.parse(section);
    } else if (zip.name().ends_with("Contents/header.xml")) {
      zip.parse(lists);
    } else if (zip.name().starts_with("Contents/masterpage")) {
      text.begin_part(kMasterPages);
      Section page(text, lists);
      zip.parse(page);
    } else if (zip.name().starts_with("Chart/chart")) {
      text.begin_part(kCharts);
      DrawingText chart(text);
      zip.parse(chart);
    } else if (zip.name().ends_with("content.hpf")) {
      DocumentProperties properties(facts);
      zip.parse(properties);
    } else {
      files.take(zip);
    }
  });
  text.begin_part(kCharts);
  add_old_charts(files.objects(), text);
  take_document(input, text.take(), facts, state);
  files.open(input);
}

}  // namespace gisa
