#pragma once

#include <mutex>
#include <stop_token>

// Lets any thread cancel the call that another one is in.
class RunningCall {
 public:
  // For a call that begins.
  std::stop_token begin() {
    const std::lock_guard lock(mutex_);
    stop_ = std::stop_source();
    return stop_.get_token();
  }

  // Does nothing if none is running.
  void cancel() {
    const std::lock_guard lock(mutex_);
    stop_.request_stop();
  }

 private:
  std::mutex mutex_;
  std::stop_source stop_;
};
