#include "searcher/server/web.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>

#include "common/error/foreign_error.h"
#include "common/text/lower_ascii.h"
#include "gisa/json.h"
#include "searcher/outputs/json.h"
#include "searcher/request/request.h"
#include "searcher/server/assets.h"
#include "searcher/server/http_server.h"
#include "searcher/server/json_request.h"
#include "searcher/server/searchers.h"
#include "searcher/server/target.h"
#include "searcher/server/url_request.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestQuery = 2000;  // bytes
constexpr std::size_t kMostPassages = 1000;  // of an article
constexpr std::chrono::seconds kTimeout(10);
constexpr std::string_view kJson = "application/json; charset=utf-8";

HttpResponse failure(unsigned status, const Error& error) {
  return {status, kJson, fmt::format(R"({{"error":{}}})", in_json(error))};
}

HttpResponse failure(unsigned status, const char* message, const char* hint) {
  return failure(status, Error(ErrorCode::usage, message, hint));
}

unsigned status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return 400;
    case ErrorCode::input: return 404;
    case ErrorCode::timeout:
    case ErrorCode::database_busy:
    case ErrorCode::database_missing: return 503;
    default: return 500;
  }
}

// A browser says for which site it asks. A link that somebody follows to the page is not a request
// by the site that it stands on.
bool is_from_elsewhere(const HttpRequest& request, const std::string& host) {
  if (!request.origin.empty()) {
    const std::string origin = lower_ascii(request.origin);
    return origin != "http://" + host && origin != "https://" + host;
  }
  const std::string site = lower_ascii(request.fetch_site);
  if (site.empty() || site == "same-origin" || site == "none") return false;
  const std::string_view path =
      std::string_view(request.target).substr(0, request.target.find('?'));
  return path != "/" || lower_ascii(request.fetch_mode) != "navigate";
}

class Web {
 public:
  Web(const HttpServer& server, std::vector<std::string> databases, bool partial,
      std::string synonyms)
      : searchers_(std::move(databases), partial), synonyms_(std::move(synonyms)) {
    if (!server.is_loopback()) return;
    const std::string address = server.address();
    const std::size_t colon = address.rfind(':');
    const std::string port = address.substr(colon);
    for (const std::string& name : {address.substr(0, colon), std::string("localhost"),
                                    std::string("127.0.0.1"), std::string("[::1]")}) {
      hosts_.insert(name + port);
      if (port == ":80") hosts_.insert(name);  // browsers leave it out
    }
  }

  void tend() { searchers_.release_old(); }

  HttpResponse answer(const HttpRequest& request) {
    try {
      return routed(request);
    } catch (...) {
      const Error error = as_error(std::current_exception());
      return failure(status_of(error.code()), error);
    }
  }

 private:
  HttpResponse routed(const HttpRequest& request) {
    // A page elsewhere whose name was made to mean this machine sends its own name.
    const std::string host = lower_ascii(request.host);
    if (!hosts_.empty() && hosts_.count(host) == 0) {
      return failure(403, "this host is not served", "ask by the address that gisa-search printed");
    }
    if (is_from_elsewhere(request, host)) {
      return failure(403, "a page of another site may not ask", "open the page itself");
    }
    if (request.method != "GET" && request.method != "HEAD") {
      return failure(405, "only GET and HEAD are served", "");
    }
    const auto target = parse_target(request.target);
    if (!target) return failure(400, "the address is not well written", "");
    if (target->path == "/search") return search(*target);
    if (target->path == "/article") return article(*target);
    for (const Asset& asset : assets()) {
      if (asset.path == target->path) return {200, asset.type, std::string(asset.bytes)};
    }
    return failure(404, "there is nothing at this address", "try /");
  }

  HttpResponse search(const Target& target) {
    Request request = request_of(target);
    if (request.text.size() > kLongestQuery) {
      return failure(414, "the query is longer than 2000 bytes", "shorten it");
    }
    request.search.time_limit = kTimeout;
    return {200, kJson, searchers_.use([&](Searcher& searcher) {
              return answer_in_json(searcher, request, synonyms_);
            })};
  }

  // All passages of the article `id` in their order; those that answer `q` have its highlights.
  HttpResponse article(const Target& target) {
    Request request;
    std::string id;
    for (const auto& [name, value] : target.parameters) {
      if (name == "id") id = value;
      if (name == "q") request.text = value;
    }
    if (request.text.size() > kLongestQuery) {
      return failure(414, "the query is longer than 2000 bytes", "shorten it");
    }
    return searchers_.use([&](Searcher& searcher) {
      searcher.refresh();
      Answer whole{{}, request.text, {}};
      whole.result.hits = searcher.article(id, &whole.result.notes);
      whole.result.total = 1;
      whole.result.total_exact = true;
      mark(searcher, request.text, id, whole.result);
      return HttpResponse{200, kJson, line_of(to_json(whole, {}))};
    });
  }

  void mark(Searcher& searcher, const std::string& text, const std::string& id,
            SearchResult& article) const {
    Query query = parse_query(text).query;
    const Query only_it{Op::filter, "id", {id}};
    if (query.op != Op::best) query = {Op::best, {}, {}, {query}};
    if (query.parts.empty()) return;
    query.parts.push_back(only_it);
    SearchOptions options;
    options.limit = kMostPassages;
    options.per_article = 0;
    options.fold = false;
    options.correct = false;
    options.synonyms = synonyms_;
    for (const Hit& found : searcher.search(query, options).hits) {
      for (Hit& hit : article.hits) {
        if (hit.text != found.text) continue;
        hit.highlights = found.highlights;
        hit.title_highlights = found.title_highlights;
        hit.snippet = found.snippet;
      }
    }
  }

  Searchers searchers_;
  const std::string synonyms_;
  std::set<std::string> hosts_;  // by which it may be asked; empty: any
};

}  // namespace

void serve_web(const std::string& address, const std::vector<std::string>& databases, bool partial,
               const std::string& synonyms) {
  HttpServer server(address);
  Web web(server, databases, partial, synonyms);
  std::cout << "http://" << server.address() << "/" << std::endl;
  if (!server.is_loopback()) {
    std::cerr << "gisa-search: everybody who reaches " << server.address()
              << " can read all articles\n";
  }
  server.run([&](const HttpRequest& request) { return web.answer(request); }, [&] { web.tend(); });
}

}  // namespace gisa
