#include "searcher/server/web.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <utility>

#include "common/cli/language.h"
#include "common/cli/version.h"
#include "common/error/foreign_error.h"
#include "common/text/encoding.h"
#include "common/text/lower_ascii.h"
#include "gisa/json.h"
#include "searcher/query/day_range.h"
#include "searcher/query/notes.h"
#include "searcher/request/request.h"
#include "searcher/server/archive_json.h"
#include "searcher/server/assets.h"
#include "searcher/server/compression.h"
#include "searcher/server/feed.h"
#include "searcher/server/http_server.h"
#include "searcher/server/json_request.h"
#include "searcher/server/openapi.h"
#include "searcher/server/origin_policy.h"
#include "searcher/server/problem.h"
#include "searcher/server/saved_json.h"
#include "searcher/server/searchers.h"
#include "searcher/server/suggestion.h"
#include "searcher/server/table.h"
#include "searcher/server/target.h"
#include "searcher/server/url_request.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestQuery = 2000;  // bytes
constexpr std::size_t kFeedEntries = 50;
constexpr std::size_t kMostRows = 10'000;       // of a table; each is held in memory
constexpr std::size_t kLeastToCompress = 1024;  // bytes
constexpr std::chrono::seconds kTimeout(10);
constexpr std::chrono::seconds kSavedTimeout(2);  // for all of them
constexpr std::string_view kJson = "application/json; charset=utf-8";
constexpr std::string_view kScript = "text/javascript; charset=utf-8";
constexpr std::string_view kAtom = "application/atom+xml; charset=utf-8";
constexpr std::string_view kOpenSearch = "application/opensearchdescription+xml; charset=utf-8";

HttpResponse failure(unsigned status, const char* message, const char* hint) {
  return problem(status, Error(ErrorCode::usage, message, hint));
}

// The name of an answer, which another state of the database, program or day changes.
std::string entity_tag(const std::string& revision, std::string_view target) {
  const std::string all = fmt::format("{} {} {} {}", kVersion, revision, today_in_korea(), target);
  return fmt::format("W/\"{:016x}\"", std::hash<std::string>()(all));
}

