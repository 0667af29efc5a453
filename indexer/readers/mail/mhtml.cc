#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gisa/error.h"
#include "indexer/mail/message.h"
#include "indexer/news/field_map.h"
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

void add_pages(const MailPart& part, const MailPart* but, std::vector<const MailPart*>& pages) {
  if (part.type == "text/html" && &part != but) pages.push_back(&part);
  for (const MailPart& one : part.parts) add_pages(one, but, pages);
}

// What the reader of pages makes of one.
struct PageRead {
  std::optional<Article> article;
  std::vector<Problem> problems;

  std::size_t length() const { return article ? article->body.size() : 0; }
};

PageRead read_page(const ReaderInput& input, const MailPart& page) {
  std::string html = page.bytes();
  std::string_view rest = html;
  ByteStream bytes([&] { return std::exchange(rest, {}); });
  PageRead read;
  const RecordSink take = [&](Article article, std::size_t) { read.article = std::move(article); };
  const ProblemSink problems = [&](Problem problem) {
    read.problems.push_back(std::move(problem));
  };
  read_html({input.name, bytes, input.options, take, problems, input.observe, input.decoded});
  return read;
}

constexpr std::size_t kScantText = 500;  // bytes

// What is read of the frame that has the longest text; of the page itself if none has more than a
// few words.
PageRead longest_frame(const ReaderInput& input, const MailPart& mail, const MailPart* page,
                       PageRead read) {
  constexpr std::size_t kMostFrames = 100;
  std::vector<const MailPart*> frames;
  add_pages(mail, page, frames);
  frames.resize(std::min(frames.size(), kMostFrames));
  for (const MailPart* const one : frames) {
    try {
      PageRead frame = read_page(input, *one);
      if (frame.length() <= std::max(read.length(), kScantText)) continue;
      if (read.article) fill_empty_fields(*frame.article, *read.article);
      read = std::move(frame);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input) throw;  // the page is read without it
    }
  }
  return read;
}

}  // namespace

// A page and its pictures in one file, as browsers save it. Of a page that has next to no text but
// frames, the frame with the longest text is the page: a blog is shown so.
void read_mhtml(const ReaderInput& input) {
  const std::string file = input.bytes.rest();
  const MailPart mail = parse_mail(file);
  const MailPart* page = page_of(mail, mail.header.parameter("content-type", "start"));
  if (page == nullptr) page = page_of(mail, {});
  if (page == nullptr) return input.problems({input.name, "holds no page; left out"});
  PageRead read = read_page(input, *page);
  if (read.length() < kScantText) read = longest_frame(input, mail, page, std::move(read));
  for (Problem& problem : read.problems) input.problems(std::move(problem));
  if (!read.article) return;
  Article& article = *read.article;
  if (article.url.empty()) article.url = mail.header.text("snapshot-content-location");
  if (article.title.empty()) article.title = mail.header.text("subject");
  input.take(std::move(article), 0);
}

}  // namespace gisa
