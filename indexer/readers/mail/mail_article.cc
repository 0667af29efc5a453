#include "indexer/readers/mail/mail_article.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/mail/message.h"
#include "indexer/news/date.h"
#include "indexer/readers/mail/mail_text.h"

namespace gisa {

namespace {

// Signatures and keys of mail programs.
bool is_of_no_use(const MailPart& part) {
  return part.is_picture_of_text() || part.is("application/pgp-") ||
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
  return part.is("message/") ? "message.eml" : "attachment";
}

void open_attachments(const ReaderInput& input, const MailPart& mail, const std::string& place) {
  if (!input.open) return;
  std::map<std::string, int> names;
  for_each_attachment(mail, [&](const MailPart& part) {
    if (is_of_no_use(part)) return;
    std::string name = name_of(part);
    if (const int before = names[name]++; before > 0) name += fmt::format(" ({})", before + 1);
    if (is_of_outlook(part)) {
      return input.problems(
          {place + "/" + name,
           "is packed by Outlook (TNEF), with what is attached to the mail; left out"});
    }
    const std::string content = part.bytes();
    std::string_view rest = content;
    ByteStream bytes([&] { return std::exchange(rest, {}); });
    input.open(place + "/" + name, bytes);
  });
}

bool is_locked(const MailPart& mail) {
  return mail.is("multipart/encrypted") || mail.is("application/pkcs7-mime") ||
         mail.is("application/x-pkcs7-mime");
}

Article article_of(const MailPart& mail) {
  Article article;
  article.title = mail.header.text("subject");
  article.byline = name_of_sender(mail.header.value("from"));
  article.date = parse_date(mail.header.value("date"));
  article.body = trim(readable_text(mail));
  return article;
}

}  // namespace

void take_mail(const ReaderInput& input, std::string_view text, std::size_t number,
               const std::string& place) {
  const MailPart mail = parse_mail(text);
  if (is_locked(mail)) {
    return input.problems({place, "is a mail that is encrypted; left out", true, number});
  }
  Article article;
  try {
    article = article_of(mail);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    input.problems({place, error.message(), true, number});
  }
  if (!article.title.empty() || !article.body.empty()) input.take(std::move(article), number);
  open_attachments(input, mail, place);
}

}  // namespace gisa
