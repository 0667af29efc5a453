#include "common/cli/command_line.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "common/cli/language.h"
#include "common/error/foreign_error.h"
#include "common/text/edit_distance.h"
#include "common/text/utf32.h"
#include "common/text/visible.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

void end_quietly(int) { _exit(0); }

void complain(std::string_view program, const std::string& text) {
  std::cout.flush();
  std::cerr << program << ": " << text << std::endl;
}

// The option that may be meant by `typed`, both with two dashes before them: one that begins so, or
// the nearest one. Empty if none is near.
std::string nearest_option(const std::string& typed, const po::options_description& options) {
  constexpr std::size_t kShort = 4;  // without the dashes
  std::size_t least = typed.size() < kShort + 2 ? 1 : 2;
  const std::u32string letters = utf32(typed);
  std::string nearest;
  for (const auto& option : options.options()) {
    if (option->description().empty()) continue;
    std::string name = "--" + option->long_name();
    if (typed.size() > kShort && name.starts_with(typed)) return name;
    const std::size_t distance = edit_distance(letters, utf32(name));
    if (distance > least || (distance == least && !nearest.empty())) continue;
    least = distance;
    nearest = std::move(name);
  }
  return nearest;
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
    const std::string near = nearest_option(error.get_option_name(), options);
    throw Error(ErrorCode::usage, error.what(),
                near.empty() ? "--help lists the options; what comes after -- is none"
                             : fmt::format("did you mean {}? --help lists the options", near));
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
