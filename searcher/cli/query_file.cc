#include "searcher/cli/query_file.h"

#include <iterator>
#include <sstream>

#include "common/text/encoding.h"

namespace gisa {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// A byte order mark, or a first letter of ASCII, which has a zero beside it.
bool begins_as_utf16(std::string_view line) {
  if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF")) return true;
  return line.size() > 1 && (line[0] == '\0') != (line[1] == '\0');
}

void take_lines(std::istream& lines, const std::function<void(std::string line)>& take) {
  for (std::string line; std::getline(lines, line);) {
    if (line.ends_with('\r')) line.pop_back();
    take(std::move(line));
  }
}

}  // namespace

void for_each_query(std::istream& queries, const std::function<void(std::string line)>& take) {
  std::string first;
  if (!std::getline(queries, first)) return;
  if (begins_as_utf16(first)) {
    std::string bytes = first + '\n';
    bytes.append(std::istreambuf_iterator<char>(queries), {});
    std::istringstream decoded(decode(bytes, detect_encoding(bytes)).text);
    return take_lines(decoded, take);
  }
  if (first.starts_with(kUtf8Mark)) first.erase(0, kUtf8Mark.size());
  if (first.ends_with('\r')) first.pop_back();
  take(std::move(first));
  take_lines(queries, take);
}

}  // namespace gisa
