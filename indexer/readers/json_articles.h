#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

#include "indexer/readers/reader.h"

namespace gisa {

// Hands on the articles of one JSON value after the other, as a file holds them.
class JsonArticles {
 public:
  explicit JsonArticles(const ReaderInput& input) : input_(input) {}

  enum class Found {
    articles,
    nothing,      // neither a title nor a body in it
    bulk_action,  // what Elasticsearch is to do with the value that follows
    no_article,   // a number or a single word
  };

  // `number`: of the first article in `value`. `alone`: the value is all the file holds.
  Found take(const nlohmann::json& value, std::size_t number, bool alone);

  // How many the last value held.
  std::size_t count() const { return count_; }

 private:
  Found take_string(const std::string& text, std::size_t number, bool alone);

  const ReaderInput& input_;
  std::string id_;  // that a bulk action gives to the next value
  std::size_t count_ = 0;
};

}  // namespace gisa
