#include "indexer/readers/mail/mail_text.h"

#include "common/text/utf8.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/plain_text.h"

namespace gisa {

namespace {

// Texts that say nothing to a reader, or the same as another part.
bool is_for_programs(const MailPart& part) {
  return part.is("text/calendar") || part.is("text/css") || part.is("text/x-amp-html") ||
         part.is("text/watch-html") || part.is("text/vcard") || part.is("text/x-vcard") ||
         part.is("text/rfc822-headers") || part.is("text/javascript");
}

bool has_text(const std::string& text) { return !trim(text).empty(); }

std::string last_readable(const MailPart& part) {
  for (auto one = part.parts.rbegin(); one != part.parts.rend(); ++one) {
    if (std::string text = readable_text(*one); has_text(text)) return text;
  }
  return {};
}

// The last one that can be shown is the best (RFC 2046, 5.1.4); of plain text and HTML the plain
// one has its lines as they were written. A few words that only say that the mail is to be read as
// HTML are none.
std::string best_alternative(const MailPart& part) {
  constexpr std::size_t kFewWords = 400;  // bytes
  constexpr std::size_t kLonger = 4;
  for (const MailPart& one : part.parts) {
    if (one.type != "text/plain") continue;
    std::string text = readable_text(one);
    if (!has_text(text)) continue;
    if (trim(text).size() > kFewWords) return text;
    std::string last = last_readable(part);
    return last.size() > kLonger * trim(text).size() ? last : text;
  }
  return last_readable(part);
}

}  // namespace

std::string readable_text(const MailPart& part) {
  if (part.type == "multipart/alternative") return best_alternative(part);
  if (part.is("multipart/")) {
    std::string text;
    for (const MailPart& one : part.parts) {
      const std::string more = readable_text(one);
      if (has_text(more)) text.append(text.empty() ? "" : "\n\n").append(trim(more));
    }
    return text;
  }
  if (part.is_attached()) return {};
  if (part.type == "text/html") return plain_text(text_of_html(part.text(), TextBeside::read));
  return part.is("text/") && !is_for_programs(part) ? plain_text(part.text()) : std::string();
}

}  // namespace gisa
