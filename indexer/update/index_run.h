#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/readers/intake.h"
#include "indexer/report/console.h"
#include "indexer/report/index_report.h"
#include "indexer/update/interruption.h"

namespace gisa {

struct IndexOptions {
  std::string database;
  std::vector<std::string> sources;           // files and folders
  std::size_t jobs = 0;                       // threads; 0: one a processor
  std::size_t memory = std::size_t{1} << 30;  // bytes, at most, for the whole process
  bool rebuild = false;                       // read everything, whatever is there
  bool keep_vanished = false;                 // articles of files that are gone stay
  std::chrono::seconds patience{};            // for another writer
  IntakeOptions intake;                       // how to read; holds for files read in this run
  std::string report;                         // file to list problems in, empty for none
};

// Makes the database hold the articles of all files below the sources, and no others: reads what
// is new or has changed since the run before, and publishes it at once. Prints each problem
// to `console` as it comes. When `interruption` reports a signal, publishes what was read until
// then. Throws gisa::Error when nothing can be published; the database is then as it was.
IndexReport run_index(const IndexOptions& options, Console& console,
                      const Interruption* interruption = nullptr);

// Packs the database as closely as it goes, without the passages that are deleted, and publishes
// it. Throws gisa::Error; the database is then as it was.
void compact_database(const IndexOptions& options, Console& console);

}  // namespace gisa
