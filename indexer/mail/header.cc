#include "indexer/mail/header.h"

#include <algorithm>
#include <array>
#include <map>

#include "common/text/code_page.h"
#include "common/text/encoding.h"
#include "common/text/euc_kr.h"
#include "common/text/invisible.h"
#include "common/text/lower_ascii.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "common/text/western.h"
#include "indexer/mail/octets.h"
#include "indexer/mail/take_mail_line.h"
#include "indexer/mail/transfer.h"

namespace gisa {

namespace {

constexpr std::size_t kMostFields = 2000;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Of `Subject: ...` the name; empty if the line begins no field.
std::string_view field_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos || colon == 0) return {};
  std::string_view name = line.substr(0, colon);
  while (name.ends_with(' ')) name.remove_suffix(1);
  const bool plain =
      std::all_of(name.begin(), name.end(), [](char c) { return c > 32 && c < 127; });
  return plain ? name : std::string_view();
}

struct EncodedWord {
  std::string charset;
  std::string bytes;
  std::size_t length = 0;  // of its code
};

// `=?charset?B?code?=` at the beginning of `text`.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  constexpr std::size_t kLongestWord = 2000;  // the standard allows 75
  text = text.substr(0, kLongestWord);
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == text.npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t code = charset_end + 3;
  const std::size_t end = text.find("?=", code);
  if (end == text.npos) return std::nullopt;
  EncodedWord word;
  word.charset = lower_ascii(text.substr(2, charset_end - 2));
  word.charset.resize(std::min(word.charset.find('*'), word.charset.size()));  // RFC 2231, 5
  const char encoding = text[charset_end + 1];
  const std::string_view inner = text.substr(code, end - code);
  if (encoding == 'B' || encoding == 'b') {
    word.bytes = from_base64(inner);
  } else if (encoding == 'Q' || encoding == 'q') {
    word.bytes = from_quoted_word(inner);
  } else {
    return std::nullopt;
  }
  word.length = end + 2;
  return word;
}

// Where the encoded word behind those at `at` begins, past blanks; `at` if none does.
std::size_t next_word(std::string_view value, std::size_t at) {
  const std::size_t begin = std::min(value.find_first_not_of(" \t", at), value.size());
  return value.substr(begin).starts_with("=?") ? begin : at;
}

bool is_western(std::string_view charset) {
  constexpr std::array<std::string_view, 4> kNames = {"iso-8859-1", "iso-8859-15", "windows-1252",
                                                      "latin1"};
  return std::find(kNames.begin(), kNames.end(), lower_ascii(charset)) != kNames.end();
}

std::string plain(std::string text) { return to_nfc(without_invisible(std::move(text))); }

// `"a\"b"` without its quotes.
std::string unquoted(std::string_view value) {
  value = trim_octets(value);
  if (!value.starts_with('"')) return std::string(trim_octets(value.substr(0, value.find(';'))));
  std::string out;
  for (std::size_t at = 1; at < value.size() && value[at] != '"'; ++at) {
    if (value[at] == '\\' && at + 1 < value.size()) ++at;
    out += value[at];
  }
  return out;
}

// Where the parameter at the front of `rest` ends: a `;` outside of quotes.
std::size_t parameter_end(std::string_view rest) {
  bool quoted = false;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == '\\' && quoted) {
      ++at;
    } else if (rest[at] == '"') {
      quoted = !quoted;
    } else if (rest[at] == ';' && !quoted) {
      return at;
    }
  }
  return rest.size();
}

struct ParameterParts {
  std::string plain;                    // filename=
  std::map<int, std::string> numbered;  // filename*0=, filename*1*=, decoded to bytes
  std::string charset;                  // of those with a * behind
};

// `utf-8'ko'%ED%95%9C` -> the bytes, and the charset where it is the first part.
std::string extended_value(std::string_view value, bool is_first, std::string& charset) {
  const std::size_t language = is_first ? value.find('\'') : value.npos;
  const std::size_t text = language == value.npos ? value.npos : value.find('\'', language + 1);
  if (text == value.npos) return from_percents(value);
  charset = lower_ascii(value.substr(0, language));
  return from_percents(value.substr(text + 1));
}

void take_parameter(std::string_view key, std::string_view value, std::string_view wanted,
                    ParameterParts& parts) {
  const std::string name = lower_ascii(trim_octets(key));
  if (name == wanted) {
    if (parts.plain.empty()) parts.plain = unquoted(value);
    return;
  }
  if (!name.starts_with(wanted) || name.size() <= wanted.size() || name[wanted.size()] != '*') {
    return;
  }
  std::string_view rest = std::string_view(name).substr(wanted.size() + 1);
  const bool extended = rest.empty() || rest.ends_with('*');
  int number = 0;
  for (const char c : rest) {
    if (c < '0' || c > '9') break;
    number = std::min(number * 10 + (c - '0'), 1000);
  }
  const std::string text = unquoted(value);
  parts.numbered[number] = extended ? extended_value(text, number == 0, parts.charset) : text;
}

}  // namespace

