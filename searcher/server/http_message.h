#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gisa {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method;
  std::string target;     // path and query, as sent
  HttpHeaders headers;    // names in lower case
  std::string body = {};  // of a POST

  // The value of the first header `name`, which is in lower case; empty if there is none.
  std::string_view header(std::string_view name) const {
    for (const auto& [known, value] : headers) {
      if (known == name) return value;
    }
    return {};
  }
};

struct HttpResponse {
  unsigned status = 200;
  std::string_view type;  // of the content
  std::string body;
  HttpHeaders headers = {};  // further ones, and instead of those that the server sends by itself
};

}  // namespace gisa
