#pragma once

#include <string>
#include <string_view>

namespace gisa {

// Whether a client that sends this Accept-Encoding takes gzip (RFC 9110, 12.5.3).
bool accepts_gzip(std::string_view accept_encoding);

// `bytes` as one member of gzip (RFC 1952). Throws Error (internal) if there is no memory for it.
std::string gzipped(std::string_view bytes);

}  // namespace gisa
