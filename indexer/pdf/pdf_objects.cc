#include "indexer/pdf/pdf_objects.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include "common/text/ascii.h"
#include "common/text/percent.h"

namespace gisa {

namespace {

constexpr std::size_t kMostObjects = 100'000;
constexpr std::size_t kMostStreams = 10'000;
constexpr std::string_view kBlanks("\0\t\n\f\r ", 6);
constexpr std::string_view kEndsWord("\0\t\n\f\r ()<>[]{}/%", 16);

bool is_digit(char c) { return is_ascii_digit(static_cast<unsigned char>(c)); }

bool is_number(std::string_view token) {
  return !token.empty() && std::all_of(token.begin(), token.end(), is_digit);
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (true) {
    at = std::min(text.find_first_not_of(kBlanks, at), text.size());
    if (at == text.size() || text[at] != '%') return at;
    at = std::min(text.find_first_of("\r\n", at), text.size());
  }
}

// Behind a string in parentheses, which may have others in it.
std::size_t string_end(std::string_view text, std::size_t at) {
  int depth = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
      continue;
    }
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at + 1;
  }
  return text.size();
}

// Behind the token at that place, which is no blank.
std::size_t token_end(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("<<") || rest.starts_with(">>")) return at + 2;
  if (rest.starts_with('(')) return string_end(text, at);
  if (rest.starts_with('<')) return std::min(text.find('>', at), text.size() - 1) + 1;
  const bool is_word = rest.starts_with('/') || kEndsWord.find(rest.front()) == kEndsWord.npos;
  return is_word ? std::min(text.find_first_of(kEndsWord, at + 1), text.size()) : at + 1;
}

// The next token from `at` on, which is moved behind it; empty at the end.
std::string_view take_token(std::string_view text, std::size_t& at) {
  const std::size_t begin = skip_blanks(text, at);
  if (begin == text.size()) return {};
  at = token_end(text, begin);
  return text.substr(begin, at - begin);
}

// `12 0 obj` before `at`: the 12.
std::optional<int> number_of_object(std::string_view text) {
  const std::size_t mark = text.rfind("obj");
  if (mark == text.npos) return std::nullopt;
  text = text.substr(0, mark);
  std::string_view number;
  for (int i = 0; i < 2; ++i) {  // the generation comes first
    const std::size_t end = text.find_last_not_of(kBlanks) + 1;
    std::size_t begin = end;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    number = text.substr(begin, end - begin);
    text = text.substr(0, begin);
  }
  int value = 0;
  const auto [end, failed] = std::from_chars(number.data(), number.data() + number.size(), value);
  return failed == std::errc() ? std::optional(value) : std::nullopt;
}

// Of the keys with that name the last one: a change stands behind what it changes.
std::string_view last_value(std::string_view pdf, std::string_view key) {
  const std::size_t at = pdf.rfind(key);
  return at == pdf.npos ? std::string_view() : pdf_value(pdf.substr(at + key.size()));
}

}  // namespace

std::string_view pdf_value(std::string_view text) {
  std::size_t at = 0;
  const std::string_view first = take_token(text, at);
  if (first.empty()) return {};
  const auto begin = static_cast<std::size_t>(first.data() - text.data());
  if (is_number(first)) {
    std::size_t behind = at;
    const bool is_reference =
        is_number(take_token(text, behind)) && take_token(text, behind) == "R";
    return text.substr(begin, (is_reference ? behind : at) - begin);
  }
  int depth = 0;
  for (std::string_view token = first; !token.empty(); token = take_token(text, at)) {
    if (token == "<<" || token == "[") ++depth;
    if (token == ">>" || token == "]") --depth;
    if (depth <= 0) break;
  }
  return text.substr(begin, at - begin);
}

std::string_view pdf_value_of(std::string_view text, std::string_view key) {
  std::size_t at = 0;
  if (take_token(text, at) != "<<") return {};
  while (true) {
    const std::string_view name = take_token(text, at);
    if (!name.starts_with('/')) return {};
    const std::string_view value = pdf_value(text.substr(at));
    if (value.empty() || value == ">>") return {};
    if (name == key) return value;
    at = static_cast<std::size_t>(value.data() - text.data()) + value.size();
  }
}

