#include <fmt/format.h>

#include <iostream>

#include "common/command_line.h"
#include "indexer/index_run.h"
#include "indexer/readers/reader.h"

namespace {

namespace po = boost::program_options;

struct Options {
  std::string database;
  std::vector<std::string> sources;
};

po::options_description visible_options(Options& options) {
  po::options_description visible("Options");
  // clang-format off
  visible.add_options()
      ("db", po::value(&options.database)->value_name("DIR"),
       "the database folder; default $GISA_DB, else ./gisa.db")
      ("help,h", "show this help")
      ("version,V", "show the version");
  // clang-format on
  return visible;
}

void print_help(const po::options_description& options) {
  std::cout
      << "gisa-index: make a folder of Korean news searchable\n\n"
         "Usage: gisa-index [OPTIONS] SOURCE...\n\n"
         "Builds the database anew from every article below the SOURCE folders or files and\n"
         "then puts it in the place of the one before; searches see one or the other, whole.\n\n"
         "Reads, gzipped (.gz) or not:\n";
  for (const gisa::Format& format : gisa::formats()) {
    std::cout << fmt::format("  {:<8}{}\n", format.name, format.extensions);
  }
  std::cout << '\n'
            << options
            << "\nExit status: 0 done, 1 done but something was left out or replaced (named on\n"
               "standard error), 2 failed, 75 another gisa-index is writing to the database.\n";
}

int run(int argc, char** argv) {
  Options options;
  const po::options_description visible = visible_options(options);
  po::options_description all;
  all.add(visible).add_options()("source", po::value(&options.sources));
  const auto values = gisa::parse_arguments(argc, argv, all,
                                            po::positional_options_description().add("source", -1));
  if (values.count("help")) {
    print_help(visible);
    return 0;
  }
  if (values.count("version")) {
    std::cout << "gisa-index " GISA_VERSION "\n";
    return 0;
  }
  if (options.sources.empty()) {
    throw gisa::Error(gisa::ErrorCode::usage, "no SOURCE given",
                      "gisa-index [--db DIR] SOURCE...; --help tells more");
  }
  gisa::Console console;
  const gisa::IndexReport report =
      gisa::run_index(gisa::database_path(options.database), options.sources, console);
  console.line(gisa::to_string(report));
  return report.left_out + report.mended > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  return gisa::run_program("gisa-index", [&] { return run(argc, argv); });
}
