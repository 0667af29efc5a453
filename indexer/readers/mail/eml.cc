#include <charconv>
#include <string_view>

#include "indexer/readers/mail/mail_article.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// Apple keeps a mail behind a line with its length (.emlx), Windows one behind a byte order mark.
std::string_view mail_in(std::string_view file) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (file.starts_with(kMark)) file.remove_prefix(kMark.size());
  std::size_t length = 0;
  const auto [end, failed] = std::from_chars(file.data(), file.data() + file.size(), length);
  if (failed != std::errc()) return file;
  const std::size_t behind = file.find('\n');
  return behind == file.npos ? file : file.substr(behind + 1, length);
}

}  // namespace

// One mail, as programs save it.
void read_eml(const ReaderInput& input) {
  const std::string file = input.bytes.rest();
  take_mail(input, mail_in(file));
}

}  // namespace gisa
