#include "searcher/server/url_request.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request/request_options.h"

namespace gisa {

Request request_of(const Target& target) {
  std::string query;
  std::map<std::string_view, const std::string*> values;
  std::vector<GivenOption> given;
  for (const auto& [name, value] : target.parameters) {
    if (name == "q") {
      query = value;
    } else if (name != "timeout") {
      const RequestOption& option = request_option(name);
      if (option.repeats) {
        given.push_back({&option, value});
      } else {
        values[name] = &value;
      }
    }
  }
  for (const auto& [name, value] : values) {
    const RequestOption& option = request_option(name);
    if (option.is_flag()) {
      if (value->empty()) throw has_no_value(option, OptionStyle::request);
      if (*value == "false") continue;
      if (*value != "true") throw cannot_be(option, *value, OptionStyle::request);
    }
    given.push_back({&option, *value});
  }
  Request request = request_with(given, OptionStyle::request);
  request.text = query;
  return request;
}

}  // namespace gisa
