#pragma once

#include <chrono>
#include <string>

#include "common/error/xapian_error.h"

// Connections to the servers of shards. A server that kept somebody waiting is remembered by the
// whole process: it is asked again by a thread of its own, and nobody else waits for it meanwhile.
namespace gisa {

// What is waited for a server.
struct ServerPatience {
  std::chrono::milliseconds connection;  // until it has greeted
  std::chrono::milliseconds answer;      // to each question on the connection
};

// The patience of a request that may take `limit`; 0: as long as it takes.
ServerPatience patience_within(std::chrono::milliseconds limit);

// Connects to `HOST:PORT`. Throws gisa::Error (database_missing) that names `address` if it does
// not answer in time, or is remembered not to.
Xapian::Database connect(const std::string& address, const std::string& host, unsigned port,
                         const ServerPatience& patience);

// Remembers that the server of a connection left a question without an answer.
void remember_silence(const std::string& address);

}  // namespace gisa
