#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace gisa {

// Hands on the article that `mail` is, `number` as in RecordSink, and opens what is attached to it
// as what lies in `place`. A mail that cannot be read is reported.
void take_mail(const ReaderInput& input, std::string_view mail, std::size_t number,
               const std::string& place);

}  // namespace gisa
