#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gisa {

// `text`, valid UTF-8, in NFC and without what nobody sees.
std::string clean_text(std::string text);

// Gathers the text of a document, in the order in which it is read: a paragraph a line, a row of a
// table a line whose cells are parted by " | " where they are short. What is anchored in a
// paragraph (a table, a box) is read behind it, notes and headers behind all. Parts of it may come
// in any order.
class DocumentText {
 public:
  // What stands within something else. An aside is a note, a header or a footer.
  enum class Frame { part, box, row, cell, aside };

  // What comes from here on belongs to the part with that number, behind those with lower ones.
  void begin_part(int number);

  void begin(Frame frame);
  void end(Frame frame);
  void begin_paragraph();
  void end_paragraph();

  // What a list has before the paragraph under way; not there if the paragraph has no text.
  void set_mark(std::string mark) { frames_.back().mark = std::move(mark); }

  // The same, where what it is becomes known later.
  void set_mark_later(std::size_t key);

  // Text of the paragraph; blanks in a row are one. Throws Error (input) if there are more than 16
  // MB.
  void text(std::string_view text);
  void end_line();

  // Words that stand among others, with blanks around them: what is chosen in a form.
  void text_apart(std::string_view words);

  // A paragraph of that text.
  void add_paragraph(std::string_view text);

  // A frame that has that paragraph alone.
  void add_frame(Frame frame, std::string_view text);

  // A large first letter (문단 첫 글자 장식) stands apart from the word that it begins. The box
  // under way is one: it goes before the paragraph that it is anchored in. The paragraph under way
  // is one: it goes before the next. A longer text stays where it is.
  void join_initial_box();
  void join_initial_paragraph();

  // The paragraph under way stands in a frame, as such a letter does in older documents: if it is a
  // letter, it is one.
  void join_framed_letter();

  // What comes while it is muted is left out: deleted or hidden text.
  void mute(bool muted) { muted_ = muted; }

  // The paragraph under way.
  std::string_view paragraph() const { return frames_.back().line; }

  // What a key of set_mark_later() stands for; asked for in the order of the text.
  using MarkOfKey = std::function<std::string(std::size_t key)>;

  // All of it, as Article has it. Ends what was begun.
  std::string take(const MarkOfKey& mark = {});

  struct Part {
    std::string text;
    std::string asides;
  };

  // The same by parts.
  std::map<int, Part> take_parts(const MarkOfKey& mark = {});

 private:
  struct Open {
    Frame frame = Frame::part;
    std::string out;      // lines
    std::string line;     // of the paragraph under way
    std::string mark;     // before it
    std::string after;    // what is anchored in it
    std::string initial;  // the first letter of the next paragraph
    bool in_paragraph = false;
    std::vector<std::string> cells;  // of a row
  };

  void close();
  void add(std::string&& lines);

  std::vector<Open> frames_ = std::vector<Open>(1);
  int part_ = 0;
  std::map<int, std::string> parts_;
  std::map<int, std::string> asides_;
  std::size_t bytes_ = 0;
  bool muted_ = false;
};

}  // namespace gisa
