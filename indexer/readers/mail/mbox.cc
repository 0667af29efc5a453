#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "gisa/error.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/reading.h"

namespace gisa {

namespace {

// `From kim@daon.example Tue Mar  4 09:00:00 2025`, `From - Tue ...`: programs do not all quote a
// line of text that begins with From.
bool is_separator(std::string_view line) {
  if (!line.starts_with("From ")) return false;
  for (std::size_t at = line.find(':'); at != line.npos; at = line.find(':', at + 1)) {
    const auto is_digit = [&](std::size_t i) {
      return i < line.size() && is_ascii_digit(static_cast<unsigned char>(line[i]));
    };
    if (at > 0 && is_digit(at - 1) && is_digit(at + 1)) return true;
  }
  return false;
}

// `>From `, `>>From `: a line of text that was quoted.
bool is_quoted(std::string_view line) {
  const std::size_t at = line.find_first_not_of('>');
  return at > 0 && at != line.npos && line.substr(at).starts_with("From ");
}

// Has the mail with that number read as a file of its own would be: where there is a process for
// mails, one that it does harm to costs this mail.
void read_mail(const ReaderInput& mailbox, std::string_view mail, std::size_t number) {
  const std::string place = fmt::format("{}#{}", mailbox.name, number);
  ByteStream bytes([&] { return std::exchange(mail, {}); });
  const RecordSink take = [&](Article article, std::size_t) {
    mailbox.take(std::move(article), number);
  };
  const ProblemSink problems = [&](Problem problem) {
    if (problem.path == place) {
      problem.path = mailbox.name;
      problem.record = number;
    }
    mailbox.problems(std::move(problem));
  };
  try {
    read_as(*format_named("eml"),
            {place, bytes, mailbox.options, take, problems, {}, mailbox.decoded, mailbox.open});
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    mailbox.report(number, error.message());
  }
}

// Gathers the lines of a mail and hands it on at the next one.
class Mailbox {
 public:
  explicit Mailbox(const ReaderInput& input) : input_(input) {}

  void take_line(std::string_view line) {
    const bool is_first = number_ == 0 && line.starts_with("From ");
    if (is_first || (blank_before_ && is_separator(line))) {
      end_mail();
      ++number_;
    } else if (number_ > 0 && !too_long_) {
      if (is_quoted(line)) line.remove_prefix(1);
      mail_.append(line) += '\n';
      too_long_ = mail_.size() > ByteStream::kMostAtOnce;
    }
    blank_before_ = line.empty() || line == "\r";
  }

  void end_mail() {
    if (too_long_) {
      input_.report(number_, "is longer than 64 MB; left out");
    } else if (number_ > 0) {
      read_mail(input_, mail_, number_);
    }
    mail_.clear();
    too_long_ = false;
  }

  std::size_t mails() const { return number_; }

 private:
  const ReaderInput& input_;
  std::string mail_;
  std::size_t number_ = 0;
  bool blank_before_ = true;
  bool too_long_ = false;
};

}  // namespace

// A mailbox as mbox, whatever its dialect: a mail after a line that begins with From.
void read_mbox(const ReaderInput& input) {
  Mailbox mailbox(input);
  for (std::string line; input.bytes.next_line(line);) mailbox.take_line(line);
  mailbox.end_mail();
  if (mailbox.mails() == 0) input.problems({input.name, "holds no mail; left out"});
}

}  // namespace gisa
