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

// Another worker may do better.
class WorkerDied : public Error {
 public:
  explicit WorkerDied(const std::string& how)
      : Error(ErrorCode::input, fmt::format("the program that reads it {}; left out", how)) {}
};

}  // namespace

// The bytes of a file, which can be had once more as long as they are few.
class WorkerPool::KeptBytes {
 public:
  explicit KeptBytes(ByteStream& bytes) : bytes_(bytes) {}

  // As that of a ByteStream; where that throws for damage, the end.
  std::string_view next_block() {
    if (at_ < kept_.size()) {
      const std::string_view block = std::string_view(kept_).substr(at_, kBlock);
      at_ += block.size();
      return block;
    }
    const std::string_view block = next_unread();
    is_all_ = is_all_ && kept_.size() + block.size() <= kMostKept;
    if (!is_all_) {
      kept_ = std::string();
    } else {
      kept_ += block;
    }
    at_ = kept_.size();
    return block;
  }

  // Begins anew; false if there are too many.
  bool rewind() {
    at_ = 0;
    return is_all_;
  }

  // Why there are no more; empty if that was all.
  const std::string& damage() const { return damage_; }

 private:
  static constexpr std::size_t kMostKept = std::size_t{32} << 20;
  static constexpr std::size_t kBlock = std::size_t{1} << 20;

  std::string_view next_unread() {
    try {
      return bytes_.next_block();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::input) throw;
      damage_ = error.message();
      return {};
    }
  }

  ByteStream& bytes_;
  std::string kept_;
  std::size_t at_ = 0;  // what was handed on of kept_
  bool is_all_ = true;
  std::string damage_;
};

struct WorkerPool::Worker {
  explicit Worker(const std::vector<std::string>& command) : process(command) {}

  WorkerProcess process;
  Clock::duration worked{};
};

WorkerPool::WorkerPool(WorkerOptions options) : options_(std::move(options)) {}

WorkerPool::~WorkerPool() = default;

WorkerAnswer WorkerPool::read(const WorkerFile& file, const WorkerAnswerSink& sink) {
  KeptBytes bytes(file.bytes);
  try {
    std::unique_ptr<Worker> worker = idle_worker();
    if (worker == nullptr) worker = new_worker();
    return read_with(std::move(worker), file.request, bytes, sink);
  } catch (const WorkerDied&) {
    if (!bytes.rewind()) throw;
  }
  sink.forget();
  return read_with(new_worker(), file.request, bytes, sink);
}

WorkerAnswer WorkerPool::read_with(std::unique_ptr<Worker> worker, const std::string& request,
                                   KeptBytes& bytes, const WorkerAnswerSink& sink) {
  const Clock::time_point start = Clock::now();
  WorkerAnswer answer;
  send(*worker, request, bytes);
  answer.of_all = receive(*worker, sink);
  answer.damage = bytes.damage();
  worker->worked += Clock::now() - start;
  if (answer.of_all && worker->worked < options_.lifetime) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(worker));
  }
  return answer;
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
    throw Error(ErrorCode::usage, fmt::format("no sandbox for documents: {}", lack),
                "--sandbox=auto goes on with limits on memory and time alone");
  }
  const std::lock_guard lock(mutex_);
  lack_ = lack;
}

std::string WorkerPool::lack() {
  const std::lock_guard lock(mutex_);
  return lack_;
}

void WorkerPool::send(Worker& worker, const std::string& request, KeptBytes& bytes) const {
  const Clock::time_point deadline = Clock::now() + options_.time_limit;
  send(worker, FrameKind::request, request, deadline);
  std::uint64_t sent = 0;
  for (std::string_view block = bytes.next_block(); !block.empty(); block = bytes.next_block()) {
    sent += block.size();
    if (sent > options_.file_limit) {
      throw Error(ErrorCode::input,
                  fmt::format("is larger than {} MB; left out", options_.file_limit >> 20));
    }
    send(worker, FrameKind::bytes, block, deadline);
  }
  send(worker, FrameKind::end, bytes.damage(), deadline);
}

void WorkerPool::send(Worker& worker, FrameKind kind, std::string_view bytes,
                      Deadline deadline) const {
  const Transfer went = worker.process.socket().send(kind, bytes, deadline);
  if (went != Transfer::done) fail(worker, went);
}

std::optional<std::string> WorkerPool::receive(Worker& worker, const WorkerAnswerSink& sink) const {
  Clock::time_point last = Clock::now() + options_.time_limit;
  while (true) {
    Frame frame = {};
    const Clock::time_point deadline = std::min(last, Clock::now() + options_.silence_limit);
    const Transfer came = worker.process.socket().receive(frame, deadline);
    if (came == Transfer::late && deadline == last) return std::nullopt;
    if (came != Transfer::done) fail(worker, came);
    if (frame.kind == FrameKind::done) return std::move(frame.bytes);
    if (frame.kind != FrameKind::part) fail(worker, Transfer::malformed);
    const Clock::time_point came_at = Clock::now();
    sink.take(frame.bytes);
    last += Clock::now() - came_at;  // what the worker did not take
  }
}

void WorkerPool::fail(Worker& worker, Transfer transfer) const {
  switch (transfer) {
    case Transfer::late: throw Error(ErrorCode::input, "takes too long to read; left out");
    case Transfer::closed: throw WorkerDied(worker.process.how_it_ended());
    case Transfer::malformed:
    case Transfer::done: break;
  }
  throw Error(ErrorCode::input, "the program that reads it does not answer as it should; left out");
}

}  // namespace gisa
