#include "searcher/server/http_server.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <optional>
#include <utility>

#include "common/text/lower_ascii.h"
#include "gisa/error.h"
#include "searcher/server/problem.h"

namespace gisa {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

namespace {

// Requests that are answered at a time, and that wait for it. A connection that has not sent its
// request takes none of these places.
constexpr std::size_t kThreads = 8;
constexpr std::size_t kMostRequests = 128;

constexpr auto kClientTime = std::chrono::seconds(5);    // to send a request, or take an answer
constexpr std::size_t kLeastSpeed = 1 << 20;             // bytes a second, of a long answer
constexpr auto kLastWords = std::chrono::seconds(1);     // to be heard out when it was answered
constexpr std::size_t kMostLastWords = 1 << 20;          // bytes
constexpr std::uint32_t kMostHeader = 16 * 1024;         // bytes
constexpr std::uint64_t kMostBody = 1 << 20;             // bytes
constexpr auto kPause = std::chrono::milliseconds(100);  // when there are no descriptors left
constexpr auto kTick = std::chrono::seconds(5);          // between two calls of `tend`
constexpr auto kEnd = std::chrono::milliseconds(500);    // for what is being answered at a signal

tcp::endpoint endpoint_of(const std::string& address) {
  const auto bad = [&] {
    return Error(ErrorCode::usage, fmt::format("{} is no address to listen at", address),
                 "as in --http 127.0.0.1:8080");
  };
  const std::size_t colon = address.rfind(':');
  if (colon == std::string::npos) throw bad();
  std::string host = address.substr(0, colon);
  if (host == "localhost") host = "127.0.0.1";
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::string digits = address.substr(colon + 1);
  const bool is_number = !digits.empty() && digits.size() <= 5 &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  boost::system::error_code error;
  const auto ip = asio::ip::make_address(host, error);
  if (error || !is_number || std::stoul(digits) > 65'535) throw bad();
  return {ip, static_cast<std::uint16_t>(std::stoul(digits))};
}

// The status to answer what is no request with; 0 where nobody waits for one.
unsigned status_of(beast::error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  if (error == http::error::end_of_stream || error == http::error::partial_message) return 0;
  return error.category() == make_error_code(http::error::bad_method).category() ? 400 : 0;
}

HttpResponse refusal(unsigned status) {
  const auto usage = [&](const char* message, const char* hint) {
    return problem(status, Error(ErrorCode::usage, message, hint));
  };
  switch (status) {
    case 413:
      return usage("the body is too long", "POST takes a megabyte, and nothing else has one");
    case 431: return usage("the header is longer than 16 KB", "shorten it");
    case 503:
      return problem(status,
                     Error(ErrorCode::timeout, "too many requests at a time", "ask again later"));
    default: return usage("this is no HTTP request", "");
  }
}

http::response<http::string_body> message_of(HttpResponse response, unsigned version, bool head,
                                             bool keep_alive) {
  http::response<http::string_body> message(http::int_to_status(response.status), version);
  if (!response.type.empty()) {
    message.set(http::field::content_type, std::string(response.type));
  }
  message.set(http::field::cache_control, "no-store");
  message.set("Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
              "img-src 'self' data:; base-uri 'none'; form-action 'self'; "
              "frame-ancestors 'none'");
  message.set("X-Content-Type-Options", "nosniff");
  message.set("Referrer-Policy", "no-referrer");
  message.set("Cross-Origin-Resource-Policy", "same-origin");
  for (const auto& [name, value] : response.headers) message.set(name, value);
  message.keep_alive(keep_alive);
  const bool has_content = response.status != 204 && response.status != 304;
  if (has_content) message.content_length(response.body.size());
  if (has_content && !head) message.body() = std::move(response.body);
  return message;
}

}  // namespace

// All but `workers` is used by the one thread in run().
struct HttpServer::State {
  explicit State(const std::string& address);

  void accept();
  void tick();
  void end();
  void end_if_idle();

  asio::io_context io{1};
  tcp::acceptor acceptor{io};
  asio::signal_set signals{io};
  asio::steady_timer pause{io};
  asio::steady_timer next_tick{io};
  asio::steady_timer last_moment{io};
  asio::thread_pool workers{kThreads};
  Handler handler;
  std::function<void()> tend;
  std::size_t requests = 0;  // that came and whose answers have not left yet
  bool ending = false;
};

namespace {

// A connection of a client, and its requests, one after the other. Lives as long as something is
// under way for it.
template <typename Server>
class Connection : public std::enable_shared_from_this<Connection<Server>> {
 public:
  Connection(tcp::socket socket, Server& server) : stream_(std::move(socket)), server_(server) {}

  void start() {
    parser_.emplace();
    parser_->header_limit(kMostHeader);
    parser_->body_limit(kMostBody);
    stream_.expires_after(kClientTime);
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = this->shared_from_this()](beast::error_code error, std::size_t) {
          self->take_header(error);
        });
  }

