#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gisa {

// A record of HWP 5 ("한글 문서 파일 형식 5.0", 4.1), with the names of its kinds there.
struct HwpRecord {
  enum Tag : std::uint32_t {
    numbering = 23,
    bullet = 24,
    para_shape = 25,
    distribute_doc_data = 28,
    para_header = 66,
    para_text = 67,
    ctrl_header = 71,
    list_header = 72,
    table = 77,
    equation = 88,
    text_art = 90,     // 글맵시
    form_object = 91,  // 양식 개체
  };
  std::uint32_t tag = 0;
  std::uint32_t level = 0;  // how deep it lies, at most 1023
  std::string_view data;
};

// The records of an unpacked stream, one after the other.
class HwpRecords {
 public:
  explicit HwpRecords(std::string_view bytes) : rest_(bytes) {}

  // The next one; nothing at the end. The last of a stream that is cut off has the data there is.
  std::optional<HwpRecord> next();

  // True if the last one was cut off.
  bool is_cut_off() const { return is_cut_off_; }

  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
  bool is_cut_off_ = false;
};

}  // namespace gisa
