#include "indexer/readers/mail/mail_calendar.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string_view>

#include "common/text/ascii.h"
#include "common/text/take_line.h"
#include "common/text/utf8.h"
#include "indexer/mail/take_mail_line.h"

namespace gisa {

namespace {

bool is_calendar(const MailPart& part) {
  return part.is("text/calendar") || part.is("application/ics");
}

// Without blanks and line breaks.
std::string letters_of(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
  return out;
}

// Lines that begin with a blank go on in what came before.
std::string unfolded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::string_view line = take_mail_line(text);
    const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
    if (goes_on) line.remove_prefix(1);
    if (!goes_on && !out.empty()) out += '\n';
    out += line;
  }
  return out;
}

std::string without_escapes(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const bool escapes = value[at] == '\\' && at + 1 < value.size();
    if (escapes) ++at;
    out += escapes && (value[at] == 'n' || value[at] == 'N') ? '\n' : value[at];
  }
  return out;
}

// `20250305T100000` as people write it; others as they are.
std::string day_and_time(std::string_view value) {
  constexpr std::size_t kDay = 8;
  constexpr std::size_t kWithTime = 15;
  const auto digits = [](std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return is_ascii_digit(static_cast<unsigned char>(c)); });
  };
  if (value.size() < kDay || !digits(value.substr(0, kDay))) return std::string(value);
  std::string out(value.substr(0, 4));
  out.append("-").append(value.substr(4, 2)).append("-").append(value.substr(6, 2));
  if (value.size() < kWithTime || !digits(value.substr(9, 4))) return out;
  return out.append(" ").append(value.substr(9, 2)).append(":").append(value.substr(11, 2));
}

// Of the first meeting.
std::string text_of_calendar(const MailPart& calendar) {
  constexpr std::array<std::string_view, 4> kShown = {"SUMMARY", "DTSTART", "LOCATION",
                                                      "DESCRIPTION"};
  std::array<std::string, kShown.size()> values;
  const std::string lines = unfolded(calendar.text());
  bool in_event = false;
  for (std::string_view rest = lines; !rest.empty();) {
    const std::string_view line = take_line(rest);
    if (line == "BEGIN:VEVENT") in_event = true;
    if (line.starts_with("END:VEVENT") || line == "BEGIN:VALARM") in_event = false;
    const std::size_t colon = line.find(':');
    if (!in_event || colon == line.npos) continue;
    const std::string_view name = line.substr(0, std::min(line.find(';'), colon));
    const auto* const found = std::find(kShown.begin(), kShown.end(), name);
    if (found == kShown.end()) continue;
    std::string& value = values[static_cast<std::size_t>(found - kShown.begin())];
    if (!value.empty()) continue;
    value = name == "DTSTART" ? day_and_time(line.substr(colon + 1))
                              : without_escapes(line.substr(colon + 1));
  }
  std::string out;
  for (const std::string& value : values) {
    if (trim(value).empty()) continue;
    if (!out.empty()) out += '\n';
    out += trim(value);
  }
  return out;
}

void for_each_calendar(const MailPart& part, const std::function<void(const MailPart&)>& take) {
  if (is_calendar(part)) take(part);
  for (const MailPart& one : part.parts) for_each_calendar(one, take);
}

}  // namespace

bool is_invitation(const MailPart& part) {
  if (!is_calendar(part)) return false;
  constexpr std::string_view kMeeting = "BEGIN:VEVENT";
  const std::string lines = part.text();
  const std::size_t first = lines.find(kMeeting);
  return first != lines.npos && lines.find(kMeeting, first + 1) == lines.npos;
}

std::string with_invitations(std::string text, std::string_view title, const MailPart& mail) {
  std::string told = letters_of(text);
  if (!text.empty()) told.append("\n").append(letters_of(title));
  for_each_calendar(mail, [&](const MailPart& calendar) {
    const std::string lines = text_of_calendar(calendar);
    for (std::string_view rest = lines; !rest.empty();) {
      const std::string_view line = take_line(rest);
      const std::string plain = letters_of(line);
      if (told.find(plain) != told.npos) continue;
      told.append("\n").append(plain);
      text.append(text.empty() ? "" : "\n").append(line);
    }
  });
  return text;
}

}  // namespace gisa
