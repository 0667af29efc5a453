#include "searcher/web/http_server.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <chrono>
#include <thread>
#include <vector>

#include "gisa/error.h"

namespace gisa {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

namespace {

// Requests that are answered at a time; others wait in the kernel's queue.
constexpr std::size_t kThreads = 8;

constexpr auto kClientTime = std::chrono::seconds(5);  // to send a request, or take an answer
constexpr std::uint32_t kMostHeader = 16 * 1024;       // bytes

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

// One request of one client.
class Exchange {
 public:
  explicit Exchange(tcp::socket& socket, asio::io_context& clock)
      : stream_(std::move(socket)), clock_(clock) {}

  void run(const HttpServer::Handler& handler) {
    beast::flat_buffer buffer;
    http::request_parser<http::empty_body> parser;
    parser.header_limit(kMostHeader);
    parser.body_limit(0);
    bool read = false;
    http::async_read_header(stream_, buffer, parser,
                            [&](beast::error_code error, std::size_t) { read = !error; });
    in_time();
    if (!read) return close();
    const auto& message = parser.get();
    const HttpResponse response =
        handler({std::string(message.method_string()), std::string(message.target()),
                 std::string(message[http::field::host])});
    send(response, message.version(), message.method() == http::verb::head);
  }

 private:
  void send(const HttpResponse& response, unsigned version, bool head) {
    http::response<http::string_body> message(http::int_to_status(response.status), version);
    message.set(http::field::content_type, std::string(response.type));
    message.set(http::field::cache_control, "no-store");
    message.set("Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                "img-src 'self' data:; base-uri 'none'; form-action 'self'; "
                "frame-ancestors 'none'");
    message.set("X-Content-Type-Options", "nosniff");
    message.set("Referrer-Policy", "no-referrer");
    message.set("Cross-Origin-Resource-Policy", "same-origin");
    message.keep_alive(false);
    message.content_length(response.body.size());
    if (!head) message.body() = response.body;
    http::async_write(stream_, message, [](beast::error_code, std::size_t) {});
    in_time();
    close();
  }

  // Runs what was begun to its end, or to that of the client's time.
  void in_time() {
    clock_.restart();
    clock_.run_for(kClientTime);
    if (clock_.stopped()) return;
    stream_.socket().close();
    clock_.run();
  }

  void close() {
    beast::error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.socket().close(ignored);
  }

  beast::tcp_stream stream_;
  asio::io_context& clock_;
};

}  // namespace

struct HttpServer::State {
  explicit State(const std::string& address) : acceptor(accepting), signals(accepting) {
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

  // Each thread has one of these open at a time.
  void accept_next(asio::io_context& clock, const Handler& handler) {
    acceptor.async_accept(clock, [&, this](beast::error_code error, tcp::socket socket) {
      if (!error) Exchange(socket, clock).run(handler);
      if (!accepting.stopped()) accept_next(clock, handler);
    });
  }

  asio::io_context accepting;
  tcp::acceptor acceptor;
  asio::signal_set signals;
};

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

void HttpServer::run(const Handler& handler) {
  state_->signals.add(SIGINT);
  state_->signals.add(SIGTERM);
  state_->signals.async_wait([this](beast::error_code, int) { state_->accepting.stop(); });
  std::vector<asio::io_context> clocks(kThreads);
  for (asio::io_context& clock : clocks) state_->accept_next(clock, handler);
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([this] { state_->accepting.run(); });
  }
}

}  // namespace gisa
