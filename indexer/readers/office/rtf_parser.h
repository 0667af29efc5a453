#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/news/release.h"
#include "indexer/readers/office/document_text.h"
#include "indexer/readers/ole/embedded_objects.h"
#include "indexer/source/byte_stream.h"

namespace gisa {

// Parses RTF (1.9.1): text in the code page of its font, tables, notes, headers, objects of other
// programs; what is deleted or hidden, pictures, lists of fonts and styles are left out.
class RtfParser {
 public:
  // All outlive this.
  RtfParser(ByteStream& bytes, DocumentText& text, DocumentFacts& facts, EmbeddedObjects& objects)
      : bytes_(bytes), text_(text), facts_(facts), objects_(objects), groups_(1) {}

  // Reads to the end. Throws Error (input) if groups are nested more than 256 deep, or the text is
  // longer than it may be.
  void parse();

 private:
  // What is to be done at the end of a group.
  enum class Destination { none, field, form, choice, property, object };

  struct Group {
    bool left_out = false;
    bool is_aside = false;
    bool was_in_row = false;  // when the aside began
    Destination ends = Destination::none;
    bool in_fonts = false;
    bool in_object = false;
    bool in_table = false;
    bool hidden = false;
    bool is_initial = false;      // the paragraph is the large first letter of the next
    bool is_framed = false;       // it may be, as it stands in a frame
    std::string* keep = nullptr;  // what its text is for, if it is no text of the document
    int skip_after_unicode = 1;   // \ucN
    int font = 0;
  };

  int next();  // a byte, or -1 at the end
  int peek_byte();
  void open_group();
  void close_group();
  void take_control();
  void take_byte(char c);
  void take_unicode(int value);
  void act(const std::string& word, int value, bool has_value);
  bool act_on_table(const std::string& word);
  void act_on_paragraph(const std::string& word, int value);
  void end_paragraph();
  void begin_destination(const std::string& word);
  void act_on_form(const std::string& word, int value);
  void take_choice();
  void take_property();
  void take_digit(char c);
  void take_object_byte(char byte);
  void take_object();
  void take_binary(int size);
  std::string from_code_page(std::string_view bytes, int code_page);
  void flush();  // what is pending becomes text
  void write(std::string_view text);
  void enter_row();

  Group& group() { return groups_.back(); }

  ByteStream& bytes_;
  DocumentText& text_;
  DocumentFacts& facts_;
  EmbeddedObjects& objects_;
  std::vector<Group> groups_;
  std::string_view block_;
  std::string instruction_;  // of a field
  std::string choice_;       // of a field of a form, until it has a result
  std::string choice_read_;  // one of those it has
  int choices_met_ = 0;
  std::optional<int> choice_number_;  // of the one that is chosen
  std::string property_;              // of a drawing, as is its value
  std::string property_value_;
  std::string object_;  // under way
  std::string digits_;  // of its next byte
  std::size_t objects_met_ = 0;
  std::string pending_;        // bytes in the code page
  char32_t high_half_ = 0;     // of a surrogate pair
  int to_skip_ = 0;            // characters behind a \uN
  bool star_ = false;          // \* came before
  bool begins_group_ = false;  // nothing of the group came yet
  bool in_row_ = false;
  bool ended_cell_ = false;  // of a table in a table
  int code_page_ = 1252;
  bool is_korean_ = false;       // though its code page is the Western one
  std::map<int, int> charsets_;  // of fonts
};

}  // namespace gisa
