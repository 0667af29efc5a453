#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// A user's synonyms. A file has a group a line: `백신, 예방주사` each stands for the other,
// `코로나 => 코로나19, 우한폐렴` the right ones for the left; # begins a remark.
class Synonyms {
 public:
  Synonyms() = default;

  // Throws gisa::Error (input) if the file cannot be read, or a line has no such form.
  static Synonyms read(const std::string& path);

  // What else to look for, as written in the file. `word` is folded.
  const std::vector<std::string>& of(std::u32string_view word) const;

 private:
  std::map<std::u32string, std::vector<std::string>, std::less<>> groups_;
};

}  // namespace gisa
