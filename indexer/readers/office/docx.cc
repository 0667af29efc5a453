#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/text/encoding.h"
#include "common/text/path.h"
#include "indexer/mail/message.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/mail/mail_text.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/field_text.h"
#include "indexer/readers/office/relations.h"
#include "indexer/readers/office/word_lists.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// WordprocessingML (ECMA-376).
constexpr std::array<RoleRow, 19> kRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"tab", Role::blank},
    {"ptab", Role::blank},
    {"br", Role::newline},
    {"cr", Role::newline},
    {"tbl", Role::box},
    {"tr", Role::row},
    {"tc", Role::cell},
    {"txbxContent", Role::box},
    {"footnote", Role::box},
    {"endnote", Role::box},
    {"Fallback", Role::left_out},  // the same text box once more, for older programs
    {"del", Role::left_out},
    {"moveFrom", Role::left_out},
    {"pPrChange", Role::left_out},
    {"rPrChange", Role::left_out},
    {"rt", Role::left_out},    // how a word is read aloud
    {"tabs", Role::left_out},  // where tabs stop
}};

bool is_off(std::string_view value) { return value == "0" || value == "false" || value == "off"; }

// The first paragraph of each style, by the style's id.
using StyledParagraphs = std::map<std::string, std::string>;

// The places in lists that paragraphs have, by the key that stands for them in the text.
class ListPlaces {
 public:
  std::size_t key(const WordListPlace& place) {
    constexpr std::size_t kMost = 10'000;
    if (keys_.size() == kMost && !keys_.contains(place)) return kMost;
    const auto [found, is_new] = keys_.try_emplace(place, places_.size());
    if (is_new) places_.push_back(place);
    return found->second;
  }

  // What stands before the next paragraph of that place.
  std::string mark(std::size_t key, const WordStyles& styles, WordLists& lists) const {
    if (key >= places_.size()) return {};
    const WordListPlace place = styles.resolved(places_[key]);
    return place.list ? lists.next(*place.list, place.level.value_or(0)) : std::string();
  }

 private:
  std::map<WordListPlace, std::size_t> keys_;
  std::vector<WordListPlace> places_;
};

class DocxPart : public DocumentEvents {
 public:
  DocxPart(DocumentText& text, StyledParagraphs& styled, ListPlaces& places)
      : DocumentEvents(kRoles, text), styled_(styled), places_(places) {}

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "p") style_.clear();
    if (element == "r") in_run_ = true;
    if (element == "pPr") place_ = {};
    if (element == "framePr") has_initial_ = is_initial(value_of(attributes, "dropCap"));
    if (element == "pStyle") style_ = place_.style = value_of(attributes, "val");
    if (element == "numId") place_.list = number_of(attributes);
    if (element == "ilvl") place_.level = number_of(attributes);
    if (element == "noBreakHyphen") document().text("-");
    if (element == "textpath") take_drawn(value_of(attributes, "string"));
    if (element == "ddList") in_choices_ = true;
    if (in_choices_) take_choice(element, attributes);
    if (element == "fldChar") take_field(value_of(attributes, "fldCharType"));
    in_instruction_ = element == "instrText";
    if (element == "vanish" && in_run_ && !is_off(value_of(attributes, "val"))) {
      document().mute(true);
    }
  }

  void text_beside(std::string_view text) override {
    constexpr std::size_t kLongest = 1000;  // bytes
    if (in_instruction_ && instruction_.size() < kLongest) instruction_ += text;
  }

  void ended(std::string_view element) override {
    in_instruction_ = false;
    if (element == "ddList") in_choices_ = false;
    if (element == "pPr") document().set_mark_later(places_.key(place_));
    if (element == "r") {
      document().mute(false);
      in_run_ = false;
    }
    if (element == "p" && !style_.empty()) take_styled();
    if (element == "p" && std::exchange(has_initial_, false)) document().join_initial_paragraph();
  }

 private:
  // Words that are drawn (WordArt), by older programs and as what shines through a page.
  void take_drawn(std::string_view words) { document().add_frame(DocumentText::Frame::box, words); }

  void take_field(std::string_view type) {
    const std::string instruction = std::exchange(instruction_, {});
    if (type == "begin") choices_ = {};
    if (type == "separate") instruction_ = instruction;
    if (type == "end") {
      const bool has_result = document().paragraph().size() > result_at_;
      document().text(text_of_field(instruction));
      const Choices choices = std::exchange(choices_, {});
      if (!has_result) document().text(choices.chosen());
    }
    result_at_ = document().paragraph().size();
  }

  // The list that a field of a form is chosen from; what is chosen is no text of its own.
  struct Choices {
    std::vector<std::string> words;
    std::optional<int> number;

    std::string chosen() const {
      const auto index = static_cast<std::size_t>(number.value_or(0));
      return index < words.size() ? words[index] : std::string();
    }
  };

  void take_choice(std::string_view element, const Attributes& attributes) {
    constexpr std::size_t kMost = 1000;
    if (element == "listEntry" && choices_.words.size() < kMost) {
      choices_.words.emplace_back(value_of(attributes, "val"));
    }
    const bool is_default = element == "default" && !choices_.number;
    if (element == "result" || is_default) choices_.number = number_of(attributes);
  }

  void take_styled() {
    constexpr std::size_t kMostStyles = 100;
    const std::string_view paragraph = document().paragraph();
    if (!paragraph.empty() && styled_.size() < kMostStyles) {
      styled_.emplace(style_, std::string(paragraph.substr(0, paragraph.find('\n'))));
    }
    style_.clear();
  }

  static bool is_initial(std::string_view drop_cap) {
    return !drop_cap.empty() && drop_cap != "none";
  }

  static std::optional<int> number_of(const Attributes& attributes) {
    const std::string_view value = value_of(attributes, "val");
    int number = 0;
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    return failed == std::errc() && number >= 0 ? std::optional(number) : std::nullopt;
  }

  StyledParagraphs& styled_;
  ListPlaces& places_;
  WordListPlace place_;  // of the paragraph under way
  std::string style_;    // of the paragraph under way
  bool in_run_ = false;
  bool has_initial_ = false;  // the paragraph under way is the large first letter of the next
  std::string instruction_;   // of the field under way
  bool in_instruction_ = false;
  Choices choices_;            // of the field under way
  std::size_t result_at_ = 0;  // in the paragraph
  bool in_choices_ = false;
};

