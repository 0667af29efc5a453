#include "searcher/cli/request_arguments.h"

#include <string>
#include <vector>

#include "common/cli/language.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

const po::value_semantic* value_of(const RequestOption& option) {
  if (option.is_flag()) return po::bool_switch();
  if (option.repeats) {
    return po::value<std::vector<std::string>>()->value_name(std::string(option.value_name));
  }
  auto* const value = po::value<std::string>()->value_name(std::string(option.value_name));
  if (!option.fallback.empty()) value->default_value(std::string(option.fallback));
  return value;
}

}  // namespace

po::options_description request_arguments() {
  po::options_description table(tr("What to find"), bytes_in(100));
  for (const RequestOption& option : request_options()) {
    std::string names(option.name);
    if (option.letter != 0) names.append(",").append(1, option.letter);
    table.add_options()(names.c_str(), value_of(option), option.help(tr(option.about)).c_str());
  }
  return table;
}

std::vector<GivenOption> given_options(const po::variables_map& values) {
  std::vector<GivenOption> given;
  for (const RequestOption& option : request_options()) {
    const po::variable_value& value = values[std::string(option.name)];
    if (value.empty() || value.defaulted()) continue;
    if (option.repeats) {
      for (const auto& one : value.as<std::vector<std::string>>()) given.push_back({&option, one});
      continue;
    }
    given.push_back({&option, option.is_flag() ? std::string() : value.as<std::string>()});
  }
  return given;
}

Request request_of(const po::variables_map& values) {
  return request_with(given_options(values), OptionStyle::terminal);
}

}  // namespace gisa
