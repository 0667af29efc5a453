#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <deque>
#include <istream>
#include <optional>
#include <string>

namespace gisa::mcp {

// The lines of a client, one after the other, but for those that a later line takes back by
// `notifications/cancelled`. One thread.
class Requests {
 public:
  // `in` must tell what waits in it (in_avail()), and outlive the object.
  explicit Requests(std::istream& in) : in_(in) {}

  // The next line that is not empty, waited for; nothing when `in` has ended.
  std::optional<std::string> next();

  // Whether the client has taken back what next() returned last. Cheap: looks at the input some
  // times a second.
  bool is_cancelled();

 private:
  using Clock = std::chrono::steady_clock;

  bool read_line();  // waits for one; false at the end
  void read_what_waits();
  void cancel(const nlohmann::json& id);

  std::istream& in_;
  std::deque<std::string> waiting_;
  std::string current_;
  bool is_cancelled_ = false;
  Clock::time_point looked_ = {};
};

}  // namespace gisa::mcp