 private:
  void take_header(beast::error_code error) {
    if (error) return take_request(error);
    const bool has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0;
    if (!has_body) return take_request(error);
    if (parser_->get().method() != http::verb::post) return take_request(http::error::body_limit);
    http::async_read(stream_, buffer_, *parser_,
                     [self = this->shared_from_this()](beast::error_code failed, std::size_t) {
                       self->take_request(failed);
                     });
  }

  void take_request(beast::error_code error) {
    const unsigned status = error ? status_of(error) : 0;
    if (status == 0 && error) return;
    ++server_.requests;
    if (status != 0) return refuse(status);
    if (server_.requests > kMostRequests) return refuse(503);
    const auto& sent = parser_->get();
    if (sent.count(http::field::host) > 1) return refuse(400);
    keep_alive_ = sent.keep_alive() && !server_.ending;
    request_ = {std::string(sent.method_string()), std::string(sent.target()), {}, sent.body()};
    for (const auto& field : sent) {
      const auto name = field.name_string();
      request_.headers.emplace_back(lower_ascii({name.data(), name.size()}), field.value());
    }
    asio::post(server_.workers, [self = this->shared_from_this()] {
      self->response_ = self->server_.handler(self->request_);
      asio::post(self->server_.io, [self] { self->send(); });
    });
  }

  void refuse(unsigned status) {
    keep_alive_ = false;  // where the next request would begin is not known
    response_ = refusal(status);
    send();
  }

  void send() {
    const auto& sent = parser_->get();
    const unsigned version = sent.version() == 10 ? 10 : 11;
    const bool head = sent.method() == http::verb::head;
    message_ = message_of(std::move(response_), version, head, keep_alive_);
    stream_.expires_after(kClientTime + std::chrono::seconds(message_.body().size() / kLeastSpeed));
    http::async_write(stream_, message_,
                      [self = this->shared_from_this()](beast::error_code error, std::size_t) {
                        --self->server_.requests;
                        self->server_.end_if_idle();
                        if (error) return;
                        self->keep_alive_ ? self->start() : self->hear_out();
                      });
  }

  // What a client is still sending must be read: closing before that would take the answer away.
  void hear_out() {
    beast::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.expires_after(kLastWords);
    read_on();
  }

  void read_on() {
    buffer_.clear();
    stream_.async_read_some(
        buffer_.prepare(1 << 14),
        [self = this->shared_from_this()](beast::error_code error, std::size_t bytes) {
          self->heard_ += bytes;
          if (!error && self->heard_ < kMostLastWords) self->read_on();
        });
  }

  beast::tcp_stream stream_;
  Server& server_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;  // of the request under way
  bool keep_alive_ = false;
  HttpRequest request_;
  HttpResponse response_;
  http::response<http::string_body> message_;
  std::size_t heard_ = 0;
};

}  // namespace

HttpServer::State::State(const std::string& address) {
  const tcp::endpoint endpoint = endpoint_of(address);
  try {
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen();
  } catch (const boost::system::system_error& error) {
    throw Error(ErrorCode::output,
                fmt::format("cannot listen at {}: {}", address, error.code().message()),
                "is another program there? port 0 takes a free one");
  }
}

void HttpServer::State::accept() {
  acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
    if (ending) return;
    if (!error) {
      std::make_shared<Connection<State>>(std::move(socket), *this)->start();
      return accept();
    }
    pause.expires_after(kPause);
    pause.async_wait([this](beast::error_code) {
      if (!ending) accept();
    });
  });
}

void HttpServer::State::tick() {
  next_tick.expires_after(kTick);
  next_tick.async_wait([this](beast::error_code error) {
    if (error || ending) return;
    asio::post(workers, [this] { tend(); });
    tick();
  });
}

void HttpServer::State::end() {
  ending = true;
  beast::error_code ignored;
  acceptor.close(ignored);
  last_moment.expires_after(kEnd);
  last_moment.async_wait([this](beast::error_code) { io.stop(); });
  end_if_idle();
}

void HttpServer::State::end_if_idle() {
  if (ending && requests == 0) io.stop();
}

HttpServer::HttpServer(const std::string& address) : state_(new State(address)) {}
HttpServer::~HttpServer() = default;

std::string HttpServer::address() const {
  const tcp::endpoint endpoint = state_->acceptor.local_endpoint();
  const std::string ip = endpoint.address().to_string();
  return fmt::format("{}:{}", endpoint.address().is_v6() ? "[" + ip + "]" : ip, endpoint.port());
}

bool HttpServer::is_loopback() const {
  return state_->acceptor.local_endpoint().address().is_loopback();
}

void HttpServer::run(Handler handler, std::function<void()> tend) {
  state_->handler = std::move(handler);
  state_->tend = std::move(tend);
  state_->signals.add(SIGINT);
  state_->signals.add(SIGTERM);
  state_->signals.async_wait([this](beast::error_code, int) { state_->end(); });
  state_->accept();
  state_->tick();
  state_->io.run();
  if (state_->requests > 0) std::_Exit(0);  // a search may go on for seconds, and nobody waits
  state_->workers.join();
}

}  // namespace gisa
