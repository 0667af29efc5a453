#include "gisa/error.h"

namespace gisa {

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage: return "usage";
    case ErrorCode::input: return "input";
    case ErrorCode::output: return "output";
    case ErrorCode::database_missing: return "database_missing";
    case ErrorCode::database_foreign: return "database_foreign";
    case ErrorCode::database_damaged: return "database_damaged";
    case ErrorCode::database_busy: return "database_busy";
    case ErrorCode::timeout: return "timeout";
    case ErrorCode::cancelled: return "cancelled";
    case ErrorCode::internal: return "internal";
  }
  return {};
}

}  // namespace gisa
