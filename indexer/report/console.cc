#include "indexer/report/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "common/text/visible.h"

namespace gisa {

namespace {

constexpr auto kInterval = std::chrono::milliseconds(200);
constexpr std::uint64_t kBarCells = 24;

}  // namespace

Console::Console(Translate translate)
    : translate_(translate), terminal_(isatty(STDERR_FILENO) == 1) {}

void Console::line(const std::string& text) {
  clear_progress();
  std::cerr << visible_lines(translated(text)) << '\n';
}

void Console::line(const std::string& name, const std::string& text) {
  clear_progress();
  std::cerr << visible_lines(name) << ": " << visible_lines(translated(text)) << '\n';
}

std::string Console::translated(const std::string& text) const {
  return translate_ == nullptr ? text : translate_(text);
}

bool Console::wants_progress() const {
  return terminal_ && std::chrono::steady_clock::now() >= next_;
}

void Console::progress(std::uint64_t done, std::uint64_t all, const std::string& what) {
  if (!wants_progress()) return;
  next_ = std::chrono::steady_clock::now() + kInterval;
  const std::uint64_t cells = all == 0 ? 0 : std::min(kBarCells, kBarCells * done / all);
  std::cerr << fmt::format("\r\033[K[{:<{}}] {}", std::string(cells, '#'), kBarCells,
                           translated(what))
            << std::flush;
  shown_ = true;
}

void Console::clear_progress() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
  shown_ = false;
}

}  // namespace gisa
