#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "gisa/article.h"
#include "indexer/readers/reader_options.h"
#include "indexer/report/problem.h"
#include "indexer/source/sources.h"

namespace gisa {

// Takes one article and the place it stands at: the file's name, behind the names of the archives
// it is in, with `#n` for the n-th record.
using ArticleSink = std::function<void(Article article, const std::string& place)>;

// The file of a place, without the number of its record.
std::string_view file_of(std::string_view place);

// That number; 0 if there is none.
std::uint32_t record_of(std::string_view place);

// Reads every article of `file`, packed or not, and hands it to `take`, complete: an id that is
// never empty, a title of one line, the date in ISO 8601, press and byline from the body where the
// record has none. What cannot be read is reported to `problems`. Returns the names of the
// encodings that its texts are in. `seen` is shown the file's bytes as they are read. Throws only
// what `take` and `seen` throw, and Error for other causes than the file itself. Any number of
// threads, one file each.
std::set<std::string> read_articles(const SourceFile& file, const ArticleSink& take,
                                    const ProblemSink& problems, const IntakeOptions& options = {},
                                    const BlockWatch& seen = {});

// Why nothing of `file` will be read; empty if something will.
std::string refusal_of(const SourceFile& file, const IntakeOptions& options);

// What the first records of `file` hold, a line each: the fields of an article and the names they
// have for them, as in `title=제목 body=본문`, then the names that are passed over, with how much
// text they hold. None if it has no records.
std::vector<std::string> describe_fields(const SourceFile& file, const IntakeOptions& options);

}  // namespace gisa