bool has(std::string_view if_none_match, const std::string& tag) {
  return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

std::string_view media_type(std::string_view content_type) {
  return content_type.substr(0, content_type.find_first_of("; "));
}

class Web {
 public:
  Web(const WebOptions& options, OriginPolicy policy)
      : databases_(options.databases),
        searchers_(options.databases, options.partial),
        synonyms_(options.synonyms),
        policy_(std::move(policy)) {}

  void tend() { searchers_.release_old(); }

  HttpResponse answer(const HttpRequest& request) {
    HttpResponse response = answer_or_problem(request);
    for (auto& header : policy_.headers(request)) response.headers.push_back(std::move(header));
    response.headers.emplace_back("Vary", "Accept-Encoding, Origin");
    if (response.body.size() >= kLeastToCompress &&
        accepts_gzip(request.header("accept-encoding"))) {
      response.body = gzipped(response.body);
      response.headers.emplace_back("Content-Encoding", "gzip");
    }
    return response;
  }

 private:
  struct Route {
    std::string_view path;
    std::string_view methods;
    HttpResponse (Web::*answer)(const HttpRequest&, const Target&);
  };
  static constexpr std::string_view kGet = "GET, HEAD";
  static constexpr std::string_view kGetAndPost = "GET, HEAD, POST";

  HttpResponse answer_or_problem(const HttpRequest& request) {
    try {
      return routed(request);
    } catch (...) {
      const Error error = as_error(std::current_exception());
      return problem(status_of(error.code()), error);
    }
  }

  HttpResponse routed(const HttpRequest& request) {
    if (auto refused = policy_.refusal(request)) return *std::move(refused);
    const auto target = parse_target(request.target);
    if (!target) return failure(400, "the address is not well written", "");
    static constexpr Route kRoutes[] = {
        {"/search", kGetAndPost, &Web::search},
        {"/article", kGetAndPost, &Web::article},
        {"/archive", kGet, &Web::archive},
        {"/saved", kGet, &Web::saved},
        {"/suggest", kGet, &Web::suggest},
        {"/export.csv", kGet, &Web::table},
        {"/export.xlsx", kGet, &Web::table},
        {"/tables.js", kGet, &Web::tables},
        {"/feed", kGet, &Web::feed},
        {"/opensearch.xml", kGet, &Web::open_search},
        {"/healthz", kGet, &Web::health},
        {"/openapi.json", kGet, &Web::openapi},
    };
    for (const Route& route : kRoutes) {
      if (route.path == target->path) {
        return with_method(request, route.methods,
                           [&] { return (this->*route.answer)(request, *target); });
      }
    }
    for (const Asset& asset : assets()) {
      if (asset.path != target->path) continue;
      return with_method(request, kGet, [&] {
        return HttpResponse{200, asset.type, std::string(asset.bytes)};
      });
    }
    return failure(404, "there is nothing at this address", "try /, or /openapi.json");
  }

  template <typename Work>
  static HttpResponse with_method(const HttpRequest& request, std::string_view methods,
                                  Work&& work) {
    const std::string allow = fmt::format("{}, OPTIONS", methods);
    if (request.method == "OPTIONS") return {204, {}, {}, {{"Allow", allow}}};
    // No method's name is part of another's.
    if (methods.find(request.method) == std::string_view::npos) {
      HttpResponse response = failure(405, "this address has no such method", "see Allow");
      response.headers.emplace_back("Allow", allow);
      return response;
    }
    if (request.method == "POST" &&
        lower_ascii(media_type(request.header("content-type"))) != "application/json") {
      return failure(415, "the body of a POST must be JSON", "send Content-Type: application/json");
    }
    return work();
  }

  HttpResponse search(const HttpRequest& asked, const Target& target) {
    const bool posted = asked.method == "POST";
    Request request = posted ? request_in(asked.body) : request_with_query(target);
    if (request.text.size() > kLongestQuery) return too_long(posted);
    request.search.time_limit = kTimeout;
    return answered(asked, kJson, [&](Searcher& searcher) {
      return answer_in_json(searcher, request, synonyms_);
    });
  }

  // All passages of the article `id` in their order; those that answer `q` have its highlights.
  HttpResponse article(const HttpRequest& asked, const Target& target) {
    const bool posted = asked.method == "POST";
    const ArticleRequest request = posted ? article_request_in(asked.body) : article_of(target);
    if (request.query.size() > kLongestQuery) return too_long(posted);
    return answered(asked, kJson, [&](Searcher& searcher) {
      return article_in_json(searcher, request.id, request.query, synonyms_);
    });
  }

  // What there is to search.
  HttpResponse archive(const HttpRequest& asked, const Target&) {
    SearchOptions bounds;
    bounds.time_limit = kTimeout;
    return answered(asked, kJson, [&](Searcher& searcher) {
      return archive_in_json(archive_of(searcher, bounds), databases_);
    });
  }

  // The saved searches and what is new of each; the file may change while the database does not.
  HttpResponse saved(const HttpRequest&, const Target&) {
    return searchers_.use([&](Searcher& searcher) {
      searcher.refresh(kTimeout);
      return HttpResponse{200, kJson,
                          saved_searches_in_json(searcher, databases_.front(), kSavedTimeout)};
    });
  }

  // What a word may become that is being typed.
  HttpResponse suggest(const HttpRequest& asked, const Target& target) {
    std::string beginning;
    for (const auto& [name, value] : target.parameters) {
      if (name == "q") beginning = value;
    }
    if (beginning.size() > kLongestQuery) return too_long(false);
    return answered(asked, kJson, [&](Searcher& searcher) {
      return suggestions_in_json(searcher, decode_typed(beginning));
    });
  }

  // All hits of `q`, or those from `offset` on, as a spreadsheet opens them.
  HttpResponse table(const HttpRequest& asked, const Target& target) {
    const TableFile& file = table_file_at(target.path);
    const TableRequest wanted = table_of(target);
    Request request = listing_of(wanted.search);
    if (request.text.size() > kLongestQuery) return too_long(false);
    const std::size_t rows =
        wanted.has_limit ? std::min(request.search.limit, kMostRows) : kMostRows;
    request.search.limit = rows + 1;  // whether there is more
    request.search.fold = false;
    bool has_more = false;
    HttpResponse response = answered(asked, file.type, [&](Searcher& searcher) {
      Answer found = gisa::answer(searcher, request);
      has_more = found.result.hits.size() > rows;
      if (has_more) found.result.hits.resize(rows);
      return table_in(file, found, wanted.columns);
    });
    response.headers.emplace_back("Content-Disposition", attachment_named(request.text, file));
    if (has_more) {
      const std::size_t next = request.search.offset + rows;
      response.headers.emplace_back("Link", link_to_next(target, next));
    }
    return response;
  }

  // Which tables the page may offer.
  HttpResponse tables(const HttpRequest&, const Target&) {
    return {200, kScript, tables_in_script()};
  }

  // The newest hits of `q`, as a feed reader asks for them.
  HttpResponse feed(const HttpRequest& asked, const Target& target) {
    Request request = listing_of(target);
    if (request.text.size() > kLongestQuery) return too_long(false);
    request.search.limit = kFeedEntries;
    request.search.offset = 0;
    request.search.sort = Sort::newest;
    request.search.half_life.reset();
    return answered(asked, kAtom, [&](Searcher& searcher) {
      const Answer found = gisa::answer(searcher, request);
      return atom_feed(address_of(asked), request.text, found.result.hits);
    });
  }

  HttpResponse open_search(const HttpRequest& asked, const Target&) {
    return {200, kOpenSearch, gisa::open_search(address_of(asked))};
  }

  // As the client knows it.
  static std::string address_of(const HttpRequest& request) {
    return fmt::format("http://{}", request.header("host"));
  }

  HttpResponse health(const HttpRequest&, const Target&) {
    return searchers_.use([](Searcher& searcher) {
      searcher.refresh(kTimeout);
      return HttpResponse{200, kJson, R"({"status":"ok"})"};
    });
  }

  HttpResponse openapi(const HttpRequest&, const Target&) {
    return {200, kJson, openapi_document()};
  }

  static HttpResponse too_long(bool posted) {
    return failure(posted ? 413 : 414, "the query is longer than 2000 bytes", "shorten it");
  }

  // What `work(Searcher&)` returns, of the newest state; only its name if the client has it
  // already.
  template <typename Work>
  HttpResponse answered(const HttpRequest& request, std::string_view type, Work&& work) {
    return searchers_.use([&](Searcher& searcher) {
      searcher.refresh(kTimeout);
      const std::string revision = request.method == "POST" ? std::string() : searcher.revision();
      if (revision.empty()) return HttpResponse{200, type, work(searcher)};
      const std::string tag = entity_tag(revision, address_of(request) + request.target);
      const HttpHeaders headers = {{"ETag", tag}, {"Cache-Control", "private, no-cache"}};
      if (has(request.header("if-none-match"), tag)) return HttpResponse{304, {}, {}, headers};
      return HttpResponse{200, type, work(searcher), headers};
    });
  }

  static Request request_with_query(const Target& target) {
    Request request = request_of(target);
    const bool asks = std::any_of(target.parameters.begin(), target.parameters.end(),
                                  [](const auto& parameter) { return parameter.first == "q"; });
    if (asks || !request.like.empty()) return request;
    throw Error(ErrorCode::usage, "a request without q", "as in ?q=알리바바");
  }

  // What is asked of /search, but hits alone, and nothing counted.
  Request listing_of(const Target& target) const {
    Request request = request_with_query(target);
    request.search.facets.clear();
    request.search.related = 0;
    request.search.time_limit = kTimeout;
    request.search.synonyms = synonyms_;
    request.trend.clear();
    request.counts_all_words = false;
    request.advises = false;
    return request;
  }

  static ArticleRequest article_of(const Target& target) {
    ArticleRequest request;
    for (const auto& [name, value] : target.parameters) {
      if (name != "id" && name != "q") {
        throw Error(ErrorCode::usage,
                    fmt::format("there is no {} in a request for an article", abbreviated(name)),
                    "there are id, q");
      }
      (name == "id" ? request.id : request.query) = value;
    }
    if (request.id.empty()) {
      throw Error(ErrorCode::usage, "an article without an id", "as in ?id=a.txt");
    }
    return request;
  }

  const std::vector<std::string> databases_;
  Searchers searchers_;
  const std::string synonyms_;
  const OriginPolicy policy_;
};

}  // namespace

void serve_web(const WebOptions& options) {
  HttpServer server(options.address);
  Web web(options, OriginPolicy(server.address(), server.is_loopback(), options.allowed_origins));
  std::cout << "http://" << server.address() << "/" << std::endl;
  if (!server.is_loopback()) {
    std::cerr << "gisa-search: "
              << in_language_of_reader(fmt::format("everybody who reaches {} can read all articles",
                                                   server.address()))
              << '\n';
  }
  server.run([&](const HttpRequest& request) { return web.answer(request); }, [&] { web.tend(); });
}

}  // namespace gisa
