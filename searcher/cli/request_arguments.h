#pragma once

#include <boost/program_options.hpp>

#include "searcher/request/request.h"

// The options of a request on the command line.
namespace gisa {

boost::program_options::options_description request_arguments();

// Of `values`, which were parsed with request_arguments() among others. Throws Error (usage).
Request request_of(const boost::program_options::variables_map& values);

}  // namespace gisa
