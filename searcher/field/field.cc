#include "searcher/field/field.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "common/database/schema.h"
#include "common/news/byline.h"
#include "common/text/web_address.h"

namespace gisa {

namespace {

using Values = std::vector<std::string>;

template <std::string Article::*member>
const std::string& member_of(const StoredPassage& passage) {
  return passage.article.*member;
}

const std::string& path_of(const StoredPassage& passage) { return passage.source; }

const std::string& web_address_of(const StoredPassage& passage) {
  return address_of(passage.article);
}

void collect_press(const Article& article, Values& values) {
  if (!article.press.empty()) values.push_back(article.press);
}

// An article of two reporters counts for both.
void collect_names(const Article& article, Values& values) {
  for (std::string& name : names_in_byline(article.byline)) {
    if (std::find(values.begin(), values.end(), name) == values.end()) {
      values.push_back(std::move(name));
    }
  }
}

// The first characters of an ISO date: 2020-02.
template <std::size_t length>
void collect_date(const Article& article, Values& values) {
  const std::string_view date = article.date;
  if (date.size() >= length) values.emplace_back(date.substr(0, length));
}

// The Monday of the week that `date` (2020-02-03T09:14) is in.
std::string monday_of(std::string_view date) {
  namespace chrono = std::chrono;
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    std::from_chars(date.data() + at, date.data() + at + digits, value);
    return value;
  };
  const chrono::sys_days day = chrono::year(number(0, 4)) /
                               chrono::month(static_cast<unsigned>(number(5, 2))) /
                               chrono::day(static_cast<unsigned>(number(8, 2)));
  const chrono::year_month_day monday(day - (chrono::weekday(day) - chrono::Monday));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(monday.year()),
                     static_cast<unsigned>(monday.month()), static_cast<unsigned>(monday.day()));
}

// A week is called by its Monday.
void collect_week(const Article& article, Values& values) {
  const std::string_view date = article.date;
  if (date.size() >= std::string_view("2020-02-03").size()) values.push_back(monday_of(date));
}

constexpr FacetField kPressFacets[] = {{"press", false, collect_press}};
constexpr FacetField kBylineFacets[] = {{"by", false, collect_names}};
constexpr FacetField kDateFacets[] = {
    {"year", true, collect_date<4>},
    {"month", true, collect_date<7>},
    {"week", true, collect_week},
    {"day", true, collect_date<10>},
};

constexpr Field kFields[] = {
    {"title", "title:", "제목:", FieldKind::words},
    {"press", "press:", "언론사:", FieldKind::contains, schema::kPress, member_of<&Article::press>,
     U"", kPressFacets},
    {"by", "by:", "기자:", FieldKind::contains, schema::kByline, member_of<&Article::byline>,
     U"기자", kBylineFacets},
    {"date", "date:", "날짜:", FieldKind::date, "", nullptr, U"", kDateFacets},
    {"id", "id:", "", FieldKind::whole, schema::kArticleId, member_of<&Article::id>},
    {"url", "url:", "", FieldKind::part, "", web_address_of},
    {"path", "path:", "", FieldKind::part, schema::kSource, path_of},
};

}  // namespace

std::span<const Field> fields() { return kFields; }

const Field& field_named(std::string_view name) {
  return *std::find_if(std::begin(kFields), std::end(kFields),
                       [&](const Field& field) { return field.name == name; });
}

const std::vector<WrittenField>& written_fields() {
  static const std::vector<WrittenField> all = [] {
    std::vector<WrittenField> out;
    for (const Field& field : kFields) {
      out.push_back({field.written, &field});
      if (!field.korean.empty()) out.push_back({field.korean, &field});
    }
    return out;
  }();
  return all;
}

const FacetField* find_facet(std::string_view name) {
  for (const Field& field : kFields) {
    for (const FacetField& facet : field.facets) {
      if (facet.name == name) return &facet;
    }
  }
  return nullptr;
}

std::string facet_names() {
  std::string names;
  for (const Field& field : kFields) {
    for (const FacetField& facet : field.facets) {
      names.append(names.empty() ? "" : "|").append(facet.name);
    }
  }
  return names;
}

}  // namespace gisa
