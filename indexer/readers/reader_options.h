#pragma once

#include <optional>

#include "common/text/encoding.h"
#include "indexer/news/field_map.h"
#include "indexer/source/unpack.h"

namespace gisa {

struct Format;
class WorkerPool;

// What the user says about all files, where gisa would look for itself.
struct IntakeOptions {
  const Format* format = nullptr;
  std::optional<Encoding> encoding = {};
  FieldMap fields = {};
  UnpackLimits limits = {};
  WorkerPool* document_workers = nullptr;  // read confined formats; else this process does
  WorkerPool* pdf_workers = nullptr;       // read pdf files; without them none is read
};

}  // namespace gisa
