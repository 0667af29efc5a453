#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The id that an article has when somebody calls it `given`: one line of valid UTF-8 in NFC,
// without what cannot be seen. The only way to make one, so that what was stored under an id is
// found by it.
std::string article_id(std::string_view given);

}  // namespace gisa
