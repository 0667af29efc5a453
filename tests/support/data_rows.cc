#include "tests/support/data_rows.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <stdexcept>

#include "common/text/utf8.h"

namespace gisa {

namespace {

int number_at(std::string_view text, int base) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (value < 0) throw std::runtime_error(fmt::format("not a number: {}", text));
  return value;
}

// Reads what follows `\*` and returns how many bytes it took.
std::size_t append_repeated(std::string_view text, std::string& out) {
  const std::size_t open = text.find('{');
  const std::size_t close = text.find('}');
  if (close == std::string_view::npos || open > close) {
    throw std::runtime_error(fmt::format("not N{{TEXT}}: {}", text));
  }
  const std::string part(text.substr(open + 1, close - open - 1));
  for (int left = number_at(text.substr(0, open), 10); left > 0; --left) out += part;
  return close + 1;
}

std::vector<std::string> columns_of(std::string_view line) {
  std::vector<std::string> columns;
  while (true) {
    const std::size_t tab = line.find('\t');
    columns.push_back(unescaped(line.substr(0, tab)));
    if (tab == std::string_view::npos) return columns;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

std::string_view DataRow::column(std::size_t i) const {
  return i < columns.size() ? std::string_view(columns[i]) : std::string_view();
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      out += text[at];
      continue;
    }
    switch (text[++at]) {
      case 't': out += '\t'; break;
      case 'n': out += '\n'; break;
      case 'r': out += '\r'; break;
      case '\\': out += '\\'; break;
      case 'x':
        out += static_cast<char>(number_at(text.substr(at + 1, 2), 16));
        at += 2;
        break;
      case '*': at += append_repeated(text.substr(at + 1), out); break;
      default: throw std::runtime_error(fmt::format("unknown escape in {}", text));
    }
  }
  return out;
}

std::vector<DataRow> read_rows(const std::string& file) {
  std::ifstream in(std::string(GISA_TEST_DATA "/") + file);
  std::vector<DataRow> rows;
  std::string line;
  std::string group;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("## ")) {
      group = line.substr(3);
    } else if (!line.empty() && !line.starts_with("# ")) {
      rows.push_back({fmt::format("{}:{}", file, number), group, columns_of(line)});
    }
  }
  if (rows.empty()) throw std::runtime_error(fmt::format("no rows in {}", file));
  return rows;
}

std::vector<DataRow> read_rows(const std::string& file, std::string_view group) {
  std::vector<DataRow> rows = read_rows(file);
  std::erase_if(rows, [&](const DataRow& row) { return row.group != group; });
  if (rows.empty()) throw std::runtime_error(fmt::format("no group {} in {}", group, file));
  return rows;
}

std::string joined_notes(const std::vector<Note>& notes) {
  std::string out;
  for (const Note& note : notes) out += (out.empty() ? "" : " / ") + note.text;
  return out;
}

bool is_utf8(std::string_view text) { return valid_prefix(text) == text.size(); }

}  // namespace gisa