MailHeader::MailHeader(std::string_view lines) {
  while (!lines.empty() && fields_.size() < kMostFields) {
    const std::string_view line = take_mail_line(lines);
    if (!line.empty() && is_blank(line.front())) {
      if (!fields_.empty()) fields_.back().second.append(" ").append(trim_octets(line));
      continue;
    }
    const std::string_view name = field_name(line);
    if (name.empty()) continue;
    fields_.emplace_back(lower_ascii(name), trim_octets(line.substr(line.find(':') + 1)));
  }
}

std::string_view MailHeader::value(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view() : found->second;
}

std::string MailHeader::text(std::string_view name) const { return decode_words(value(name)); }

std::string MailHeader::parameter(std::string_view name, std::string_view parameter) const {
  std::string_view rest = value(name);
  rest.remove_prefix(parameter_end(rest));
  ParameterParts parts;
  while (rest.starts_with(';')) {
    rest.remove_prefix(1);
    const std::string_view one = rest.substr(0, parameter_end(rest));
    rest.remove_prefix(one.size());
    const std::size_t equals = one.find('=');
    if (equals == one.npos) continue;
    take_parameter(one.substr(0, equals), one.substr(equals + 1), parameter, parts);
  }
  if (parts.numbered.empty()) return decode_words(parts.plain);
  std::string bytes;
  for (const auto& [number, part] : parts.numbered) bytes += part;
  return parts.charset.empty() ? decode_words(bytes) : plain(text_in_charset(bytes, parts.charset));
}

std::string text_in_charset(std::string_view bytes, std::string_view charset) {
  const Encoding found = detect_encoding(bytes);
  const std::optional<Encoding> said = encoding_named(charset);
  if (!said && is_western(charset) && valid_prefix(bytes) < bytes.size()) {
    const bool is_korean = judge_euc_kr(bytes) == EucKr::surely;
    return is_korean ? decode(bytes, Encoding::cp949).text : decode_western(bytes);
  }
  const bool is_in_escapes = bytes.find('\x1B') != bytes.npos;  // iso-2022-jp
  if (!said && (is_in_escapes || valid_prefix(bytes) < bytes.size())) {
    if (auto text = decode_foreign_charset(bytes, charset)) return std::move(*text);
  }
  if (!said || *said == found) return decode(bytes, found).text;
  DecodedText text = decode(bytes, *said);
  if (text.undecodable == 0) return text.text;
  DecodedText other = decode(bytes, found);
  return other.undecodable < text.undecodable ? other.text : text.text;
}

std::string decode_words(std::string_view value) {
  std::string out;
  std::string raw;  // what stands between encoded words
  const auto end_raw = [&] { out += text_in_charset(std::exchange(raw, {}), ""); };
  for (std::size_t at = 0; at < value.size();) {
    auto word = encoded_word(value.substr(at));
    if (!word) {
      raw += value[at++];
      continue;
    }
    end_raw();
    at += word->length;
    std::size_t behind = next_word(value, at);
    while (const auto more = encoded_word(value.substr(behind))) {
      if (more->charset != word->charset) {
        out += text_in_charset(word->bytes, word->charset);
        word->charset = more->charset;
        word->bytes.clear();
      }
      word->bytes += more->bytes;
      at = behind + more->length;
      behind = next_word(value, at);
    }
    out += text_in_charset(word->bytes, word->charset);
  }
  end_raw();
  return plain(std::move(out));
}

std::string name_of_sender(std::string_view value) {
  const std::size_t open = value.find('<');
  std::string name;
  if (open != value.npos) {
    name = value.substr(0, open);
  } else if (const std::size_t comment = value.find('('); comment != value.npos) {
    name = value.substr(comment + 1, value.find(')', comment) - comment - 1);
  }
  std::erase(name, '\\');
  name = decode_words(trim_octets(name));
  std::string_view text = trim(name);
  while (text.starts_with('"') || text.starts_with('\'')) text.remove_prefix(1);
  while (text.ends_with('"') || text.ends_with('\'')) text.remove_suffix(1);
  return text.find('@') == text.npos ? std::string(trim(text)) : std::string();
}

bool begins_with_mail_header(std::string_view text) {
  constexpr std::array<std::string_view, 12> kOfMails = {
      "from",         "to",          "subject",      "date",         "received", "message-id",
      "mime-version", "return-path", "delivered-to", "content-type", "reply-to", "dkim-signature"};
  std::size_t of_mails = 0;
  for (bool first = true; !text.empty(); first = false) {
    const bool whole = text.find('\n') != text.npos;
    const std::string_view line = take_mail_line(text);
    if (line.empty() || !whole) break;
    if (is_blank(line.front()) && !first) continue;
    const std::string name = lower_ascii(field_name(line));
    if (name.empty()) return false;
    if (std::find(kOfMails.begin(), kOfMails.end(), name) != kOfMails.end()) ++of_mails;
  }
  return of_mails >= 3;
}

}  // namespace gisa
