#pragma once

#include <functional>
#include <memory>
#include <string>

#include "searcher/server/http_message.h"

namespace gisa {

// A small HTTP/1.1 server: connections stay open for further requests, few requests are answered at
// a time, each with bounds on its size and on the time a client may take; connections that are
// silent keep nobody else waiting, and are closed after some seconds. Only POST has a body. What is
// no request is answered by problem details (problem.h), 400, 413 or 431. Ends within a second of
// SIGINT or SIGTERM.
class HttpServer {
 public:
  using Handler = std::function<HttpResponse(const HttpRequest&)>;

  // Listens at `address`, as 127.0.0.1:8080 or [::1]:0, where 0 is any port that is free. Throws
  // Error (usage) if that is no address, (output) if it cannot be had.
  explicit HttpServer(const std::string& address);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // Where it listens: 127.0.0.1:43210.
  std::string address() const;
  bool is_loopback() const;

  // Answers requests by `handler`, and calls `tend` every few seconds, until a signal ends it; then
  // the process, if something is still being answered after half a second. Both are called by
  // several threads and must not throw.
  void run(Handler handler, std::function<void()> tend);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gisa
