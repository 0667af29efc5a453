#include "searcher/query/fields.h"

#include <algorithm>

namespace gisa {

namespace {

constexpr Field kFields[] = {
    {"title:", "title", FieldKind::words},    {"제목:", "title", FieldKind::words},
    {"press:", "press", FieldKind::contains}, {"언론사:", "press", FieldKind::contains},
    {"by:", "by", FieldKind::contains},       {"기자:", "by", FieldKind::contains},
    {"date:", "date", FieldKind::date},       {"날짜:", "date", FieldKind::date},
    {"id:", "id", FieldKind::whole},          {"url:", "url", FieldKind::part},
    {"path:", "path", FieldKind::part},
};

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field& field_named(std::string_view name) {
  return *std::find_if(std::begin(kFields), std::end(kFields),
                       [&](const Field& field) { return field.name == name; });
}

}  // namespace gisa
