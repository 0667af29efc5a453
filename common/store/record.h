#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// How numbers and strings lie in the records on disk: a number is a little-endian varint, seven
// bits a byte, the high bit set on all but the last; a string is led by its length.
namespace gisa {

void put_number(std::string& out, std::uint64_t number);
void put_string(std::string& out, std::string_view text);

// Reads a record from front to back. Throws gisa::Error (database_damaged) where it ends too soon.
class RecordReader {
 public:
  // `record` must outlive the reader. `what` names it in errors: "a stored passage".
  RecordReader(std::string_view record, std::string_view what) : rest_(record), what_(what) {}

  bool at_end() const { return rest_.empty(); }
  std::uint64_t number();
  std::string_view string();

 private:
  [[noreturn]] void fail() const;

  std::string_view rest_;
  std::string_view what_;
};

}  // namespace gisa
