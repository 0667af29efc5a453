#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

#include "gisa/error.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/rows.h"
#include "indexer/readers/xml_parser.h"
#include "indexer/source/archive_stream.h"

namespace gisa {

namespace {

constexpr std::size_t kMostColumns = 1024;

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view value_of(const XmlEvents::Attributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

// The strings that cells refer to by their number.
class SharedStrings : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes&) override {
    const std::string_view local = local_name(name);
    if (local == "si") strings_.emplace_back();
    if (local == "rPh") in_reading_ = true;  // how Chinese characters are read aloud
    in_text_ = local == "t" && !in_reading_;
  }
  void end(std::string_view name) override {
    in_text_ = false;
    if (local_name(name) == "rPh") in_reading_ = false;
  }
  void text(std::string_view text) override {
    if (in_text_ && !strings_.empty()) strings_.back().append(text);
  }

  std::string at(std::string_view number) const {
    const std::size_t index = std::strtoul(std::string(number).c_str(), nullptr, 10);
    return index < strings_.size() ? strings_[index] : std::string();
  }

 private:
  std::vector<std::string> strings_;
  bool in_text_ = false;
  bool in_reading_ = false;
};

// The column of a reference such as BC12, from 0.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (column > kMostColumns) return std::nullopt;
  }
  if (column == 0) return std::nullopt;
  return column - 1;
}

class Sheet : public XmlEvents {
 public:
  Sheet(const SharedStrings& strings, RowReader& rows) : strings_(strings), rows_(rows) {}

  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view local = local_name(name);
    if (local == "row") cells_.clear();
    if (local == "c") {
      const std::string_view reference = value_of(attributes, "r");
      column_ = reference.empty() ? std::optional(cells_.size()) : column_of(reference);
      is_shared_ = value_of(attributes, "t") == "s";
      value_.clear();
    }
    in_value_ = local == "v" || local == "t";
  }

  void end(std::string_view name) override {
    const std::string_view local = local_name(name);
    in_value_ = false;
    if (local == "c" && column_ && *column_ < kMostColumns) {
      if (*column_ >= cells_.size()) cells_.resize(*column_ + 1);
      cells_[*column_] = is_shared_ ? strings_.at(value_) : value_;
    }
    if (local == "row") rows_.take(std::move(cells_));
  }

  void text(std::string_view text) override {
    if (in_value_) value_.append(text);
  }

 private:
  const SharedStrings& strings_;
  RowReader& rows_;
  std::vector<std::string> cells_;
  std::optional<std::size_t> column_;  // of the cell under way; none if it lies too far out
  std::string value_;
  bool is_shared_ = false;
  bool in_value_ = false;
};

void parse(const std::string& bytes, XmlEvents& events) {
  constexpr std::size_t kChunk = 1 << 16;  // libxml2 counts in int
  const std::string xml = decode(bytes, detect_encoding(bytes)).text;
  XmlParser parser(events);
  for (std::size_t at = 0; at < xml.size(); at += kChunk) {
    parser.feed(std::string_view(xml).substr(at, kChunk));
  }
  parser.finish();
}

}  // namespace

// The sheets of a workbook, each a table of its own. Excel's empty ones are passed over.
void read_xlsx(const ReaderInput& input) {
  constexpr std::string_view kStrings = "xl/sharedStrings.xml";
  constexpr std::string_view kSheets = "xl/worksheets/";
  ArchiveStream archive(input.bytes, Packing::office);
  std::string strings_xml;
  std::map<std::string, std::string> sheets;
  while (archive.next_member()) {
    const std::string name = archive.name();
    const bool is_sheet = name.starts_with(kSheets) && name.ends_with(".xml");
    if (name != kStrings && !is_sheet) continue;
    std::string content = ByteStream([&] { return archive.next_block(); }).rest();
    (is_sheet ? sheets[name] : strings_xml) = std::move(content);
  }
  if (sheets.empty()) {
    return input.problems({input.name, "holds no worksheet; left out"});
  }
  SharedStrings strings;
  parse(strings_xml, strings);
  std::size_t records = 0;
  for (auto& [name, xml] : sheets) {
    RowReader rows(input, records);
    Sheet sheet(strings, rows);
    parse(std::exchange(xml, {}), sheet);
    if (sheets.size() == 1 || !rows.is_empty()) rows.finish();
    records = rows.records();
  }
}

}  // namespace gisa
