#pragma once

#include <string_view>
#include <vector>

#include "indexer/news/field_map.h"
#include "indexer/news/record.h"

namespace gisa {

// The articles of a text that has a label before each field, as crawlers print them: `제목: …`,
// `[날짜] …`, `TITLE = …`. A label is a name that `fields` knows; what follows that of the body is
// its text, up to the next line with the first label. Empty where the text does not begin with two
// labels of an article that has a title or a body.
std::vector<Record> records_of_labels(std::string_view text, const FieldMap& fields);

}  // namespace gisa
