#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/pdf/pdf_objects.h"
#include "tests/fuzz/check.h"

// What gisa-pdf looks for in a document beside poppler.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view pdf(reinterpret_cast<const char*>(data), size);
  const auto is_within = [](std::string_view value, std::string_view text) {
    return value.empty() || (value.data() >= text.data() &&
                             value.data() + value.size() <= text.data() + text.size());
  };
  CHECK(is_within(gisa::pdf_value(pdf), pdf));
  for (const std::string_view name : {"/FileAttachment", "/EF", "/Contents"}) {
    gisa::for_each_pdf_dictionary(pdf, name, [&](std::string_view dictionary) {
      CHECK(is_within(dictionary, pdf) && dictionary.starts_with("<<"));
      for (const std::string_view key : {"/FS", "/F", "/Contents", "/Subtype"}) {
        const std::string_view value = gisa::pdf_value_of(dictionary, key);
        CHECK(is_within(value, pdf));
        CHECK(gisa::pdf_string(value).size() <= value.size());
      }
    });
  }
  for (const int number : gisa::object_streams_in(pdf)) CHECK(number >= 0);
  const std::string changed = gisa::pdf_with_files(pdf, {"7 0 R"});
  CHECK(changed.empty() || changed.starts_with(pdf));
  return 0;
}
