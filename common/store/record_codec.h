#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// Packs the stored records of one database. Records are short and alike, so a dictionary of what
// they have in common, made once for each database, packs them a third smaller than each by itself.
// One thread at a time.
class RecordCodec {
 public:
  // A dictionary for records like `samples`; empty if they are too few to learn from.
  static std::string train(const std::vector<std::string>& samples);

  // `dictionary`: what train() made for this database, or empty.
  explicit RecordCodec(std::string dictionary = {});
  ~RecordCodec();
  RecordCodec(RecordCodec&&) noexcept;
  RecordCodec& operator=(RecordCodec&&) noexcept;

  std::string pack(std::string_view record);

  // Throws gisa::Error (database_damaged) if `packed` is not what pack() made with this dictionary.
  std::string unpack(std::string_view packed);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gisa
