#include "searcher/mcp/requests.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "common/text/bounded_json.h"
#include "searcher/request/request_line.h"

namespace gisa::mcp {

namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds kBetweenLooks{10};

// The request that a line takes back; null if it does no such thing.
json cancelled_by(const std::string& line) {
  if (line.find("notifications/cancelled") == std::string::npos) return nullptr;
  try {
    const json object = parse_bounded(line);
    if (object.at("method") != "notifications/cancelled") return nullptr;
    return object.at("params").at("requestId");
  } catch (const std::exception&) {
    return nullptr;
  }
}

bool is_request(const std::string& line, const json& id) {
  try {
    const json object = parse_bounded(line);
    return object.is_object() && object.contains("id") && object.at("id") == id;
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace

std::optional<std::string> Requests::next() {
  is_cancelled_ = false;
  current_.clear();
  read_what_waits();
  while (waiting_.empty()) {
    if (!read_line()) return std::nullopt;
    read_what_waits();
  }
  current_ = std::move(waiting_.front());
  waiting_.pop_front();
  return current_;
}

bool Requests::is_cancelled() {
  const Clock::time_point now = Clock::now();
  if (is_cancelled_ || now - looked_ < kBetweenLooks) return is_cancelled_;
  looked_ = now;
  read_what_waits();
  return is_cancelled_;
}

void Requests::read_what_waits() {
  while (in_.rdbuf()->in_avail() > 0 && read_line()) continue;
}

bool Requests::read_line() {
  std::string line;
  if (!read_request_line(in_, line)) return false;
  const json cancelled = cancelled_by(line);
  if (!cancelled.is_null()) {
    cancel(cancelled);
  } else if (line.find_first_not_of(" \t\r") != std::string::npos) {
    waiting_.push_back(std::move(line));
  }
  return true;
}

void Requests::cancel(const json& id) {
  std::erase_if(waiting_, [&](const std::string& request) { return is_request(request, id); });
  is_cancelled_ = is_cancelled_ || is_request(current_, id);
}

}  // namespace gisa::mcp
