#pragma once

#include <string_view>

#include "indexer/readers/reader.h"

namespace gisa {

// Hands on the article that `mail` is, all of `input`, and opens what is attached to it. A mail
// that cannot be read is reported.
void take_mail(const ReaderInput& input, std::string_view mail);

}  // namespace gisa
