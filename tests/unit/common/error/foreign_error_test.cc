#include "common/error/foreign_error.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <new>
#include <regex>
#include <stdexcept>
#include <typeinfo>
#include <variant>

#include "common/error/xapian_error.h"

namespace gisa {
namespace {

template <typename Thrown>
Error told(const Thrown& thrown) {
  try {
    at_boundary([&] { throw thrown; });
  } catch (const Error& error) {
    return error;
  } catch (...) {
  }
  ADD_FAILURE() << typeid(Thrown).name() << " passes the boundary";
  return {ErrorCode::internal, ""};
}

TEST(Boundary, LeavesAnErrorOfOurs) {
  const Error error = told(Error(ErrorCode::timeout, "too long", "ask for less"));
  EXPECT_EQ(error.code(), ErrorCode::timeout);
  EXPECT_EQ(error.message(), "too long");
  EXPECT_EQ(error.hint(), "ask for less");
}

TEST(Boundary, TellsWhatOthersMeanForAUser) {
  namespace fs = std::filesystem;
  const auto denied = std::make_error_code(std::errc::permission_denied);
  const Error file = told(fs::filesystem_error("mkdir", "news.db", denied));
  EXPECT_EQ(file.code(), ErrorCode::output);
  EXPECT_EQ(file.message(), "cannot use news.db: Permission denied");
  EXPECT_EQ(told(std::bad_alloc()).message(), "out of memory");
  EXPECT_EQ(told(std::bad_array_new_length()).message(), "out of memory");
  EXPECT_EQ(told(std::system_error(denied)).message(), "the system refuses: Permission denied");
  EXPECT_EQ(told(Xapian::DatabaseCorruptError("x")).code(), ErrorCode::database_damaged);
  EXPECT_EQ(told(Xapian::DatabaseCorruptError("x")).message(), "the database cannot be read");
  EXPECT_EQ(told(Xapian::NetworkError("x")).message(), "the database does not answer");
}

TEST(Boundary, LetsNoExceptionOfTheStandardLibraryPass) {
  for (const Error& error : {told(std::logic_error("x")),
                             told(std::invalid_argument("stoul")),
                             told(std::domain_error("x")),
                             told(std::length_error("basic_string::append")),
                             told(std::out_of_range("x")),
                             told(std::runtime_error("x")),
                             told(std::range_error("x")),
                             told(std::overflow_error("x")),
                             told(std::underflow_error("x")),
                             told(std::regex_error(std::regex_constants::error_stack)),
                             told(std::bad_cast()),
                             told(std::bad_typeid()),
                             told(std::bad_exception()),
                             told(std::bad_function_call()),
                             told(std::bad_weak_ptr()),
                             told(std::bad_variant_access()),
                             told(std::bad_optional_access()),
                             told(std::future_error(std::future_errc::no_state)),
                             told(std::exception()),
                             told(42),
                             told("text")}) {
    EXPECT_EQ(error.code(), ErrorCode::internal);
    EXPECT_TRUE(error.message().starts_with("a defect: ")) << error.message();
    EXPECT_FALSE(error.hint().empty());
  }
}

}  // namespace
}  // namespace gisa
