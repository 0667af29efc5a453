#include "indexer/worker/worker_pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gisa/error.h"
#include "indexer/worker/worker_process.h"

namespace gisa {

namespace {

using Clock = std::chrono::steady_clock;

// Until a program says that it is ready: its libraries are loaded by then.
constexpr std::chrono::seconds kToStart(20);

}  // namespace

struct WorkerPool::Worker {
  explicit Worker(const std::vector<std::string>& command) : process(command) {}

  WorkerProcess process;
  Clock::duration worked{};
};

WorkerPool::WorkerPool(WorkerOptions options) : options_(std::move(options)) {}

WorkerPool::~WorkerPool() = default;

std::optional<std::string> WorkerPool::read(
    ByteStream& bytes, const std::function<void(std::string_view part)>& take) {
  std::unique_ptr<Worker> worker = idle_worker();
  if (worker == nullptr) worker = new_worker();
  const Clock::time_point start = Clock::now();
  send(*worker, bytes);
  std::optional<std::string> last = receive(*worker, take);
  worker->worked += Clock::now() - start;
  if (last && worker->worked < options_.lifetime) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(worker));
  }
  return last;
}

std::unique_ptr<WorkerPool::Worker> WorkerPool::idle_worker() {
  const std::lock_guard lock(mutex_);
  while (!idle_.empty()) {
    std::unique_ptr<Worker> worker = std::move(idle_.back());
    idle_.pop_back();
    // One that ended while it had nothing to do costs no file.
    if (worker->process.socket().is_quiet()) return worker;
  }
  return nullptr;
}

std::unique_ptr<WorkerPool::Worker> WorkerPool::new_worker() {
  auto worker = std::make_unique<Worker>(options_.command);
  Frame hello = {};
  const Transfer came = worker->process.socket().receive(hello, Clock::now() + kToStart);
  if (came != Transfer::done) fail(*worker, came);
  if (hello.kind != FrameKind::hello) fail(*worker, Transfer::malformed);
  if (!hello.bytes.empty()) note_lack(hello.bytes);
  return worker;
}

void WorkerPool::note_lack(const std::string& lack) {
  if (options_.sandbox_required) {
    throw Error(ErrorCode::usage, fmt::format("no sandbox for PDF documents: {}", lack),
                "--sandbox=auto goes on with limits on memory and time alone");
  }
  const std::lock_guard lock(mutex_);
  lack_ = lack;
}

std::string WorkerPool::lack() {
  const std::lock_guard lock(mutex_);
  return lack_;
}

void WorkerPool::send(Worker& worker, ByteStream& bytes) const {
  const Clock::time_point deadline = Clock::now() + options_.time_limit;
  std::uint64_t sent = 0;
  FrameKind kind = FrameKind::bytes;
  while (kind == FrameKind::bytes) {
    const std::string_view block = bytes.next_block();
    sent += block.size();
    if (sent > options_.file_limit) {
      throw Error(ErrorCode::input,
                  fmt::format("is larger than {} MB; left out", options_.file_limit >> 20));
    }
    if (block.empty()) kind = FrameKind::end;
    const Transfer went = worker.process.socket().send(kind, block, deadline);
    if (went != Transfer::done) fail(worker, went);
  }
}

std::optional<std::string> WorkerPool::receive(
    Worker& worker, const std::function<void(std::string_view)>& take) const {
  const Clock::time_point last = Clock::now() + options_.time_limit;
  while (true) {
    Frame frame = {};
    const Clock::time_point deadline = std::min(last, Clock::now() + options_.silence_limit);
    const Transfer came = worker.process.socket().receive(frame, deadline);
    if (came == Transfer::late && deadline == last) return std::nullopt;
    if (came != Transfer::done) fail(worker, came);
    if (frame.kind == FrameKind::done) return std::move(frame.bytes);
    if (frame.kind != FrameKind::part) fail(worker, Transfer::malformed);
    take(frame.bytes);
  }
}

void WorkerPool::fail(Worker& worker, Transfer transfer) const {
  switch (transfer) {
    case Transfer::late: throw Error(ErrorCode::input, "takes too long to read; left out");
    case Transfer::closed:
      throw Error(ErrorCode::input, fmt::format("the program that reads it {}; left out",
                                                worker.process.how_it_ended()));
    case Transfer::malformed:
    case Transfer::done: break;
  }
  throw Error(ErrorCode::input, "the program that reads it does not answer as it should; left out");
}

}  // namespace gisa
