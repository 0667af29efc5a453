#include "searcher/cli/request_arguments.h"

#include <string>
#include <vector>

#include "searcher/request/request_options.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

const po::value_semantic* value_of(const RequestOption& option) {
  if (option.is_flag()) return po::bool_switch();
  auto* const value = po::value<std::string>()->value_name(std::string(option.value_name));
  if (!option.fallback.empty()) value->default_value(std::string(option.fallback));
  return value;
}

}  // namespace

po::options_description request_arguments() {
  po::options_description table("What to find", 100);
  for (const RequestOption& option : request_options()) {
    std::string names(option.name);
    if (option.letter != 0) names.append(",").append(1, option.letter);
    table.add_options()(names.c_str(), value_of(option), option.about.c_str());
  }
  return table;
}

Request request_of(const po::variables_map& values) {
  std::vector<GivenOption> given;
  for (const RequestOption& option : request_options()) {
    const po::variable_value& value = values[std::string(option.name)];
    if (value.empty() || value.defaulted()) continue;
    given.push_back({&option, option.is_flag() ? std::string() : value.as<std::string>()});
  }
  return request_with(given, OptionStyle::terminal);
}

}  // namespace gisa
