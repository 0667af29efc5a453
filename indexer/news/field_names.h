#pragma once

#include <string>
#include <string_view>

#include "gisa/article.h"

namespace gisa {

// The field of `article` that records call `name` (제목, headline, 본문, text, 일자, published_at
// ...; letter case does not matter), or nullptr for a name that means nothing here.
std::string* field_named(Article& article, std::string_view name);

// Copies into the empty fields of `article` what `other` has.
void fill_empty_fields(Article& article, const Article& other);

}  // namespace gisa
