#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/error/xapian_error.h"

namespace gisa {

// What the index is asked for: a tree of terms, as Xapian's queries are, but one that can be read.
// A value; copies share what they are made of. One thread at a time may make and copy those that
// share something.
class IndexQuery {
 public:
  enum class Kind : std::uint8_t {
    nothing,
    everything,  // scores nothing
    term,
    any,     // scores the sum of those parts that match
    all,     // the same of all of its parts
    filter,  // matches as all of its parts do, scores as the first
    except,  // the first part where the second does not match
    scale,   // the first part, its score times factor()
    other,   // what only Xapian can match: other()
  };

  IndexQuery() = default;  // nothing
  explicit IndexQuery(std::string term);

  static IndexQuery everything();
  static IndexQuery any(std::vector<IndexQuery> parts);
  static IndexQuery any_term(const std::vector<std::string>& terms);
  static IndexQuery all(std::vector<IndexQuery> parts);  // nothing if a part is nothing
  static IndexQuery filtered(IndexQuery query, IndexQuery filter);
  static IndexQuery except(IndexQuery query, IndexQuery unwanted);
  static IndexQuery scaled(IndexQuery query, double factor);  // 0 or more
  static IndexQuery other(Xapian::Query query);

  // Matches nothing.
  bool empty() const { return node_ == nullptr; }

  Kind kind() const;
  const std::string& term() const;
  double factor() const;
  const std::vector<IndexQuery>& parts() const;

  // The same for Xapian.
  Xapian::Query to_xapian() const;

 private:
  struct Node;
  explicit IndexQuery(Node node);

  std::shared_ptr<const Node> node_;
};

}  // namespace gisa
