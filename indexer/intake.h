#pragma once

#include <functional>
#include <string>

#include "gisa/article.h"
#include "indexer/problem.h"
#include "indexer/sources.h"

namespace gisa {

// Takes one article and the place it stands at: the file's name, with `#n` for the n-th record.
using ArticleSink = std::function<void(Article article, const std::string& place)>;

// Reads every article of `file` and hands it to `take`, complete: an id that is never empty, a
// title of one line, the date in ISO 8601, press and byline from the body where the record has
// none. What cannot be read is told to `problems`. Throws only what `take` throws, and Error for
// other causes than the file itself. Any number of threads, one file each.
void read_articles(const SourceFile& file, const ArticleSink& take, const ProblemSink& problems);

}  // namespace gisa
