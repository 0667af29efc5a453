#pragma once

#include <string>

namespace gisa {

// What may be asked of the server, as an OpenAPI document (version 3.1), made of the table of
// options; docs/openapi.json is a copy of it.
std::string openapi_document();

}  // namespace gisa
