#include "searcher/match/filter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/database/schema.h"
#include "common/text/lower_ascii.h"
#include "searcher/field/field.h"
#include "searcher/query/day_range.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

// More values than these are not looked up one by one: the text decides.
constexpr std::size_t kMostValues = 1000;

// Bytes from which a term may be the beginning of a longer value (schema::exact_term).
constexpr std::size_t kMaybeCut = 230;

// Whether a value of a field is what was asked for.
class ValueTest {
 public:
  ValueTest(const Field& field, std::string asked)
      : kind_(field.kind), begins_(asked.ends_with('*')) {
    if (begins_) asked.pop_back();
    folded_ = folded_chars(asked);
    const std::u32string_view end = field.left_out;
    if (folded_.size() > end.size() && folded_.ends_with(end)) {
      folded_.resize(folded_.size() - end.size());
    }
    asked_ = kind_ == FieldKind::part ? lower_ascii(asked) : std::move(asked);
  }

  bool operator()(const std::string& value) const {
    if (kind_ == FieldKind::contains) {
      const std::u32string chars = folded_chars(value);
      return begins_ ? chars.starts_with(folded_) : chars.find(folded_) != chars.npos;
    }
    const std::string text = kind_ == FieldKind::part ? lower_ascii(value) : value;
    if (begins_) return text.starts_with(asked_);
    return kind_ == FieldKind::whole ? text == asked_ : text.find(asked_) != text.npos;
  }

  // The one value that can be asked for, if there is only one.
  bool is_one_value() const { return kind_ == FieldKind::whole && !begins_; }

 private:
  FieldKind kind_;
  bool begins_;
  std::u32string folded_;
  std::string asked_;
};

IndexQuery without_weight(IndexQuery query) { return IndexQuery::scaled(std::move(query), 0); }

IndexQuery any_term(const std::vector<std::string>& terms) {
  return without_weight(IndexQuery::any_term(terms));
}

// The days, months and years that make up a range, as terms.
class DateTerms {
 public:
  DateTerms(const std::string& first, const std::string& last) : first_(first), last_(last) {}

  void add(const std::string& iso) {
    const std::string begin = first_day_of(iso);
    const std::string end = last_day_of(iso);
    if (begin.empty() || end < first_ || (!last_.empty() && begin > last_)) return;
    if (issued_within(iso, first_, last_)) return add_term(iso);
    const int parts = iso.size() == 4 ? 12 : 31;
    for (int part = 1; part <= parts && iso.size() < 10; ++part) {
      add(fmt::format("{}-{:02}", iso, part));
    }
  }

  std::vector<std::string> take() && { return std::move(terms_); }

 private:
  void add_term(const std::string& iso) {
    const std::string_view prefix = iso.size() == 4   ? schema::kYear
                                    : iso.size() == 7 ? schema::kMonth
                                                      : schema::kDay;
    std::string digits = iso;
    std::erase(digits, '-');
    terms_.push_back(schema::exact_term(prefix, digits));
  }

  const std::string& first_;
  const std::string& last_;
  std::vector<std::string> terms_;
};

}  // namespace

FilterCandidates filter_candidates(Database& database, const std::string& field,
                                   const std::string& value) {
  const Field& asked = field_named(field);
  const std::string_view prefix = asked.term_prefix;
  const FilterCandidates any = {without_weight(IndexQuery::everything()), false};
  if (prefix.empty()) return any;
  const ValueTest test(asked, value);
  std::vector<std::string> terms = {schema::exact_term(prefix, value)};
  bool exact = terms.front().size() < kMaybeCut;
  if (!test.is_one_value()) {
    database.read([&](Xapian::Database& db) {
      terms.resize(1);
      exact = terms.front().size() < kMaybeCut;
      const std::string all(prefix);
      const auto end = db.allterms_end(all);
      for (auto term = db.allterms_begin(all); term != end; ++term) {
        const std::string found = *term;
        const bool is_cut = found.size() >= kMaybeCut;
        exact = exact && !is_cut;
        if (is_cut || test(found.substr(prefix.size()))) terms.push_back(found);
        if (terms.size() > kMostValues) break;
      }
      return 0;
    });
  }
  if (terms.size() > kMostValues) return any;
  return {any_term(terms), exact};
}

bool passes_filter(const StoredPassage& passage, const std::string& field,
                   const std::string& value) {
  const Field& asked = field_named(field);
  return ValueTest(asked, value)(asked.value(passage));
}

FilterCandidates facet_candidates(const std::string& facet,
                                  const std::vector<std::string>& values) {
  const FacetField& field = facet_named(facet);
  std::vector<std::string> terms;
  for (const std::string& value : values) {
    for (std::string& term : field.terms(value)) terms.push_back(std::move(term));
  }
  const bool exact = std::all_of(terms.begin(), terms.end(),
                                 [](const std::string& term) { return term.size() < kMaybeCut; });
  if (terms.empty()) terms.emplace_back(schema::kYear);  // no article has it
  return {any_term(terms), exact};
}

bool is_counted_under(const Article& article, const std::string& facet,
                      const std::vector<std::string>& values) {
  std::vector<std::string> own;
  facet_named(facet).collect(article, own);
  return std::find_first_of(own.begin(), own.end(), values.begin(), values.end()) != own.end();
}

FilterCandidates date_candidates(Database& database, const std::string& first,
                                 const std::string& last) {
  DateTerms dates(first, last);
  const std::string years(schema::kYear);
  for (const std::string& year : database.read([&](Xapian::Database& db) {
         return std::vector<std::string>(db.allterms_begin(years), db.allterms_end(years));
       })) {
    dates.add(year.substr(years.size()));
  }
  std::vector<std::string> terms = std::move(dates).take();
  if (terms.empty()) terms.push_back(years);  // no article has it
  return {any_term(terms), true};
}

bool issued_within(const std::string& date, const std::string& first, const std::string& last) {
  const std::string begin = first_day_of(date);
  return !begin.empty() && begin >= first && (last.empty() || last_day_of(date) <= last);
}

}  // namespace gisa
