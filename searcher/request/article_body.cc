#include "searcher/request/article_body.h"

namespace gisa {

std::string body_of(const std::vector<Hit>& passages) {
  std::string body;
  for (const Hit& passage : passages) {
    // A paragraph that was too long for one passage is cut behind a blank.
    const bool goes_on = body.ends_with(' ');
    if (!body.empty() && !goes_on && !body.ends_with('\n')) body += '\n';
    body += passage.text;
  }
  return body;
}

}  // namespace gisa
