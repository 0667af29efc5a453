#pragma once

#include <exception>
#include <utility>

#include "gisa/error.h"

namespace gisa {

// Any exception as the gisa::Error that a user sees: the one boundary where those of the
// standard library and of others end. A gisa::Error is left as it is. `caught` must not be null.
Error as_error(const std::exception_ptr& caught) noexcept;

// Calls `work`; whatever it throws leaves as a gisa::Error. Each function of include/gisa is one of
// these.
template <typename Work>
decltype(auto) at_boundary(Work&& work) {
  try {
    return std::forward<Work>(work)();
  } catch (const Error&) {
    throw;
  } catch (...) {
    throw as_error(std::current_exception());
  }
}

}  // namespace gisa
