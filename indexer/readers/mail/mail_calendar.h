#pragma once

#include <string>

#include "indexer/mail/message.h"

namespace gisa {

// What an invitation to a meeting says (iCalendar, RFC 5545): what, when, where and about what, a
// line each. Of the first calendar among the parts; empty if there is none.
std::string text_of_calendar(const MailPart& mail);

}  // namespace gisa
