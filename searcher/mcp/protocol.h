#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <string_view>

#include "searcher/mcp/tool.h"

namespace gisa::mcp {

// What a server of the Model Context Protocol answers to `message`, a line of JSON-RPC 2.0; empty
// for a notification. Knows two eras of the protocol: 2025-11-25 and before, which begin with
// `initialize`, and 2026-07-28, in which every request names its version. What is wrong with the
// arguments of a tool, or the database, is a result for the model to read; what is wrong with the
// message is an error. Throws nothing but std::bad_alloc.
std::string respond(const ToolContext& context, std::string_view message);

// Answers each line of `in` by a line on `out`, one after the other, until `in` ends or `out`
// fails. A request that a later line cancels is not answered; if it is being worked on, it stops.
void serve(Searcher& searcher, std::istream& in, std::ostream& out, const std::string& synonyms);

}  // namespace gisa::mcp
