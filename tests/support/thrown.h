#pragma once

#include <functional>
#include <future>
#include <new>
#include <regex>
#include <stdexcept>
#include <typeinfo>
#include <variant>
#include <vector>

namespace gisa::test {

template <typename Thrown>
std::function<void()> throwing(const Thrown& thrown) {
  return [thrown] { throw thrown; };
}

// Each throws another exception that is a defect where it reaches a boundary: those of the standard
// library, and what is no exception at all.
inline std::vector<std::function<void()>> throwing_defects() {
  return {throwing(std::logic_error("x")),
          throwing(std::invalid_argument("stoul")),
          throwing(std::domain_error("x")),
          throwing(std::length_error("basic_string::append")),
          throwing(std::out_of_range("x")),
          throwing(std::runtime_error("x")),
          throwing(std::range_error("x")),
          throwing(std::overflow_error("x")),
          throwing(std::underflow_error("x")),
          throwing(std::regex_error(std::regex_constants::error_stack)),
          throwing(std::bad_cast()),
          throwing(std::bad_typeid()),
          throwing(std::bad_exception()),
          throwing(std::bad_function_call()),
          throwing(std::bad_weak_ptr()),
          throwing(std::bad_variant_access()),
          throwing(std::bad_optional_access()),
          throwing(std::future_error(std::future_errc::no_state)),
          throwing(std::exception()),
          throwing(42),
          throwing("text")};
}

}  // namespace gisa::test
