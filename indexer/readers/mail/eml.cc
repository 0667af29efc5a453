#include "indexer/readers/mail/mail_article.h"
#include "indexer/readers/reader.h"

namespace gisa {

// One mail, as programs save it.
void read_eml(const ReaderInput& input) {
  const std::string mail = input.bytes.rest();
  take_mail(input, mail, 0, input.name);
}

}  // namespace gisa
