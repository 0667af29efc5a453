#include "common/twin.h"

#include <algorithm>

#include "common/schema.h"

namespace gisa {

namespace {

// Between the two names; stands in no word.
constexpr char kBetween = '\t';

// What is met less often is left out.
constexpr std::uint32_t kLeastCount = 2;

// Those whose terms begin with `beginning`, as far as `wanted(word)` holds.
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
      if (twin.count >= kLeastCount && wanted(twin.word)) found.push_back(std::move(twin));
    }
    return found;
  });
  std::stable_sort(twins.begin(), twins.end(),
                   [](const Twin& a, const Twin& b) { return a.count > b.count; });
  return twins;
}

}  // namespace

std::vector<Twin> twins_of(Database& database, std::string_view word) {
  return twins_from(database, std::string(word) + kBetween,
                    [](const std::string&) { return true; });
}

std::vector<Twin> all_twins(Database& database) {
  return twins_from(database, "",
                    [](const std::string& word) { return word[0] < 'a' || word[0] > 'z'; });
}

std::string twin_term(std::string_view word, std::string_view other) {
  return std::string(word).append(1, kBetween).append(other);
}

}  // namespace gisa
