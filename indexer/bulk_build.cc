#include "indexer/bulk_build.h"

#include <exception>
#include <mutex>
#include <thread>

namespace gisa {

void in_threads(std::size_t threads, const std::function<void()>& work) {
  std::mutex mutex;
  std::exception_ptr failure;
  const auto guarded_work = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(guarded_work);
    guarded_work();
  }
  if (failure) std::rethrow_exception(failure);
}

void write_segments(ArticleFlow& flow, const std::vector<SourceFile>& files, Segments& segments,
                    std::size_t threads) {
  in_threads(threads, [&] {
    DocumentMaker documents(Analyzer::current());
    flow.work([&](Batch batch) {
      Segments::Piece piece(segments, batch.number);
      for (Batch::Item& item : batch.items) {
        const std::uint32_t passages =
            documents.make_each(std::move(item.article), files[item.file].name,
                                [&](const Xapian::Document& document, std::size_t bytes) {
                                  piece.add(document, bytes);
                                });
        piece.add_run({item.file, passages});
      }
      piece.close();
    });
  });
}

}  // namespace gisa
