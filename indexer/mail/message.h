#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/mail/header.h"

namespace gisa {

// A mail, or a part of one (MIME, RFC 2045 and 2046). Refers to the bytes it was parsed from.
struct MailPart {
  MailHeader header;
  std::string type;             // in lower case: text/plain
  std::string_view body;        // as it is transferred
  std::vector<MailPart> parts;  // of a multipart

  bool is(std::string_view kind) const { return std::string_view(type).starts_with(kind); }

  // The name of the file that it is; empty if it has none. Valid UTF-8 in NFC, no path.
  std::string file_name() const;

  // True if it is to be shown as a file, or is one that the text refers to (a picture).
  bool is_attached() const;
  bool is_picture_of_text() const;

  std::string bytes() const;  // as they were before the transfer
  std::string text() const;   // of a text, as it says its charset is
};

// Parses `mail`, which outlives the result. Multiparts are followed 16 deep, and 1000 parts are
// read.
MailPart parse_mail(std::string_view mail);

// Shows `take` every part that is a file or a mail of its own.
void for_each_attachment(const MailPart& part, const std::function<void(const MailPart&)>& take);

}  // namespace gisa