// The order of the parts in the text; -1 for one that has no text of its own.
int order_of(std::string_view name) {
  struct PartRow {
    std::string_view begin;
    int order;
  };
  constexpr std::array<PartRow, 6> kParts = {{{"word/document", 0},
                                              {"word/footnotes", 2},
                                              {"word/endnotes", 3},
                                              {"word/header", 4},
                                              {"word/footer", 5},
                                              {"word/comments", 7}}};
  if (!name.ends_with(".xml")) return -1;
  for (const PartRow& part : kParts) {
    if (name.starts_with(part.begin)) return part.order;
  }
  return -1;
}

// Of what is drawn, behind all but comments.
constexpr int kDrawings = 6;

// Of parts in other formats (altChunk), which programs that write reports put in: behind the text.
constexpr int kChunks = 1;

bool is_chunk(std::string_view name) {
  if (name.starts_with("word/embeddings/")) return false;  // an object with a program of its own
  constexpr std::array<std::string_view, 8> kEnds = {".htm", ".html",  ".xhtml", ".txt",
                                                     ".mht", ".mhtml", ".rtf",   ".docx"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

bool is_document(std::string_view name) {
  return name.ends_with(".rtf") || name.ends_with(".docx");
}

std::string text_of_chunk(const std::string& name, const std::string& bytes) {
  if (name.ends_with(".mht") || name.ends_with(".mhtml")) return readable_text(parse_mail(bytes));
  std::string text = decode(bytes, detect_encoding(bytes)).text;
  return name.ends_with(".txt") ? text : plain_text(text_of_html(text, TextBeside::read));
}

void take_chunk(DocumentZip& zip, DocumentText& text) {
  const std::string lines = text_of_chunk(zip.name(), zip.content());
  text.begin_part(kChunks);
  for (std::string_view rest = lines; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    text.add_paragraph(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

// The parts in other formats that a document names, and those that were met in its file.
class Chunks {
 public:
  void take_relations(DocumentZip& zip) {
    for (const Relation& relation : relations_in(zip)) {
      if (relation.type.ends_with("/aFChunk")) named_.emplace(last_step(relation.target));
    }
  }

  void meet(std::string_view name) { met_.emplace(last_step(name)); }

  // One that was not met; empty if all were.
  std::string lacking() const {
    for (const std::string& name : named_) {
      if (!met_.contains(name)) return name;
    }
    return {};
  }

 private:
  std::set<std::string> named_;
  std::set<std::string> met_;
};

bool is_drawing(std::string_view name) {
  return name.starts_with("word/charts/chart") || name.starts_with("word/diagrams/data") ||
         name.starts_with("word/drawings/drawing");
}

}  // namespace

// A document of Word, as it is read with all changes accepted.
void read_docx(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  EmbeddedFiles files;
  StyledParagraphs styled;
  WordStyles styles;
  WordLists lists;
  ListPlaces places;
  Chunks chunks;
  DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    if (const int order = order_of(zip.name()); order >= 0) {
      text.begin_part(order);
      StyledParagraphs unused;
      DocxPart part(text, order == 0 ? styled : unused, places);
      zip.parse(part);
    } else if (is_chunk(zip.name())) {
      chunks.meet(zip.name());
      is_document(zip.name()) ? files.keep(zip) : take_chunk(zip, text);
    } else if (is_drawing(zip.name())) {
      text.begin_part(kDrawings);
      DrawingText drawing(text);
      zip.parse(drawing);
    } else if (zip.name() == "word/styles.xml") {
      zip.parse(styles);
    } else if (zip.name() == "word/numbering.xml") {
      zip.parse(lists);
    } else if (zip.name() == "word/_rels/document.xml.rels") {
      chunks.take_relations(zip);
    } else if (zip.name() == "docProps/core.xml") {
      DocumentProperties properties(facts);
      zip.parse(properties);
    } else {
      files.take(zip);
    }
  });
  if (const auto title = styled.find(styles.title_id()); title != styled.end()) {
    facts.styled_title = title->second;
  }
  if (const std::string lacking = chunks.lacking(); state.damage.empty() && !lacking.empty()) {
    state.damage = fmt::format("has a part that is not read ({})", lacking);
  }
  const auto mark = [&](std::size_t key) { return places.mark(key, styles, lists); };
  take_document(input, text.take(mark), facts, state);
  files.open(input);
}

}  // namespace gisa
