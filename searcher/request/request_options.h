#pragma once

#include <boost/program_options.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/request/request.h"

namespace gisa {

// The options that say what to find: of the command line, and of a request to a server.
class RequestOptions {
 public:
  RequestOptions();
  RequestOptions(const RequestOptions&) = delete;  // the table points into it
  RequestOptions& operator=(const RequestOptions&) = delete;

  const boost::program_options::options_description& table() const { return table_; }

  // What was given of them; `values` were parsed with a table that has table() in it. Throws Error
  // (usage) for a value that makes no sense. Once.
  Request read(const boost::program_options::variables_map& values);

 private:
  void read_order();
  std::size_t bounded_limit();
  void read_facets(const boost::program_options::variables_map& values);

  boost::program_options::options_description table_;
  Request request_;
  long long limit_ = 0;
  long long offset_ = 0;
  long long per_article_ = 0;
  long long context_ = 0;
  long long timeout_ = 0;
  std::string sort_;
  std::string recent_;
  std::string facets_;
  bool any_ = false;
  bool all_words_ = false;
  bool all_ = false;
  bool no_correct_ = false;
};

}  // namespace gisa
