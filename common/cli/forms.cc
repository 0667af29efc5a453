#include "common/cli/forms.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <numeric>
#include <optional>

namespace gisa {

namespace {

constexpr std::string_view kField = "{}";

std::vector<std::string> pieces_of(std::string_view english) {
  std::vector<std::string> pieces;
  for (std::size_t at; (at = english.find(kField)) != std::string_view::npos;) {
    pieces.emplace_back(english.substr(0, at));
    english.remove_prefix(at + kField.size());
  }
  pieces.emplace_back(english);
  return pieces;
}

std::size_t letters(const std::vector<std::string>& pieces) {
  return std::accumulate(
      pieces.begin(), pieces.end(), std::size_t{0},
      [](std::size_t sum, const std::string& piece) { return sum + piece.size(); });
}

// What stands for the fields in `text`; nothing if it is not of this form.
std::optional<std::vector<std::string_view>> fields_in(std::string_view text,
                                                       const std::vector<std::string>& pieces) {
  if (!text.starts_with(pieces.front())) return std::nullopt;
  text.remove_prefix(pieces.front().size());
  std::vector<std::string_view> fields;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const bool is_last = i + 1 == pieces.size();
    if (is_last && !text.ends_with(pieces[i])) return std::nullopt;
    const std::size_t end = is_last ? text.size() - pieces[i].size() : text.find(pieces[i]);
    if (end == std::string_view::npos) return std::nullopt;
    fields.push_back(text.substr(0, end));
    text.remove_prefix(end + pieces[i].size());
  }
  if (!text.empty()) return std::nullopt;
  return fields;
}

// `translation` with `fields` for {0}, {1} or {}.
std::string filled(std::string_view translation, const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t next = 0; !translation.empty();) {
    const std::size_t open = std::min(translation.find('{'), translation.size());
    out += translation.substr(0, open);
    translation.remove_prefix(open);
    const std::size_t close = translation.find('}');
    if (close == std::string_view::npos) return out.append(translation);
    std::size_t number = next++;
    std::from_chars(translation.data() + 1, translation.data() + close, number);
    if (number < fields.size()) out += fields[number];
    translation.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

Forms::Forms(std::vector<Form> forms) {
  for (Form& form : forms) {
    patterns_.push_back({pieces_of(form.english), std::move(form.translation)});
  }
  std::stable_sort(patterns_.begin(), patterns_.end(), [](const Pattern& a, const Pattern& b) {
    return letters(a.pieces) > letters(b.pieces);
  });
}

std::string Forms::translated(std::string_view english) const {
  for (const Pattern& pattern : patterns_) {
    const auto fields = fields_in(english, pattern.pieces);
    if (!fields) continue;
    std::vector<std::string> translations;
    for (const std::string_view field : *fields) {
      const bool may_be_sentence =
          field.find(' ') != std::string_view::npos && field.size() < english.size();
      translations.push_back(may_be_sentence ? translated(field) : std::string(field));
    }
    return filled(pattern.translation, translations);
  }
  return std::string(english);
}

std::vector<Form> forms_of_catalogue(const std::string& path) {
  constexpr std::uint32_t kMagic = 0x950412de;
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    if (at + sizeof number <= bytes.size()) std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
  };
  // A table has a length and a place for each text.
  const auto text_at = [&](std::size_t row) {
    const std::size_t length = number_at(row);
    const std::size_t begin = number_at(row + 4);
    return begin <= bytes.size() ? bytes.substr(begin, length) : std::string();
  };
  if (number_at(0) != kMagic) return {};
  std::vector<Form> forms;
  const std::size_t count = std::min<std::size_t>(number_at(8), bytes.size() / 16);
  for (std::size_t i = 0; i < count; ++i) {
    Form form{text_at(number_at(12) + 8 * i), text_at(number_at(16) + 8 * i)};
    if (!form.english.empty()) forms.push_back(std::move(form));  // the empty one has the header
  }
  return forms;
}

}  // namespace gisa
