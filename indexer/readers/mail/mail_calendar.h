#pragma once

#include <string>
#include <string_view>

#include "indexer/mail/message.h"

namespace gisa {

// An invitation to a meeting (iCalendar, RFC 5545), of which no more than with_invitations() reads
// is to be had.
bool is_invitation(const MailPart& part);

// The text of a mail with what its invitations say behind it: what, when, where and about what, a
// line each. What the text or the title has is not said again, unless there is no text.
std::string with_invitations(std::string text, std::string_view title, const MailPart& mail);

}  // namespace gisa
