#include "indexer/update/interruption.h"

#include <signal.h>

#include <atomic>
#include <initializer_list>

namespace gisa {

namespace {

std::atomic<int> caught = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void remember(int signal) { caught = signal; }

void set_handler(int signal, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, nullptr);
}

}  // namespace

Interruption::Interruption() {
  caught = 0;
  for (const int signal : {SIGINT, SIGTERM}) set_handler(signal, remember);
}

Interruption::~Interruption() {
  for (const int signal : {SIGINT, SIGTERM}) set_handler(signal, SIG_DFL);
}

int Interruption::signal() const { return caught; }

}  // namespace gisa
