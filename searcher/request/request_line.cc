#include "searcher/request/request_line.h"

namespace gisa {

bool read_request_line(std::istream& in, std::string& line) {
  line.clear();
  int c = in.get();
  for (; c != std::istream::traits_type::eof() && c != '\n'; c = in.get()) {
    if (line.size() <= kLongestRequest) line += static_cast<char>(c);
  }
  return c == '\n' || !line.empty();
}

}  // namespace gisa
