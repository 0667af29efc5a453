#include "searcher/postings/index_query.h"

#include <algorithm>
#include <utility>

namespace gisa {

struct IndexQuery::Node {
  Kind kind;
  std::string term = {};
  double factor = 1;
  std::vector<IndexQuery> parts = {};
  Xapian::Query other = {};
};

IndexQuery::IndexQuery(Node node) : node_(std::make_shared<const Node>(std::move(node))) {}

IndexQuery::IndexQuery(std::string term)
    : IndexQuery(Node{.kind = Kind::term, .term = std::move(term)}) {}

IndexQuery IndexQuery::everything() { return IndexQuery(Node{.kind = Kind::everything}); }

IndexQuery IndexQuery::any(std::vector<IndexQuery> parts) {
  std::erase_if(parts, [](const IndexQuery& part) { return part.empty(); });
  if (parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  return IndexQuery(Node{.kind = Kind::any, .parts = std::move(parts)});
}

IndexQuery IndexQuery::any_term(const std::vector<std::string>& terms) {
  std::vector<IndexQuery> parts;
  for (const std::string& term : terms) parts.emplace_back(term);
  return any(std::move(parts));
}

IndexQuery IndexQuery::all(std::vector<IndexQuery> parts) {
  const bool lacks =
      std::any_of(parts.begin(), parts.end(), [](const IndexQuery& part) { return part.empty(); });
  if (lacks || parts.empty()) return {};
  if (parts.size() == 1) return parts.front();
  return IndexQuery(Node{.kind = Kind::all, .parts = std::move(parts)});
}

IndexQuery IndexQuery::filtered(IndexQuery query, IndexQuery filter) {
  if (query.empty() || filter.empty()) return {};
  return IndexQuery(Node{.kind = Kind::filter, .parts = {std::move(query), std::move(filter)}});
}

IndexQuery IndexQuery::except(IndexQuery query, IndexQuery unwanted) {
  if (query.empty() || unwanted.empty()) return query;
  return IndexQuery(Node{.kind = Kind::except, .parts = {std::move(query), std::move(unwanted)}});
}

IndexQuery IndexQuery::scaled(IndexQuery query, double factor) {
  if (query.empty()) return {};
  return IndexQuery(Node{.kind = Kind::scale, .factor = factor, .parts = {std::move(query)}});
}

IndexQuery IndexQuery::other(Xapian::Query query) {
  return IndexQuery(Node{.kind = Kind::other, .other = std::move(query)});
}

IndexQuery::Kind IndexQuery::kind() const { return node_ ? node_->kind : Kind::nothing; }

const std::string& IndexQuery::term() const { return node_->term; }

double IndexQuery::factor() const { return node_->factor; }

const std::vector<IndexQuery>& IndexQuery::parts() const { return node_->parts; }

Xapian::Query IndexQuery::to_xapian() const {
  if (!node_) return {};
  std::vector<Xapian::Query> parts;
  for (const IndexQuery& part : node_->parts) parts.push_back(part.to_xapian());
  switch (node_->kind) {
    case Kind::nothing: return {};
    case Kind::everything: return Xapian::Query::MatchAll;
    case Kind::term: return Xapian::Query(node_->term);
    case Kind::any: return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
    case Kind::all: return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
    case Kind::filter: return {Xapian::Query::OP_FILTER, parts.at(0), parts.at(1)};
    case Kind::except: return {Xapian::Query::OP_AND_NOT, parts.at(0), parts.at(1)};
    case Kind::scale: return {Xapian::Query::OP_SCALE_WEIGHT, parts.at(0), node_->factor};
    case Kind::other: return node_->other;
  }
  return {};
}

}  // namespace gisa
