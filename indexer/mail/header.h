#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gisa {

// The header of a mail or of a part of one (RFC 5322): names in lower case, values unfolded, as
// they are written.
class MailHeader {
 public:
  // `lines` without the blank line behind them. Lines that are none of a header are passed over.
  explicit MailHeader(std::string_view lines);

  // The value of the first field of that name; empty if there is none.
  std::string_view value(std::string_view name) const;

  // Its text for people: valid UTF-8 in NFC.
  std::string text(std::string_view name) const;

  // A parameter of a field: `filename` of Content-Disposition. RFC 2231 with its parts, and the
  // encoded words that programs write there. Valid UTF-8 in NFC.
  std::string parameter(std::string_view name, std::string_view parameter) const;

  std::size_t fields() const { return fields_.size(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Bytes as text, by the charset that they are said to be in, else as gisa finds: where the bytes do
// not fit what is said of them, or nothing is said. Valid UTF-8 in NFC.
std::string text_in_charset(std::string_view bytes, std::string_view charset);

// `=?euc-kr?B?...?=` and the words around it as text (RFC 2047). Words behind one another in one
// charset are decoded together, as programs cut them within a character.
std::string decode_words(std::string_view value);

// The name in the first address of a From: `"김서연" <kim@daon.example>`, `kim@daon.example
// (김서연)`. Empty if there is an address only.
std::string name_of_sender(std::string_view value);

// True if `text` begins with the lines of a header, at least three of which are fields that mails
// have: From, To, Subject, Date, Received ...
bool begins_with_mail_header(std::string_view text);

}  // namespace gisa
