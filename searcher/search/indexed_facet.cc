#include "searcher/search/indexed_facet.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_map>

#include "common/database/schema.h"
#include "searcher/field/field.h"
#include "searcher/match/candidates.h"

namespace gisa {

namespace {

// 2020-02-03 of 20200203, the digits that the index has; of a month or a year as far as they go.
std::string iso_date(std::string_view digits) {
  std::string date(digits.substr(0, 4));
  for (std::size_t at = 4; at < digits.size(); at += 2) {
    date.append("-").append(digits.substr(at, 2));
  }
  return date;
}

Facet facet_of_dates(Database& database, const FacetField& field,
                     const std::vector<Xapian::docid>& passages) {
  constexpr std::size_t kDay = std::string_view("20200203").size();
  std::unordered_map<std::string, std::size_t> articles_of_day;
  for (const std::string& digits : values_of(database, passages, schema::kDateSlot)) {
    ++articles_of_day[digits.substr(0, kDay)];
  }
  Facet facet;
  std::unordered_map<std::string, std::size_t> counts;
  std::vector<std::string> values;
  for (const auto& [day, articles] : articles_of_day) {
    Article article;
    article.date = iso_date(day);
    values.clear();
    field.collect(article, values);
    if (values.empty()) facet.unknown += articles;
    for (const std::string& value : values) counts[value] += articles;
  }
  for (const auto& [value, articles] : counts) facet.values.push_back({value, articles});
  return facet;
}

// Whether it ends as schema::exact_term() ends what is too long.
bool is_cut(std::string_view term) {
  constexpr std::size_t kTail = std::string_view("~0123456789abcdef").size();
  if (term.size() < kTail || term[term.size() - kTail] != '~') return false;
  const std::string_view digits = term.substr(term.size() - kTail + 1);
  return std::all_of(digits.begin(), digits.end(),
                     [](unsigned char c) { return std::isxdigit(c) != 0; });
}

std::optional<Facet> facet_of_terms(Xapian::Database& db, const Field& field,
                                    const FacetField& facet_field,
                                    const std::vector<Xapian::docid>& passages) {
  Facet facet;
  if (passages.empty()) return facet;
  enum : char { kOther, kWanted, kKnown };
  std::vector<char> marks(passages.back() + 1, kOther);
  for (const Xapian::docid id : passages) marks[id] = kWanted;
  facet.unknown = passages.size();
  const std::string prefix(field.term_prefix);
  const auto end = db.allterms_end(prefix);
  for (auto term = db.allterms_begin(prefix); term != end; ++term) {
    std::string value = (*term).substr(prefix.size());
    if (facet_field.terms(value).empty()) continue;
    std::size_t articles = 0;
    for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
      if (*at >= marks.size() || marks[*at] == kOther) continue;
      ++articles;
      if (marks[*at] == kWanted) --facet.unknown;
      marks[*at] = kKnown;
    }
    if (articles > 0 && is_cut(*term)) return std::nullopt;
    if (articles > 0) facet.values.push_back({std::move(value), articles});
  }
  return facet;
}

}  // namespace

std::optional<Facet> indexed_facet(Database& database, const std::string& name,
                                   std::vector<Xapian::docid> passages) {
  if (!database.is_local()) return std::nullopt;
  std::sort(passages.begin(), passages.end());
  const Field& field = field_of_facet(name);
  const FacetField& facet_field = facet_named(name);
  std::optional<Facet> facet;
  if (field.kind == FieldKind::date) {
    facet = facet_of_dates(database, facet_field, passages);
  } else {
    facet = database.read(
        [&](Xapian::Database& db) { return facet_of_terms(db, field, facet_field, passages); });
  }
  if (facet) facet->field = name;
  return facet;
}

}  // namespace gisa
