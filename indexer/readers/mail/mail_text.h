#pragma once

#include <string>

#include "indexer/mail/message.h"

namespace gisa {

// What people read of a mail: its plain text, else the text of its HTML, and of its parts one
// behind the other. Throws Error (input) if its HTML cannot be read.
std::string readable_text(const MailPart& part);

}  // namespace gisa
