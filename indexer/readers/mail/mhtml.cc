#include <string>
#include <utility>

#include "indexer/mail/message.h"
#include "indexer/readers/reader.h"

namespace gisa {

void read_html(const ReaderInput& input);

namespace {

// The page itself: the part that the header names, else the first of HTML.
const MailPart* page_of(const MailPart& part, const std::string& start) {
  if (part.type == "text/html" && (start.empty() || part.header.value("content-id") == start)) {
    return &part;
  }
  for (const MailPart& one : part.parts) {
    if (const MailPart* const page = page_of(one, start)) return page;
  }
  return nullptr;
}

}  // namespace

// A page and its pictures in one file, as browsers save it.
void read_mhtml(const ReaderInput& input) {
  const std::string file = input.bytes.rest();
  const MailPart mail = parse_mail(file);
  const MailPart* page = page_of(mail, mail.header.parameter("content-type", "start"));
  if (page == nullptr) page = page_of(mail, {});
  if (page == nullptr) return input.problems({input.name, "holds no page; left out"});
  std::string html = page->bytes();
  std::string_view rest = html;
  ByteStream bytes([&] { return std::exchange(rest, {}); });
  const std::string address = mail.header.text("snapshot-content-location");
  const RecordSink take = [&](Article article, std::size_t number) {
    if (article.url.empty()) article.url = address;
    if (article.title.empty()) article.title = mail.header.text("subject");
    input.take(std::move(article), number);
  };
  read_html({input.name, bytes, input.options, take, input.problems, input.observe, input.decoded});
}

}  // namespace gisa
