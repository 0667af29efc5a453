#include "indexer/update/forecast.h"

#include "common/database/database.h"
#include "common/folder/database_folder.h"
#include "indexer/manifest/manifest.h"
#include "indexer/manifest/plan.h"
#include "indexer/report/problem_lines.h"
#include "indexer/source/sources.h"

namespace gisa {

namespace {

// Throws for what is no database, so that a plan is not one for a database that cannot be written.
bool has_articles(const std::string& folder) {
  const FolderState state = look_into(folder).state;
  return state != FolderState::empty && state != FolderState::unfinished;
}

}  // namespace

Forecast forecast_index(const IndexOptions& options, Console& console) {
  Manifest manifest;
  if (!options.rebuild && has_articles(options.database)) {
    Database database(options.database);
    manifest = read_manifest(database);
  }
  Forecast forecast;
  ProblemLines lines(console);
  const SourceList sources = list_sources(options.sources, [&](const Problem& problem) {
    forecast.complete = false;
    lines.print(problem, problem.where());
  });
  const auto fields_of = [&](const SourceFile& file) {
    return describe_fields(file, options.intake);
  };
  const auto refusal = [&](const SourceFile& file) {
    std::string why = refusal_of(file, options.intake);
    forecast.complete = forecast.complete && why.empty();
    return why;
  };
  forecast.text =
      to_string(make_plan(sources, manifest, options.keep_vanished), fields_of, refusal);
  return forecast;
}

}  // namespace gisa
