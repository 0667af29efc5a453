// The part of the Python module that is C++: strings in, strings out; gisa/*.py makes of them what
// Python programs want to see.
#include <pybind11/pybind11.h>

#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "gisa/c.h"
#include "gisa/indexer.h"
#include "gisa/json.h"
#include "gisa/searcher.h"

namespace py = pybind11;

namespace {

// Python's threads may share a handle, and run while it works, so it has a lock of its own. Empty
// when closed.
template <typename Handle>
class Shared {
 public:
  explicit Shared(Handle handle) : handle_(std::make_unique<Handle>(std::move(handle))) {}

  template <typename Work>
  auto use(Work&& work) {
    const std::lock_guard lock(mutex_);
    if (!handle_) {
      throw gisa::Error(gisa::ErrorCode::usage, "it is closed", "open it again");
    }
    return work(*handle_);
  }

  void close() {
    const std::lock_guard lock(mutex_);
    handle_.reset();
  }

 private:
  std::mutex mutex_;
  std::unique_ptr<Handle> handle_;
};

class Searcher : public Shared<gisa::Searcher> {
 public:
  Searcher(const std::string& database, std::string synonyms)
      : Shared(gisa::Searcher(database)), synonyms_(std::move(synonyms)) {}

  std::string search(const std::string& query, const std::string& options) {
    return use([&](gisa::Searcher& searcher) {
      return gisa::answer_in_json(searcher, query, options, synonyms_);
    });
  }

 private:
  const std::string synonyms_;
};

class Indexer : public Shared<gisa::Indexer> {
 public:
  explicit Indexer(const std::string& database) : Shared(gisa::Indexer(database)) {}

  void add(std::string id, std::string title, std::string body, std::string date, std::string press,
           std::string by, std::string url, std::string modified) {
    gisa::Article article;
    article.id = std::move(id);
    article.title = std::move(title);
    article.body = std::move(body);
    article.date = std::move(date);
    article.press = std::move(press);
    article.byline = std::move(by);
    article.url = std::move(url);
    article.modified = std::move(modified);
    use([&](gisa::Indexer& indexer) { indexer.add(std::move(article)); });
  }

  bool remove(const std::string& id) {
    return use([&](gisa::Indexer& indexer) { return indexer.remove(id); });
  }

  std::size_t commit() {
    return use([&](gisa::Indexer& indexer) { return indexer.commit(); });
  }
};

void raise(const gisa::Error& error) {
  const py::object raised = py::module_::import("gisa.errors")
                                .attr("error_of")(std::string(gisa::to_string(error.code())),
                                                  error.message(), error.hint());
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
      .def(py::init<const std::string&, std::string>(), Release())
      .def("search", &Searcher::search, Release())
      .def("close", &Searcher::close, Release());
  py::class_<Indexer>(module, "Indexer")
      .def(py::init<const std::string&>(), Release())
      .def("add", &Indexer::add, Release())
      .def("remove", &Indexer::remove, Release())
      .def("commit", &Indexer::commit, Release())
      .def("close", &Indexer::close, Release());
}
