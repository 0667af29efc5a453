#include "common/database/servers.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gisa {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds kConnection{3'000};
constexpr milliseconds kAnswer{20'000};

// A failure that took less is not remembered: to try again costs nobody anything.
constexpr milliseconds kQuick{200};

// What a server that is asked again has until the request at hand goes on without it.
constexpr milliseconds kGrace{50};

constexpr milliseconds kBetweenAttempts{1'000};

// An attempt ends before this, unless its thread was left behind by a fork.
constexpr milliseconds kLost{10'000};

constexpr milliseconds kAnswerStep{500};

Error silent(const std::string& address) {
  return {ErrorCode::database_missing, fmt::format("the database at {} does not answer", address),
          "is xapian-tcpsrv running there? --partial answers without it"};
}

// Connecting, in a thread of its own, as it cannot be broken off.
class Attempt {
 public:
  static std::shared_ptr<Attempt> start(const std::string& host, unsigned port,
                                        const ServerPatience& patience) {
    auto attempt = std::make_shared<Attempt>();
    std::thread([attempt, host, port, patience] { attempt->run(host, port, patience); }).detach();
    return attempt;
  }

  // True if it ended, well or not.
  bool wait(milliseconds time) {
    std::unique_lock lock(mutex_);
    return ended_.wait_for(lock, time, [&] { return is_over_; });
  }

  // After its end. Throws what Xapian threw.
  Xapian::Database take() {
    if (failure_) std::rethrow_exception(failure_);
    return std::move(connection_);
  }

  bool succeeded() const { return !failure_; }
  Clock::time_point begun() const { return begun_; }

 private:
  void run(const std::string& host, unsigned port, const ServerPatience& patience) {
    Xapian::Database connection;
    std::exception_ptr failure;
    try {
      connection = Xapian::Remote::open(host, port, static_cast<unsigned>(patience.answer.count()),
                                        static_cast<unsigned>(patience.connection.count()));
    } catch (...) {
      failure = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    connection_ = std::move(connection);
    failure_ = failure;
    is_over_ = true;
    ended_.notify_all();
  }

  const Clock::time_point begun_ = Clock::now();
  std::mutex mutex_;
  std::condition_variable ended_;
  bool is_over_ = false;
  Xapian::Database connection_;
  std::exception_ptr failure_;
};

// The servers that do not answer, each with the last attempt to reach it.
class Silent {
 public:
  // Throws if the server is still silent.
  void ask_again(const std::string& address, const std::string& host, unsigned port) {
    const std::lock_guard lock(mutex_);
    const auto found = last_.find(address);
    if (found == last_.end()) return;
    std::shared_ptr<Attempt>& last = found->second;
    if (is_to_be_tried(last)) {
      last = Attempt::start(host, port, {kConnection, kConnection});
      last->wait(kGrace);
    }
    if (!last->wait(milliseconds(0)) || !last->succeeded()) throw silent(address);
    last_.erase(found);
  }

  void add(const std::string& address, std::shared_ptr<Attempt> last) {
    const std::lock_guard lock(mutex_);
    last_[address] = std::move(last);
  }

 private:
  static bool is_to_be_tried(const std::shared_ptr<Attempt>& last) {
    if (!last) return true;
    const auto age = Clock::now() - last->begun();
    if (!last->wait(milliseconds(0))) return age > kLost;
    return !last->succeeded() && age > kBetweenAttempts;
  }

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Attempt>> last_;
};

// Never destroyed: a thread may still connect while the process ends.
Silent& silent_servers() {
  static auto* const servers = new Silent;
  return *servers;
}

}  // namespace

ServerPatience patience_within(milliseconds limit) {
  if (limit.count() == 0) return {kConnection, kAnswer};
  // What is left is for the shards that do answer.
  const milliseconds half = std::max(limit / 2, milliseconds(1));
  // In steps, so that requests of nearly one limit share a connection.
  const milliseconds answer = (half + kAnswerStep - milliseconds(1)) / kAnswerStep * kAnswerStep;
  return {std::min(kConnection, half), std::min(kAnswer, answer)};
}

Xapian::Database connect(const std::string& address, const std::string& host, unsigned port,
                         const ServerPatience& patience) {
  silent_servers().ask_again(address, host, port);
  const auto attempt = Attempt::start(host, port, patience);
  const bool ended = attempt->wait(patience.connection);
  if (!ended || (!attempt->succeeded() && Clock::now() - attempt->begun() > kQuick)) {
    silent_servers().add(address, attempt);
  }
  if (!ended) throw silent(address);
  return guarded(address, Access::read, [&] { return attempt->take(); });
}

void remember_silence(const std::string& address) { silent_servers().add(address, nullptr); }

}  // namespace gisa
