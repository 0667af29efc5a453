#include "common/cli/command_line.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>

#include "common/cli/language.h"
#include "common/error/foreign_error.h"
#include "common/text/visible.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

void end_quietly(int) { _exit(0); }

void complain(std::string_view program, const std::string& text) {
  std::cout.flush();
  std::cerr << program << ": " << text << std::endl;
}

}  // namespace

Error in_language_of_reader(const Error& error) {
  return {error.code(), in_language_of_reader(error.message()),
          in_language_of_reader(error.hint())};
}

int exit_status(ErrorCode code) { return code == ErrorCode::database_busy ? 75 : 2; }

std::string to_string(const Error& error) {
  if (error.hint().empty()) return error.message();
  return fmt::format("{} ({})", error.message(), error.hint());
}

int run_program(std::string_view program, const std::function<int()>& body) {
  std::ios::sync_with_stdio(false);
  speak_language_of_reader();
  signal(SIGPIPE, end_quietly);
  signal(SIGXFSZ, SIG_IGN);  // a file past its limit is a write that fails
  try {
    const int status = body();
    std::cout.flush();
    if (!std::cout) {
      throw Error(ErrorCode::output, "standard output cannot be written", "is the disk full?");
    }
    return status;
  } catch (...) {
    const Error error = as_error(std::current_exception());
    complain(program, visible(to_string(in_language_of_reader(error))));
    return exit_status(error.code());
  }
}

po::variables_map parse_arguments(const std::vector<std::string>& arguments,
                                  const po::options_description& options,
                                  const po::positional_options_description& positional) {
  // No guessing: `--form` must not come to mean `--format` today and something else tomorrow.
  constexpr int kStyle =
      po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  try {
    po::store(po::command_line_parser(arguments)
                  .options(options)
                  .positional(positional)
                  .style(kStyle)
                  .run(),
              values);
    po::notify(values);
  } catch (const po::unknown_option& error) {
    throw Error(ErrorCode::usage, error.what(),
                "--help lists the options; what comes after -- is none");
  } catch (const po::error& error) {
    throw Error(ErrorCode::usage, error.what(), "--help lists the options");
  }
  return values;
}

std::string database_path(const std::string& option) {
  if (!option.empty()) return option;
  const char* const environment = std::getenv("GISA_DB");
  return environment && *environment ? environment : "gisa.db";
}

}  // namespace gisa
