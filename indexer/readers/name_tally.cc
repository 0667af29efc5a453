#include "indexer/readers/name_tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "indexer/news/article_field.h"

namespace gisa {

namespace {

constexpr std::size_t kMostNames = 200;  // of a file; others are not counted

std::string size_of(std::size_t bytes) {
  if (bytes < 1000) return fmt::format("{} byte{}", bytes, bytes == 1 ? "" : "s");
  if (bytes < 1'000'000) return fmt::format("{:.0f} kB", static_cast<double>(bytes) / 1e3);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string quoted(std::string_view name, std::string_view sign) {
  return name.find(' ') == std::string_view::npos ? std::string(name)
                                                  : fmt::format("{}{}{}", sign, name, sign);
}

// Words of Korean beside one another, and no page's source.
bool is_prose(std::string_view text) {
  if (text.find(' ') == std::string_view::npos || text.find("</") != std::string_view::npos) {
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_char(text, at);
    if (is_hangul_syllable(c)) return true;
    at += length;
  }
  return false;
}

// What is asked about a text that is read: KLUE-MRC, KorQuAD.
bool is_question(std::string_view name) {
  constexpr std::array<std::string_view, 6> kQuestions = {"question", "questions", "answer",
                                                          "answers",  "질문",      "답변"};
  const std::string_view first = name.substr(0, name.find('.'));
  return std::find(kQuestions.begin(), kQuestions.end(), first) != kQuestions.end();
}

}  // namespace

NameTally::Name* NameTally::find(std::string_view name) {
  const auto known = std::find_if(names_.begin(), names_.end(),
                                  [&](const Name& other) { return other.name == name; });
  if (known != names_.end()) return &*known;
  if (names_.size() == kMostNames) return nullptr;
  names_.push_back({std::string(name), {}});
  return &names_.back();
}

void NameTally::add(const Record& record, const std::vector<FieldMap::Use>& uses) {
  ++records_;
  for (std::size_t place = 0; place < record.size(); ++place) {
    const std::string_view text = trim(record[place].text);
    Name* const name = text.empty() ? nullptr : find(record[place].name);
    if (name == nullptr) continue;
    const auto use = std::find_if(uses.begin(), uses.end(),
                                  [&](const FieldMap::Use& other) { return other.place == place; });
    if (use != uses.end()) {
      name->field = use->field;
      name->read += text.size();
    } else {
      name->unread += text.size();
      if (is_prose(text)) name->prose += text.size();
    }
  }
}

std::string NameTally::used() const {
  std::string out;
  for (const ArticleField& field : kArticleFields) {
    const Name* best = nullptr;
    for (const Name& name : names_) {
      if (name.field == field.name && (best == nullptr || name.read > best->read)) best = &name;
    }
    if (best == nullptr) continue;
    out += fmt::format("{}{}={}", out.empty() ? "" : " ", field.name, quoted(best->name, "\""));
  }
  return out;
}

std::string NameTally::passed_over() const {
  std::vector<const Name*> unread;
  for (const Name& name : names_) {
    if (name.field.empty()) unread.push_back(&name);
  }
  std::stable_sort(unread.begin(), unread.end(),
                   [](const Name* a, const Name* b) { return a->unread > b->unread; });
  std::string out;
  for (const Name* name : unread) {
    out += fmt::format("{}{} ({})", out.empty() ? "" : ", ",
                       name->name.empty() ? "a column without a name" : name->name,
                       size_of(name->unread));
  }
  return out;
}

std::string NameTally::complaint() const {
  std::size_t body = 0;
  const Name* most = nullptr;
  for (const Name& name : names_) {
    if (name.field == "body") body += name.read;
  }
  for (const Name& name : names_) {
    if (body > 0 && is_question(name.name)) continue;
    if (most == nullptr || name.prose > most->prose) most = &name;
  }
  if (most == nullptr || most->prose <= body) return {};
  return fmt::format("{} holds {} of text and is not read; --map body={}",
                     most->name.empty() ? "a column without a name" : most->name,
                     size_of(most->prose), quoted(most->name, "'"));
}

}  // namespace gisa
