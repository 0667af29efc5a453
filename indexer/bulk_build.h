#pragma once

#include <cstddef>
#include <functional>

#include "indexer/article_flow.h"
#include "indexer/segments.h"

namespace gisa {

// Calls `work()` in `threads` threads, the calling one among them; one of their exceptions, if any,
// is thrown when all have ended.
void in_threads(std::size_t threads, const std::function<void()>& work);

// Reads and analyses all of `flow` into `segments`, in `threads` threads.
void write_segments(ArticleFlow& flow, const std::vector<SourceFile>& files, Segments& segments,
                    std::size_t threads);

}  // namespace gisa
