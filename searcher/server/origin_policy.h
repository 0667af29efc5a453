#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "searcher/server/http_message.h"

namespace gisa {

// Who may ask: everybody who reaches the server, but not a page of another site through its
// reader's browser, unless the site is named.
class OriginPolicy {
 public:
  // Of a server that listens at `address`; one that only this machine reaches is asked by its own
  // names alone. `sites` are the origins of other sites that may ask, as in https://desk.example.
  // Throws Error (usage) for what is no origin.
  OriginPolicy(const std::string& address, bool is_loopback, const std::vector<std::string>& sites);

  // Why the request is not answered, if so.
  std::optional<HttpResponse> refusal(const HttpRequest& request) const;

  // What lets the page of a named site see the answer (CORS); empty if no other site asks.
  HttpHeaders headers(const HttpRequest& request) const;

 private:
  bool is_named_site(const HttpRequest& request) const;

  std::set<std::string> hosts_;  // by which the server may be asked; empty: any
  std::set<std::string> sites_;  // in lower case
};

}  // namespace gisa
