#pragma once

#include <string>

#include "indexer/news/record.h"
#include "indexer/readers/reader.h"

namespace gisa {

// Hands on the article that a record holds: its fields as the options map them, their text
// without markup, its address as the id where it has none. A record without title and body is
// reported to `input.problems`. `number` as in RecordSink. `notes` that somebody made on it stand
// behind its text.
void take_record(const ReaderInput& input, const Record& record, std::size_t number,
                 const std::string& notes = {});

// The same article, not handed on.
Article article_of_record(const FieldMap& fields, const Record& record);
Article article_of_record(const Record& record, const std::vector<FieldMap::Use>& uses);

}  // namespace gisa
