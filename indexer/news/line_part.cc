#include "indexer/news/line_part.h"

#include "common/text/utf8.h"
#include "indexer/news/credit.h"
#include "indexer/news/signature.h"
#include "indexer/news/story.h"

namespace gisa {

namespace {

// `한빛시가` before a credit is the beginning of a sentence that goes on behind it.
bool breaks_off(std::string_view text) {
  text = trim(text);
  for (const std::string_view particle :
       {"은", "는", "이", "가", "을", "를", "의", "에", "서", "와", "과", "로"}) {
    if (text.ends_with(particle)) return true;
  }
  return false;
}

class LineCutter {
 public:
  explicit LineCutter(std::string_view line) : line_(line) {}

  std::vector<LinePart> cut() {
    cut(0);
    return std::move(parts_);
  }

 private:
  // From `begin` to the end of the line.
  void cut(std::size_t begin) {
    const std::string_view rest = line_.substr(begin);
    const LineRule* const rule = signed_rule(rest);
    if (rule == nullptr && trim(rest).empty()) return add(begin, line_.size(), LineKind::blank);
    if (rule == nullptr) return add_text(begin, line_.size());
    if (!has_text_beside(rest, *rule)) return add(begin, line_.size(), rule->kind);
    if (rule->kind == LineKind::notice) return cut_notice(begin, *rule);
    const auto credit = find_credit(rest);
    if (!credit) return add_text(begin, line_.size());
    cut_credit(begin, {begin + credit->begin, begin + credit->end});
  }

  void cut_notice(std::size_t begin, const LineRule& rule) {
    const std::string_view rest = line_.substr(begin);
    const std::size_t blanks = static_cast<std::size_t>(trim(rest).data() - rest.data());
    const std::size_t border = begin + blanks + text_before_notice(trim(rest), rule);
    add_text(begin, border);
    add(border, line_.size(), LineKind::notice);
  }

  void cut_credit(std::size_t begin, const Credit& credit) {
    const std::string_view before = line_.substr(begin, credit.begin - begin);
    const bool goes_on = !trim(line_.substr(credit.end)).empty();
    const bool is_caption = !tells_a_story(before) && !(goes_on && breaks_off(before));
    if (is_caption) {
      add(begin, credit.end, LineKind::caption);
    } else {
      add_text(begin, credit.begin);
      add(credit.begin, credit.end, LineKind::caption);
    }
    if (credit.end < line_.size()) cut(credit.end);
  }

  // A signature before the text does not rank, like one on a line of its own.
  void add_text(std::size_t begin, std::size_t end) {
    const std::string_view text = line_.substr(begin, end - begin);
    const std::size_t signature = read_signature(text).length;
    add(begin, begin + signature, LineKind::notice);
    add(begin + signature, end, LineKind::text);
  }

  void add(std::size_t begin, std::size_t end, LineKind kind) {
    if (begin < end) parts_.push_back({begin, end, kind});
  }

  const std::string_view line_;
  std::vector<LinePart> parts_;
};

}  // namespace

std::vector<LinePart> parts_of_line(std::string_view line) { return LineCutter(line).cut(); }

}  // namespace gisa
