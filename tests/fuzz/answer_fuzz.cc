#include <cstddef>
#include <cstdint>
#include <string>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/reading.h"
#include "tests/fuzz/check.h"

// What gisa-index makes of whatever gisa-documents says, which may have been taken over by a
// document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gisa;
  ByteStream none([] { return std::string_view(); });
  const IntakeOptions options;
  const RecordSink take = [](const Article& article, std::size_t) {
    for (const std::string* field :
         {&article.id, &article.title, &article.body, &article.date, &article.press,
          &article.byline, &article.url, &article.modified, &article.section}) {
      CHECK(valid_prefix(*field) == field->size());
    }
  };
  const ProblemSink problems = [](const Problem& problem) {
    CHECK(problem.path.starts_with("file"));
    CHECK(valid_prefix(problem.path) == problem.path.size());
    CHECK(valid_prefix(problem.what) == problem.what.size());
  };
  const MemberSink open = [](const std::string& place, ByteStream&) {
    CHECK(place.starts_with("file"));
    CHECK(valid_prefix(place) == place.size());
  };
  try {
    hand_on({reinterpret_cast<const char*>(data), size},
            {"file", none, options, take, problems, {}, {}, open});
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::input);
  }
  return 0;
}
