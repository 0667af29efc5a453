#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "gisa/article.h"

namespace gisa {

// The syllables around [begin, end) of `text`, which are syllables, if they are an eojeol between
// blanks or the ends of the text, perhaps with a stop or a comma behind: what it is does not depend
// on what stands around it. Else empty.
Span plain_eojeol(std::string_view text, std::size_t begin, std::size_t end);

// Particles behind a word of two syllables with which the index lists it as schema::kPlain. To add
// or drop one raises schema::kVersion.
std::span<const std::string_view> plain_particles();

// Whether `rest` is one of them, or nothing.
bool is_plain_rest(std::string_view rest);

}  // namespace gisa