std::string pdf_string(std::string_view value) {
  std::string out;
  if (value.starts_with('<') && !value.starts_with("<<")) {
    std::string digits;
    std::copy_if(value.begin() + 1, value.end(), std::back_inserter(digits),
                 [](char c) { return c != '>' && kBlanks.find(c) == kBlanks.npos; });
    if (digits.size() % 2 != 0) digits += '0';
    for (std::size_t at = 0; at < digits.size(); at += 2) {
      out += byte_in_hex(digits, at).value_or('?');
    }
  }
  if (!value.starts_with('(') || !value.ends_with(')')) return out;
  value = value.substr(1, value.size() - 2);
  constexpr std::string_view kCodes = "nrtbf";
  constexpr std::string_view kMeanings = "\n\r\t\b\f";
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] != '\\' || ++at == value.size()) {
      if (at < value.size()) out += value[at];
      continue;
    }
    if (const std::size_t code = kCodes.find(value[at]); code != kCodes.npos) {
      out += kMeanings[code];
    } else if (value[at] >= '0' && value[at] <= '7') {
      constexpr std::size_t kMostDigits = 3;
      const std::size_t end = std::min(at + kMostDigits, value.size());
      unsigned byte = 0;
      for (; at < end && value[at] >= '0' && value[at] <= '7'; ++at) {
        byte = byte * 8 + static_cast<unsigned>(value[at] - '0');
      }
      --at;
      out += static_cast<char>(byte);
    } else if (value[at] != '\n' && value[at] != '\r') {
      out += value[at];
    }
  }
  return out;
}

void for_each_pdf_dictionary(std::string_view text, std::string_view name,
                             const std::function<void(std::string_view)>& take) {
  constexpr std::size_t kLongestObject = 1 << 16;
  std::size_t done = 0;
  std::size_t found = text.find(name);
  for (std::size_t i = 0; i < kMostObjects && found != text.npos; ++i) {
    const std::size_t from = found > kLongestObject ? found - kLongestObject : 0;
    const std::size_t mark = text.substr(from, found - from).rfind("obj");
    const std::size_t begin = std::max(done, mark == text.npos ? from : from + mark + 3);
    const std::string_view object = text.substr(begin, text.find("endobj", found) - begin);
    std::vector<std::size_t> open;
    std::size_t at = 0;
    for (std::string_view token = take_token(object, at); !token.empty();
         token = take_token(object, at)) {
      if (token == "<<") open.push_back(at - token.size());
      if (token == ">>" && !open.empty()) open.pop_back();
      if (token == name && !open.empty()) take(object.substr(open.back()));
    }
    done = begin + object.size();
    found = text.find(name, std::max(done, found + 1));
  }
}

std::vector<int> object_streams_in(std::string_view pdf) {
  constexpr std::string_view kKind = "/ObjStm";
  constexpr std::size_t kLongestHead = 4096;
  std::vector<int> numbers;
  for (std::size_t at = pdf.find(kKind); at != pdf.npos && numbers.size() < kMostStreams;
       at = pdf.find(kKind, at + 1)) {
    const std::size_t from = at > kLongestHead ? at - kLongestHead : 0;
    if (const auto number = number_of_object(pdf.substr(from, at - from))) {
      numbers.push_back(*number);
    }
  }
  return numbers;
}

std::string pdf_with_files(std::string_view pdf, const std::vector<std::string>& specifications) {
  const std::string root(last_value(pdf, "/Root"));
  const std::string before(last_value(pdf, "startxref"));
  const std::string size(last_value(pdf, "/Size"));
  constexpr std::size_t kLongestSize = 6;  // digits: a table of that size is made
  std::size_t at = 0;
  const std::string_view number = take_token(root, at);
  const std::string_view generation = take_token(root, at);
  if (!is_number(number) || !is_number(generation) || !is_number(before)) return {};
  constexpr std::size_t kHeaderWithin = 1024;
  const std::size_t header = pdf.substr(0, kHeaderWithin).find("%PDF-");
  const std::size_t from = header == pdf.npos ? 0 : header;  // places are counted from there
  std::string names;
  for (const std::string& one : specifications) names.append("()").append(one).append(" ");
  std::string out(pdf);
  out += '\n';
  const std::size_t catalog = out.size() - from;
  out += fmt::format(
      "{} {} obj\n<< /Type /Catalog /Pages << /Type /Pages /Kids [] /Count 0 >> "
      "/Names << /EmbeddedFiles << /Names [{}] >> >> >>\nendobj\n",
      number, generation, names);
  const std::size_t table = out.size() - from;
  out += fmt::format("xref\n{} 1\n{:010} {:0>5} n \n", number, catalog, generation);
  // Poppler looks for an object in the tables before only if the last one goes on to its number.
  if (is_number(size) && size.size() <= kLongestSize) {
    out += fmt::format("{} 1\n0000000000 65535 f \n", size);
  }
  out += fmt::format("trailer\n<< /Root {} /Size {} /Prev {}", root,
                     is_number(size) ? size : number, before);
  for (const std::string_view key : {"/Encrypt", "/ID"}) {
    const std::string_view value = last_value(pdf, key);
    if (!value.empty()) out.append(" ").append(key).append(" ").append(value);
  }
  return out + fmt::format(" >>\nstartxref\n{}\n%%EOF\n", table);
}

}  // namespace gisa
