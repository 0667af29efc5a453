#include <cstdint>

#include "common/analysis/analyzer.h"
#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string text = gisa::decode(bytes, gisa::detect_encoding(bytes)).text;
  gisa::TokenStream stream;
  gisa::Analyzer::current().analyze(text, stream);
  const auto border = [&](std::size_t at) {
    return at == text.size() || gisa::starts_char(text[at]);
  };
  for (const gisa::Token& token : stream.tokens) {
    const std::string_view term = stream.term(token);
    CHECK(!term.empty() && term.size() <= gisa::kMaxTermBytes);
    CHECK(gisa::valid_prefix(term) == term.size());
    CHECK(token.source.begin < token.source.end && token.source.end <= text.size());
    CHECK(border(token.source.begin) && border(token.source.end));
  }
  return 0;
}
