#include "indexer/mail/message.h"

#include <algorithm>
#include <utility>

#include "common/text/lower_ascii.h"
#include "common/text/path.h"
#include "common/text/utf8.h"
#include "indexer/mail/octets.h"
#include "indexer/mail/take_mail_line.h"
#include "indexer/mail/transfer.h"

namespace gisa {

namespace {

constexpr int kDeepest = 16;
constexpr std::size_t kMostParts = 1000;

// Where the blank line behind the header begins and ends.
std::pair<std::size_t, std::size_t> header_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t newline = text.find('\n', at);
    if (newline == text.npos) break;
    const std::string_view line = text.substr(at, newline - at);
    if (line.empty() || line == "\r") return {at, newline + 1};
    at = newline + 1;
  }
  return {text.size(), text.size()};
}

// What stands between the borders of a multipart.
std::vector<std::string_view> split(std::string_view body, const std::string& boundary) {
  const std::string border = "--" + boundary;
  std::vector<std::string_view> pieces;
  std::size_t begin = body.npos;
  for (std::size_t at = body.find(border); at != body.npos; at = body.find(border, at + 1)) {
    if (at > 0 && body[at - 1] != '\n') continue;
    const std::string_view behind = body.substr(at + border.size());
    const bool closes = behind.starts_with("--");
    const std::string_view line = behind.substr(closes ? 2 : 0, behind.find('\n'));
    if (!closes && !trim_octets(line.substr(0, line.find('\n'))).empty())
      continue;  // of another one
    if (begin != body.npos) pieces.push_back(body.substr(begin, at - begin));
    begin = body.npos;
    if (closes) break;
    begin = std::min(body.find('\n', at), body.size() - 1) + 1;
  }
  if (begin != body.npos) pieces.push_back(body.substr(begin));  // cut off
  return pieces;
}

MailPart parse(std::string_view text, std::string_view default_type, int depth,
               std::size_t& parts) {
  const auto [header, body] = header_end(text);
  MailPart part{MailHeader(text.substr(0, header)), {}, text.substr(body), {}};
  const std::string_view type = part.header.value("content-type");
  part.type = lower_ascii(trim_octets(type.substr(0, type.find(';'))));
  if (part.type.find('/') == part.type.npos) part.type = default_type;
  if (!part.is("multipart/") || depth >= kDeepest) return part;
  const std::string boundary = part.header.parameter("content-type", "boundary");
  const auto pieces =
      boundary.empty() ? std::vector<std::string_view>() : split(part.body, boundary);
  if (pieces.empty()) part.type = "text/plain";
  const char* const inner = part.is("multipart/digest") ? "message/rfc822" : "text/plain";
  for (const std::string_view piece : pieces) {
    if (++parts > kMostParts) break;
    part.parts.push_back(parse(piece, inner, depth + 1, parts));
  }
  return part;
}

// How many signs of quoting a line begins with.
std::size_t quoted_by(std::string_view line) {
  return std::min(line.find_first_not_of('>'), line.size());
}

// Lines of format=flowed that end in a blank go on in the next one, if that is quoted as they are
// (RFC 3676). With DelSp the blank is none of the text, as where Korean or Japanese is broken
// within words.
std::string unflowed(const std::string& text, bool deletes_blanks) {
  std::string out;
  std::size_t quoted = 0;
  bool goes_on = false;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view line = take_mail_line(rest);
    const std::size_t signs = quoted_by(line);
    const std::string_view quotes = line.substr(0, signs);
    line.remove_prefix(signs);
    if (line.starts_with(' '))
      line.remove_prefix(1);  // that keeps From and > from the line's start
    const bool is_signature = line == "-- ";
    if (goes_on && (signs != quoted || is_signature)) {
      out += '\n';
      goes_on = false;
    }
    if (!goes_on && signs > 0) out.append(quotes).append(" ");
    goes_on = line.ends_with(' ') && !is_signature;
    quoted = signs;
    if (goes_on && deletes_blanks) line.remove_suffix(1);
    out += line;
    if (!goes_on) out += '\n';
  }
  return out;
}

}  // namespace

std::string MailPart::file_name() const {
  std::string name = header.parameter("content-disposition", "filename");
  if (name.empty()) name = header.parameter("content-type", "name");
  std::replace(name.begin(), name.end(), '\n', ' ');
  name = std::string(last_step_of_any(name));
  return std::string(trim(name));
}

bool MailPart::is_attached() const {
  if (is("multipart/")) return false;
  if (is("message/rfc822") || is("message/global")) return true;
  const std::string disposition = lower_ascii(header.value("content-disposition"));
  return disposition.starts_with("attachment") || !file_name().empty() || !is("text/") ||
         is("text/rtf");
}

bool MailPart::is_picture_of_text() const {
  const std::string disposition = lower_ascii(header.value("content-disposition"));
  const bool referred = !header.value("content-id").empty() || disposition.starts_with("inline");
  return is("image/") && (referred || file_name().empty());
}

std::string MailPart::bytes() const {
  return from_transfer(body, header.value("content-transfer-encoding"));
}

std::string MailPart::text() const {
  std::string out = text_in_charset(bytes(), header.parameter("content-type", "charset"));
  const bool flowed = lower_ascii(header.parameter("content-type", "format")) == "flowed";
  if (!flowed) return out;
  return unflowed(out, lower_ascii(header.parameter("content-type", "delsp")) == "yes");
}

MailPart parse_mail(std::string_view mail) {
  std::size_t parts = 0;
  return parse(mail, "text/plain", 0, parts);
}

void for_each_attachment(const MailPart& part, const std::function<void(const MailPart&)>& take) {
  if (!part.is("multipart/") && part.is_attached()) take(part);
  for (const MailPart& one : part.parts) for_each_attachment(one, take);
}

}  // namespace gisa
