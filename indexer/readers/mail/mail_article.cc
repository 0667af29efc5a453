#include "indexer/readers/mail/mail_article.h"

#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/mail/message.h"
#include "indexer/mail/tnef.h"
#include "indexer/mail/uuencode.h"
#include "indexer/news/date.h"
#include "indexer/readers/mail/mail_calendar.h"
#include "indexer/readers/mail/mail_text.h"
#include "indexer/readers/members.h"

namespace gisa {

namespace {

constexpr const char* kNoName = "attachment";

// Signatures and keys of mail programs.
bool is_of_no_use(const MailPart& part) {
  return part.is_picture_of_text() || is_invitation(part) || part.is("application/pgp-") ||
         part.is("application/pkcs7-signature") || part.is("application/x-pkcs7-signature") ||
         part.is("message/delivery-status") || part.is("message/disposition-notification") ||
         part.is("text/rfc822-headers");
}

// winmail.dat, which Outlook sends to others than Outlook by mistake.
bool is_of_outlook(const MailPart& part) {
  return part.is("application/ms-tnef") || part.is("application/vnd.ms-tnef") ||
         part.file_name() == "winmail.dat";
}

std::string name_of(const MailPart& part) {
  std::string name = part.file_name();
  if (!name.empty()) return name;
  return part.is("message/") ? "message.eml" : kNoName;
}

// Returns how many there are; `in_text` are those that the text had in it.
std::size_t open_attachments(const ReaderInput& input, const MailPart& mail,
                             const std::vector<UuencodedFile>& in_text) {
  std::size_t count = in_text.size();
  Members members(input);
  for (const UuencodedFile& file : in_text) {
    if (input.open) members.open(file.name, file.bytes);
  }
  for_each_attachment(mail, [&](const MailPart& part) {
    if (is_of_no_use(part)) return;
    ++count;
    if (!input.open) return;
    const std::string content = part.bytes();
    if (!is_of_outlook(part)) return members.open(name_of(part), content);
    const std::vector<TnefFile> files = files_in_tnef(content);
    if (files.empty()) {
      input.problems({members.place_of(name_of(part)),
                      "is packed by Outlook (TNEF), and no file is found in it; left out"});
    }
    for (const TnefFile& file : files) {
      members.open(file.name.empty() ? kNoName : file.name, file.bytes);
    }
  });
  return count;
}

constexpr const char* kEncrypted = "is a mail that is encrypted; left out";

// Why the mail is not read; empty if it is.
std::string lock_of(const MailPart& mail) {
  if (mail.is("multipart/encrypted")) return kEncrypted;
  if (!mail.is("application/pkcs7-mime") && !mail.is("application/x-pkcs7-mime")) return {};
  const bool is_signed = mail.header.parameter("content-type", "smime-type") == "signed-data";
  return is_signed ? "is a mail that is packed into its signature (S/MIME); left out" : kEncrypted;
}

// Of the day it was sent; else of the last server that handed it on, which a mail without a sound
// Date has as well.
std::string date_of(const MailHeader& header) {
  std::string date = parse_date(header.value("date"));
  if (!date.empty()) return date;
  const std::string_view received = header.value("received");
  const std::size_t sign = received.rfind(';');
  return sign == received.npos ? date : parse_date(received.substr(sign + 1));
}

// Moves the files that its text has in it to `files`.
Article article_of(const MailPart& mail, std::vector<UuencodedFile>& files) {
  Article article;
  article.title = mail.header.text("subject");
  article.byline = name_of_sender(mail.header.value("from"));
  article.date = date_of(mail.header);
  std::string text = readable_text(mail);
  files = take_uuencoded(text);
  article.body = with_invitations(std::string(trim(text)), article.title, mail);
  return article;
}

}  // namespace

void take_mail(const ReaderInput& input, std::string_view text) {
  const MailPart mail = parse_mail(text);
  if (std::string why = lock_of(mail); !why.empty()) {
    return input.problems({input.name, std::move(why)});
  }
  Article article;
  std::vector<UuencodedFile> files;
  std::string why;
  try {
    article = article_of(mail, files);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    why = error.message();
  }
  if (article.body.starts_with("-----BEGIN PGP MESSAGE-----")) {
    why = kEncrypted;
    article = {};
  }
  const bool is_empty = article.title.empty() && article.body.empty();
  if (!is_empty) input.take(std::move(article), 0);
  const std::size_t attachments = open_attachments(input, mail, files);
  if (is_empty && attachments == 0 && why.empty()) {
    why = "has neither a subject nor a text; left out";
  }
  if (!why.empty()) input.problems({input.name, std::move(why)});
}

}  // namespace gisa
