#pragma once

#include <boost/program_options.hpp>

#include <vector>

#include "searcher/request/request.h"
#include "searcher/request/request_options.h"

// The options of a request on the command line.
namespace gisa {

boost::program_options::options_description request_arguments();

// The options in `values`, which were parsed with request_arguments() among others, that are no
// defaults.
std::vector<GivenOption> given_options(const boost::program_options::variables_map& values);

// Of `values`, which were parsed with request_arguments() among others. Throws Error (usage).
Request request_of(const boost::program_options::variables_map& values);

}  // namespace gisa
