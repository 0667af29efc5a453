#include "indexer/readers/decoded_file.h"

#include <fmt/format.h>

namespace gisa {

namespace {

// \r\n and \r, as Windows and old Macs end lines, become \n.
void unify_newlines(std::string& text) {
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') continue;
      text[to++] = '\n';
    } else {
      text[to++] = text[from];
    }
  }
  text.resize(to);
}

}  // namespace

std::string read_decoded(const ReaderInput& input) {
  const std::string bytes = input.bytes.rest();
  DecodedText decoded = decode(bytes, detect_encoding(bytes));
  tell_undecodable(input, input.name, decoded, 0);
  unify_newlines(decoded.text);
  return std::move(decoded.text);
}

void tell_undecodable(const ReaderInput& input, const std::string& where, const DecodedText& text,
                      std::size_t offset) {
  if (text.undecodable == 0) return;
  input.problems({where,
                  fmt::format("{} undecodable byte{}, the first at offset {}, read as U+FFFD",
                              text.undecodable, text.undecodable == 1 ? "" : "s",
                              offset + text.first_bad_byte),
                  false});
}

}  // namespace gisa
