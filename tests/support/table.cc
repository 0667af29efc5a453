#include "tests/support/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <fstream>

#include "common/text/utf8.h"

namespace gisa::test {

namespace {

// The number at the front of `text` in base 16; takes its digits, `most` at the most.
unsigned take_hex(std::string_view& text, std::size_t most) {
  unsigned value = 0;
  const std::string_view digits = text.substr(0, most);
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  EXPECT_EQ(error, std::errc()) << "hexadecimal digits expected before: " << text;
  text.remove_prefix(static_cast<std::size_t>(end - digits.data()));
  return value;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    cells.push_back(unescape(line.substr(at, tab - at)));
    at = tab + 1;
  }
  return cells;
}

}  // namespace

std::string data_path(std::string_view path) {
  return std::string(GISA_TEST_DATA) + "/" + std::string(path);
}

std::string unescape(std::string_view rest) {
  std::string out;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c != '\\' || rest.empty()) {
      out += c;
      continue;
    }
    const char kind = rest.front();
    rest.remove_prefix(1);
    switch (kind) {
      case 'n': out += '\n'; break;
      case 't': out += '\t'; break;
      case 'x': out += static_cast<char>(take_hex(rest, 2)); break;
      case 'u':
        rest.remove_prefix(1);
        append_char(out, take_hex(rest, 6));
        rest.remove_prefix(1);
        break;
      default: out += kind;
    }
  }
  return out;
}

std::vector<Row> read_table(std::string_view path, std::size_t columns) {
  std::vector<Row> rows;
  const std::string name = data_path(path);
  std::ifstream file(name);
  EXPECT_TRUE(file) << name << " cannot be read";
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    Row row{name + ":" + std::to_string(number), cells_of(line)};
    EXPECT_EQ(row.cells.size(), columns) << row.where;
    if (row.cells.size() == columns) rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << name << " holds no row";
  return rows;
}

}  // namespace gisa::test
