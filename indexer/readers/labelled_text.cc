#include "indexer/readers/labelled_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "common/news/words.h"
#include "common/text/take_line.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestLabel = 12;   // characters
constexpr std::size_t kLongestValue = 200;  // of a label that no field knows

struct Label {
  std::string_view name;
  std::string_view value;
};

constexpr std::array<std::string_view, 10> kBullets = {"■", "□", "●", "○", "◆",
                                                       "◇", "▶", "▷", "-", "*"};

std::string_view without_bullet(std::string_view line) {
  return trim(line.substr(length_of_any(line, kBullets)));
}

std::optional<Label> label_of(std::string_view line, std::string_view open,
                              std::string_view close) {
  if (!line.starts_with(open)) return std::nullopt;
  const std::size_t end = line.find(close, open.size());
  if (end == line.npos) return std::nullopt;
  std::string_view value = trim(line.substr(end + close.size()));
  if (!open.empty() && value.starts_with(':')) value = trim(value.substr(1));
  return Label{trim(line.substr(open.size(), end - open.size())), value};
}

// `제목: …`, `[제목] …`, whatever the name is.
std::optional<Label> label_of(std::string_view line) {
  struct Form {
    std::string_view open;
    std::string_view close;
  };
  constexpr std::array<Form, 6> kForms = {
      {{"[", "]"}, {"【", "】"}, {"<", ">"}, {"", ":"}, {"", "："}, {"", " = "}}};
  line = without_bullet(trim(line));
  std::optional<Label> found;
  for (const Form& form : kForms) {
    const auto label = label_of(line, form.open, form.close);
    if (label && (!found || label->name.size() < found->name.size())) found = label;
    if (label && !form.open.empty()) break;
  }
  if (!found || found->name.empty() || count_chars(found->name) > kLongestLabel)
    return std::nullopt;
  return found;
}

// Lines of ----- or ===== between articles.
std::string_view without_rule(std::string_view text) {
  text = trim(text);
  while (true) {
    const std::size_t last = text.find_last_not_of("-=_*# \n");
    const std::size_t kept = last == text.npos ? 0 : last + 1;
    const std::size_t line = text.find('\n', kept);
    if (line == text.npos || trim(text.substr(line)).empty()) return text;
    text = trim(text.substr(0, line));
  }
}

class LabelledText {
 public:
  LabelledText(std::string_view text, const FieldMap& fields) : rest_(text), fields_(fields) {}

  std::vector<Record> records() {
    while (!rest_.empty()) take_next();
    end_record();
    return std::move(records_);
  }

 private:
  std::string Article::*field_of(const std::optional<Label>& label) const {
    return label ? fields_.member_named(label->name) : nullptr;
  }

  void take_next() {
    const std::string_view line = take_line(rest_);
    const auto label = label_of(line);
    if (in_body_ && !begins_record(label)) {
      body_.append(line).append("\n");
    } else if (in_body_) {
      end_record();
      take_label(*label);
    } else if (field_of(label) != nullptr || (!record_.empty() && is_foreign(label))) {
      take_label(*label);
    } else if (!trim(line).empty()) {
      take_value(line);
    }
  }

  void take_label(const Label& label) {
    if (record_.empty()) first_ = std::string(label.name);
    in_body_ = fields_.member_named(label.name) == &Article::body;
    if (in_body_) {
      body_ = std::string(label.value) + "\n";
      body_name_ = std::string(label.name);
    } else {
      record_.push_back({std::string(label.name), std::string(label.value)});
    }
  }

  // A line without a label: the value of the one above it, or the text begins.
  void take_value(std::string_view line) {
    if (!record_.empty() && record_.back().text.empty()) {
      record_.back().text = std::string(trim(line));
      return;
    }
    in_body_ = true;
    body_ = std::string(line) + "\n";
    body_name_ = "body";
  }

  // 조회수: 12
  static bool is_foreign(const std::optional<Label>& label) {
    return label && label->name.find(' ') == std::string_view::npos && !label->value.empty() &&
           count_chars(label->value) <= kLongestValue;
  }

  // The first label again, and another behind it.
  bool begins_record(const std::optional<Label>& label) const {
    if (!label || label->name != first_) return false;
    std::string_view behind = trim(rest_);
    return field_of(label_of(behind.substr(0, behind.find('\n')))) != nullptr;
  }

  void end_record() {
    if (in_body_) record_.push_back({body_name_, std::string(without_rule(body_))});
    if (!record_.empty()) records_.push_back(std::move(record_));
    record_.clear();
    body_.clear();
    in_body_ = false;
  }

  std::string_view rest_;
  const FieldMap& fields_;
  std::vector<Record> records_;
  Record record_;
  std::string first_;  // label of every record
  std::string body_;
  std::string body_name_;
  bool in_body_ = false;
};

// Two labels, one of them that of a title or a body.
bool begins_with_labels(std::string_view text, const FieldMap& fields) {
  std::size_t labels = 0;
  bool has_content = false;
  text = trim(text);
  constexpr int kLinesOfHead = 10;
  bool may_be_value = false;
  for (int line = 0; line < kLinesOfHead && !text.empty(); ++line) {
    const std::size_t newline = std::min(text.find('\n'), text.size());
    const auto label = label_of(text.substr(0, newline));
    const auto field = label ? fields.member_named(label->name) : nullptr;
    text = trim(text.substr(newline));
    if (field != nullptr) {
      has_content = has_content || field == &Article::title || field == &Article::body;
      if (++labels == 2) break;
    } else if (labels == 0 || (!label && !may_be_value)) {
      break;
    }
    may_be_value = label && label->value.empty();
  }
  return labels == 2 && has_content;
}

}  // namespace

std::vector<Record> records_of_labels(std::string_view text, const FieldMap& fields) {
  if (!begins_with_labels(text, fields)) return {};
  return LabelledText(text, fields).records();
}

}  // namespace gisa
