#pragma once

#include <boost/program_options.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/error.h"

// What the two programs share at the edge to the shell.
namespace gisa {

// The exit status of a program that ends in this error: 75 (EX_TEMPFAIL) for a busy database,
// else 2.
int exit_status(ErrorCode code);

// The same, said in the language of the reader.
Error in_language_of_reader(const Error& error);

// "message (hint)", one line.
std::string to_string(const Error& error);

// Runs a program's body; an Error, or anything else that gets away, becomes one line on stderr led
// by `program` and an exit status. A reader that closes the pipe early ends the program quietly
// with status 0; a standard output that cannot be written (disk full) with status 2.
int run_program(std::string_view program, const std::function<int()>& body);

// The values on a command line, without the program's name. Throws Error (usage) for an unknown
// option, a missing value or a value of the wrong kind; arguments that are not UTF-8 are allowed.
boost::program_options::variables_map parse_arguments(
    const std::vector<std::string>& arguments,
    const boost::program_options::options_description& options,
    const boost::program_options::positional_options_description& positional);

// The database to use: `option` if given, else $GISA_DB, else ./gisa.db.
std::string database_path(const std::string& option);

}  // namespace gisa
