#include "searcher/server/origin_policy.h"

#include <fmt/format.h>

#include "common/text/lower_ascii.h"
#include "common/text/web_address.h"
#include "gisa/error.h"
#include "searcher/server/problem.h"

namespace gisa {

namespace {

// A browser says for which site it asks. A link that somebody follows to the page is not a request
// by the site that it stands on.
bool is_from_elsewhere(const HttpRequest& request, const std::string& host) {
  if (const std::string_view sent = request.header("origin"); !sent.empty()) {
    const std::string origin = lower_ascii(sent);
    return origin != "http://" + host && origin != "https://" + host;
  }
  const std::string site = lower_ascii(request.header("sec-fetch-site"));
  if (site.empty() || site == "same-origin" || site == "none") return false;
  const std::string_view path =
      std::string_view(request.target).substr(0, request.target.find('?'));
  return path != "/" || lower_ascii(request.header("sec-fetch-mode")) != "navigate";
}

// scheme://host or scheme://host:port, as a browser sends it.
std::string checked_origin(const std::string& site) {
  const std::string origin = lower_ascii(site);
  const std::size_t scheme = origin.find("://");
  if (!is_web_address(origin) || scheme + 3 >= origin.size() ||
      origin.find_first_of("/?#* ", scheme + 3) != std::string::npos) {
    throw Error(
        ErrorCode::usage, fmt::format("{} is no origin of a site", site),
        "as in --allow-origin https://desk.example:8443, without a path; one for each site");
  }
  return origin;
}

HttpResponse forbidden(const char* message, const char* hint) {
  return problem(403, Error(ErrorCode::usage, message, hint));
}

}  // namespace

OriginPolicy::OriginPolicy(const std::string& address, bool is_loopback,
                           const std::vector<std::string>& sites) {
  for (const std::string& site : sites) sites_.insert(checked_origin(site));
  if (!is_loopback) return;
  const std::size_t colon = address.rfind(':');
  const std::string port = address.substr(colon);
  for (const std::string& name : {address.substr(0, colon), std::string("localhost"),
                                  std::string("127.0.0.1"), std::string("[::1]")}) {
    hosts_.insert(name + port);
    if (port == ":80") hosts_.insert(name);  // browsers leave it out
  }
}

bool OriginPolicy::is_named_site(const HttpRequest& request) const {
  return sites_.count(lower_ascii(request.header("origin"))) > 0;
}

std::optional<HttpResponse> OriginPolicy::refusal(const HttpRequest& request) const {
  // A page elsewhere whose name was made to mean this machine sends its own name.
  const std::string host = lower_ascii(request.header("host"));
  if (!hosts_.empty() && hosts_.count(host) == 0) {
    return forbidden("this host is not served", "ask by the address that gisa-search printed");
  }
  if (is_from_elsewhere(request, host) && !is_named_site(request)) {
    return forbidden("a page of another site may not ask",
                     "open the page itself, or start gisa-search with --allow-origin");
  }
  return std::nullopt;
}

HttpHeaders OriginPolicy::headers(const HttpRequest& request) const {
  if (sites_.empty()) return {};
  HttpHeaders headers = {{"Vary", "Origin"}};
  if (!is_named_site(request)) return headers;
  headers.emplace_back("Access-Control-Allow-Origin", request.header("origin"));
  headers.emplace_back("Access-Control-Expose-Headers", "ETag");
  if (request.method == "OPTIONS") {
    headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, POST");
    headers.emplace_back("Access-Control-Allow-Headers", "Content-Type, If-None-Match");
    headers.emplace_back("Access-Control-Max-Age", "600");
    if (request.header("access-control-request-private-network") == "true") {
      headers.emplace_back("Access-Control-Allow-Private-Network", "true");
    }
  }
  return headers;
}

}  // namespace gisa
