#include "common/database/alias.h"

#include <algorithm>

#include "common/database/schema.h"

namespace gisa {

namespace {

// Between the two names; stands in no word.
constexpr char kBetween = '\t';

// What is met less often is left out.
constexpr std::uint32_t kLeastCount = 2;

// Those whose terms begin with `beginning`, as far as `wanted(alias)` holds.
template <typename Wanted>
std::vector<Alias> aliases_from(Database& database, const std::string& beginning, Wanted wanted) {
  const std::string prefix = std::string(schema::kAlias) + beginning;
  std::vector<Alias> aliases = database.read([&](Xapian::Database& db) {
    std::vector<Alias> found;
    const auto end = db.allterms_end(prefix);
    for (auto at = db.allterms_begin(prefix); at != end; ++at) {
      const std::string term = (*at).substr(schema::kAlias.size());
      const std::size_t between = term.find(kBetween);
      Alias alias{term.substr(0, between), term.substr(between + 1), at.get_termfreq()};
      if (alias.count >= kLeastCount && wanted(alias)) found.push_back(std::move(alias));
    }
    return found;
  });
  std::stable_sort(aliases.begin(), aliases.end(),
                   [](const Alias& a, const Alias& b) { return a.count > b.count; });
  return aliases;
}

}  // namespace

std::vector<Alias> aliases_of(Database& database, std::string_view word) {
  return aliases_from(database, std::string(word) + kBetween, [](const Alias&) { return true; });
}

std::vector<Alias> all_aliases(Database& database) {
  const auto is_latin = [](const std::string& name) { return name[0] >= 'a' && name[0] <= 'z'; };
  return aliases_from(database, "", [&](const Alias& alias) {
    return is_latin(alias.other) ||
           (!is_latin(alias.word) && alias.other.size() < alias.word.size());
  });
}

std::string alias_term(std::string_view word, std::string_view other) {
  return std::string(word).append(1, kBetween).append(other);
}

}  // namespace gisa
