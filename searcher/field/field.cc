#include "searcher/field/field.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "common/database/schema.h"
#include "common/news/byline.h"
#include "common/news/section.h"
#include "common/text/web_address.h"
#include "gisa/error.h"

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

// What a section is divided into does not count apart.
void collect_sections(const Article& article, Values& values) {
  for (std::string& section : sections_in(article.section)) values.push_back(std::move(section));
}

// The first characters of an ISO date: 2020-02.
template <std::size_t length>
void collect_date(const Article& article, Values& values) {
  const std::string_view date = article.date;
  if (date.size() >= length) values.emplace_back(date.substr(0, length));
}

std::vector<std::string> press_terms(std::string_view press) {
  return {schema::exact_term(schema::kPress, press)};
}

// A byline of several names has a term as well, but is no value of the facet.
std::vector<std::string> name_terms(std::string_view name) {
  if (names_in_byline(name) != Values{std::string(name)}) return {};
  return {schema::exact_term(schema::kByline, name)};
}

// 정치>국회_정당, and a value with several sections, have terms as well, but are no value of the
// facet.
std::vector<std::string> section_terms(std::string_view section) {
  if (sections_in(section) != Values{std::string(section)}) return {};
  return {schema::exact_term(schema::kSection, section)};
}

// `iso` as schema.h has it: 2020-02-03 is 20200203.
std::string date_term(std::string_view prefix, std::string_view iso) {
  std::string digits(iso);
  std::erase(digits, '-');
  return schema::exact_term(prefix, digits);
}

std::vector<std::string> year_terms(std::string_view year) {
  return {date_term(schema::kYear, year)};
}
std::vector<std::string> month_terms(std::string_view month) {
  return {date_term(schema::kMonth, month)};
}
std::vector<std::string> day_terms(std::string_view day) { return {date_term(schema::kDay, day)}; }

namespace chrono = std::chrono;

chrono::sys_days day_of(std::string_view date) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = 0;
    std::from_chars(date.data() + at, date.data() + at + digits, value);
    return value;
  };
  return chrono::year(number(0, 4)) / chrono::month(static_cast<unsigned>(number(5, 2))) /
         chrono::day(static_cast<unsigned>(number(8, 2)));
}

std::string iso_of(chrono::sys_days day) {
  const chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// The Monday of the week that `date` (2020-02-03T09:14) is in.
std::string monday_of(std::string_view date) {
  const chrono::sys_days day = day_of(date);
  return iso_of(day - (chrono::weekday(day) - chrono::Monday));
}

// A week is called by its Monday.
void collect_week(const Article& article, Values& values) {
  const std::string_view date = article.date;
  if (date.size() >= std::string_view("2020-02-03").size()) values.push_back(monday_of(date));
}

std::vector<std::string> week_terms(std::string_view monday) {
  if (monday.size() < std::string_view("2020-02-03").size()) return {};
  std::vector<std::string> terms;
  for (int day = 0; day < 7; ++day) {
    terms.push_back(date_term(schema::kDay, iso_of(day_of(monday) + chrono::days(day))));
  }
  return terms;
}

constexpr FacetField kPressFacets[] = {{"press", false, collect_press, press_terms}};
constexpr FacetField kBylineFacets[] = {{"by", false, collect_names, name_terms}};
constexpr FacetField kSectionFacets[] = {{"section", false, collect_sections, section_terms}};
constexpr FacetField kDateFacets[] = {
    {"year", true, collect_date<4>, year_terms},
    {"month", true, collect_date<7>, month_terms},
    {"week", true, collect_week, week_terms},
    {"day", true, collect_date<10>, day_terms},
};

constexpr Field kFields[] = {
    {"title", "title:", "제목:", FieldKind::words},
    {"press", "press:", "언론사:", FieldKind::contains, schema::kPress, member_of<&Article::press>,
     U"", kPressFacets},
    {"by", "by:", "기자:", FieldKind::contains, schema::kByline, member_of<&Article::byline>,
     U"기자", kBylineFacets},
    {"section", "section:", "분류:", FieldKind::contains, schema::kSection,
     member_of<&Article::section>, U"", kSectionFacets},
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

const Field& field_of_facet(std::string_view facet) {
  return *std::find_if(std::begin(kFields), std::end(kFields), [&](const Field& field) {
    return std::any_of(field.facets.begin(), field.facets.end(),
                       [&](const FacetField& its) { return its.name == facet; });
  });
}

const FacetField& facet_named(std::string_view name) {
  for (const Field& field : kFields) {
    for (const FacetField& facet : field.facets) {
      if (facet.name == name) return facet;
    }
  }
  throw Error(ErrorCode::usage, fmt::format("there is no facet {}", name), facet_names());
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
