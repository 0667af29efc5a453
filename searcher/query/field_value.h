#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "gisa/query.h"
#include "searcher/field/field.h"
#include "searcher/query/day_range.h"

namespace gisa {

// What stands behind `press:`, `date:` and the other fields that are no text, as filters: its words
// and phrases become Op::filter or Op::date, the operators around them stay, a row wants all of
// them. Nothing if nothing usable is left; notes say what was not.
std::optional<Query> field_value(const Field& field, Query value, std::string_view today,
                                 std::vector<Note>& notes);

// The filter for `range`, as `text` names it. A note says if it was turned.
Query date_filter(const DayRange& range, std::string_view text, std::vector<Note>& notes);

}  // namespace gisa
