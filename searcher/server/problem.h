#pragma once

#include "gisa/error.h"
#include "searcher/server/http_message.h"

namespace gisa {

// The status that an error of the searcher has.
unsigned status_of(ErrorCode code);

// What is wrong, as problem details (RFC 9457), with the `error` of docs/json.md among them.
HttpResponse problem(unsigned status, const Error& error);

}  // namespace gisa
