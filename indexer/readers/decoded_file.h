#pragma once

#include <string>

#include "common/text/encoding.h"
#include "indexer/readers/reader.h"

namespace gisa {

// All of a file as text: encoding detected, newlines as \n. Undecodable bytes are told to
// `input.problems`.
std::string read_decoded(const ReaderInput& input);

// Tells `input.problems` of bytes that became U+FFFD in `where`; `offset` is where the decoded
// bytes began.
void tell_undecodable(const ReaderInput& input, const std::string& where, const DecodedText& text,
                      std::size_t offset);

}  // namespace gisa
