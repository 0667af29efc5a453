// The part of the Python module that is C++: strings in, strings out; gisa/*.py makes of them what
// Python programs want to see.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "bindings/running_call.h"
#include "gisa/c.h"
#include "gisa/indexer.h"
#include "gisa/json.h"
#include "gisa/searcher.h"

namespace py = pybind11;

namespace {

// Asked by the thread that searches, without Python's lock: whether the search was cancelled, or a
// signal's handler, as that of Ctrl-C, raises an exception, which is kept.
class Interruption {
 public:
  explicit Interruption(std::stop_token stop) : stop_(std::move(stop)) {}

  bool operator()() {
    const auto now = std::chrono::steady_clock::now();
    if (now - looked_ > kBetweenLooks && !raised_) {
      looked_ = now;
      const py::gil_scoped_acquire lock;
      if (PyErr_CheckSignals() != 0) raised_.emplace();
    }
    return raised_ || stop_.stop_requested();
  }

  const std::optional<py::error_already_set>& raised() const { return raised_; }

 private:
  static constexpr std::chrono::milliseconds kBetweenLooks{50};

  const std::stop_token stop_;
  std::chrono::steady_clock::time_point looked_ = std::chrono::steady_clock::now();
  std::optional<py::error_already_set> raised_;
};

// Python's threads may share a handle, and run while it works, so it has a lock of its own. Empty
// when closed.
template <typename Handle>
class Shared {
 public:
  explicit Shared(Handle handle) : handle_(std::make_unique<Handle>(std::move(handle))) {}

  template <typename Work>
  auto use(Work&& work) {
    const std::unique_lock lock = locked();
    if (!handle_) {
      throw gisa::Error(gisa::ErrorCode::usage, "it is closed", "open it again");
    }
    return work(*handle_);
  }

  void close() {
    const std::unique_lock lock = locked();
    handle_.reset();
  }

 private:
  // In a process forked while another thread worked here, that thread is not there to end.
  std::unique_lock<std::mutex> locked() {
    if (getpid() == process_) return std::unique_lock(mutex_);
    std::unique_lock lock(mutex_, std::try_to_lock);
    if (lock) return lock;
    throw gisa::Error(gisa::ErrorCode::usage, "it was at work when this process was forked",
                      "open one after the fork");
  }

  std::mutex mutex_;
  std::unique_ptr<Handle> handle_;
  const pid_t process_ = getpid();
};

class Searcher : public Shared<gisa::Searcher> {
 public:
  Searcher(const std::vector<std::string>& databases, bool partial, std::string synonyms)
      : Shared(gisa::Searcher(databases, partial)), synonyms_(std::move(synonyms)) {}

  std::string search(const std::string& query, const std::string& options) {
    return use([&](gisa::Searcher& searcher) {
      Interruption interruption(call_.begin());
      try {
        return gisa::answer_in_json(searcher, query, options, synonyms_, std::ref(interruption));
      } catch (const gisa::Error&) {
        if (interruption.raised()) throw *interruption.raised();
        throw;
      }
    });
  }

  // Does not wait for the search to end.
  void cancel() { call_.cancel(); }

  std::string article(const std::string& id, const std::string& query) {
    return use([&](gisa::Searcher& searcher) {
      return gisa::article_in_json(searcher, id, query, synonyms_);
    });
  }

 private:
  const std::string synonyms_;
  RunningCall call_;
};

class Indexer : public Shared<gisa::Indexer> {
 public:
  explicit Indexer(const std::string& database) : Shared(gisa::Indexer(database)) {}

  void add(std::string id, std::string title, std::string body, std::string date, std::string press,
           std::string by, std::string url, std::string modified, std::string section) {
    gisa::Article article;
    article.id = std::move(id);
    article.title = std::move(title);
    article.body = std::move(body);
    article.date = std::move(date);
    article.press = std::move(press);
    article.byline = std::move(by);
    article.url = std::move(url);
    article.modified = std::move(modified);
    article.section = std::move(section);
    use([&](gisa::Indexer& indexer) { indexer.add(std::move(article)); });
  }

  bool remove(const std::string& id) {
    return use([&](gisa::Indexer& indexer) { return indexer.remove(id); });
  }

  std::size_t commit() {
    return use([&](gisa::Indexer& indexer) { return indexer.commit(); });
  }
};

// The name of a file in a message may be any bytes.
py::object str_of(const std::string& text) {
  return py::reinterpret_steal<py::object>(
      PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace"));
}

void raise(const gisa::Error& error) {
  const py::object raised = py::module_::import("gisa.errors")
                                .attr("error_of")(std::string(gisa::to_string(error.code())),
                                                  str_of(error.message()), str_of(error.hint()));
  PyErr_SetObject(py::type::handle_of(raised).ptr(), raised.ptr());
}

}  // namespace

PYBIND11_MODULE(_gisa, module) {
  using Release = py::call_guard<py::gil_scoped_release>;
  py::register_exception_translator([](std::exception_ptr caught) {
    try {
      if (caught) std::rethrow_exception(caught);
    } catch (const gisa::Error& error) {
      raise(error);
    }
  });
  module.attr("version") = gisa_version();
  py::class_<Searcher>(module, "Searcher")
      .def(py::init<const std::vector<std::string>&, bool, std::string>(), Release())
      .def("search", &Searcher::search, Release())
      .def("article", &Searcher::article, Release())
      .def("cancel", &Searcher::cancel)
      .def("close", &Searcher::close, Release());
  py::class_<Indexer>(module, "Indexer")
      .def(py::init<const std::string&>(), Release())
      .def("add", &Indexer::add, Release())
      .def("remove", &Indexer::remove, Release())
      .def("commit", &Indexer::commit, Release())
      .def("close", &Indexer::close, Release());
}
