#pragma once

#include <string_view>

#include "indexer/readers/reader.h"
#include "indexer/worker/frame.h"

namespace gisa {

// Hands the articles of `input` to its sinks as `format.read` does; those of a confined format by a
// process of `input.options.document_workers`, if there are any, which hands on an article and what
// is attached to it, or the rows of a workbook. Throws as `format.read` does, and Error (input) if
// such a process cannot read the file: see WorkerPool.
void read_as(const Format& format, const ReaderInput& input);

// Hands on the answer of such a process about the file `input`. The file may have taken the process
// over, so nothing in the answer is trusted: text that is not UTF-8 is left out, and no place or
// problem is of another file. Throws Error (input) if it is malformed.
void hand_on(std::string_view answer, const ReaderInput& input);

// The part of such a process: reads the next file that it is asked for over `socket`. False if the
// other end is gone. Throws nothing.
bool serve_reading(FrameSocket& socket);

}  // namespace gisa
