#include "common/database/twin.h"

#include <algorithm>

#include "common/database/schema.h"

namespace gisa {

namespace {

// Between the two names; stands in no word.
constexpr char kBetween = '\t';

// What is met less often is left out.
constexpr std::uint32_t kLeastCount = 2;

// Those whose terms begin with `beginning`, as far as `wanted(twin)` holds.
template <typename Wanted>
std::vector<Twin> twins_from(Database& database, const std::string& beginning, Wanted wanted) {
  const std::string prefix = std::string(schema::kTwin) + beginning;
  std::vector<Twin> twins = database.read([&](Xapian::Database& db) {
    std::vector<Twin> found;
    const auto end = db.allterms_end(prefix);
    for (auto at = db.allterms_begin(prefix); at != end; ++at) {
      const std::string term = (*at).substr(schema::kTwin.size());
      const std::size_t between = term.find(kBetween);
      Twin twin{term.substr(0, between), term.substr(between + 1), at.get_termfreq()};
      if (twin.count >= kLeastCount && wanted(twin)) found.push_back(std::move(twin));
    }
    return found;
  });
  std::stable_sort(twins.begin(), twins.end(),
                   [](const Twin& a, const Twin& b) { return a.count > b.count; });
  return twins;
}

}  // namespace

std::vector<Twin> twins_of(Database& database, std::string_view word) {
  return twins_from(database, std::string(word) + kBetween, [](const Twin&) { return true; });
}

std::vector<Twin> all_twins(Database& database) {
  const auto is_latin = [](const std::string& name) { return name[0] >= 'a' && name[0] <= 'z'; };
  return twins_from(database, "", [&](const Twin& twin) {
    return is_latin(twin.other) || (!is_latin(twin.word) && twin.other.size() < twin.word.size());
  });
}

std::string twin_term(std::string_view word, std::string_view other) {
  return std::string(word).append(1, kBetween).append(other);
}

}  // namespace gisa
