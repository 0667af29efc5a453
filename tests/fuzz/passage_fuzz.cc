#include <cstdint>

#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "indexer/document/passage.h"
#include "indexer/news/date.h"
#include "indexer/news/plain_article.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  gisa::Article article =
      gisa::article_from_plain_text(gisa::decode(bytes, gisa::detect_encoding(bytes)).text);
  gisa::complete_from_body(article);
  CHECK(article.date.empty() || gisa::parse_date(article.date) == article.date);
  const std::string_view body = article.body;
  std::size_t end = 0;
  for (const gisa::Passage& passage : gisa::split_into_passages(body)) {
    CHECK(passage.span.begin >= end && passage.span.end > passage.span.begin);
    CHECK(gisa::trim(body.substr(end, passage.span.begin - end)).empty());
    end = passage.span.end;
    for (const gisa::Span& boilerplate : passage.boilerplate) {
      CHECK(boilerplate.begin < boilerplate.end &&
            boilerplate.end <= passage.span.end - passage.span.begin);
    }
  }
  CHECK(gisa::trim(body.substr(end)).empty());
  return 0;
}
