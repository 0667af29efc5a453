#pragma once

#include "searcher/request/request.h"
#include "searcher/server/target.h"

namespace gisa {

// The request of /search?q=QUERY&OPTION=VALUE: flags are `true` or `false`, the last of several
// values counts. Its time limit is the server's to set: `timeout` is passed over. Throws Error
// (usage).
Request request_of(const Target& target);

}  // namespace gisa
