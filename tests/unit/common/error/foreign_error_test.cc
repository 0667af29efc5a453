#include "common/error/foreign_error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <new>
#include <string>
#include <typeinfo>

#include "common/cli/command_line.h"
#include "common/error/xapian_error.h"
#include "tests/support/thrown.h"

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
  for (const std::function<void()>& thrower : test::throwing_defects()) {
    try {
      at_boundary(thrower);
      ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::internal);
      EXPECT_TRUE(error.message().starts_with("a defect: ")) << error.message();
      EXPECT_FALSE(error.hint().empty());
    }
  }
}

// The boundary of the two programs.
TEST(RunProgram, PrintsOneLineForWhateverIsThrown) {
  for (const std::function<void()>& thrower : test::throwing_defects()) {
    ::testing::internal::CaptureStderr();
    const int status = run_program("gisa-search", [&] {
      thrower();
      return 0;
    });
    const std::string said = ::testing::internal::GetCapturedStderr();
    EXPECT_EQ(status, 2);
    EXPECT_TRUE(said.starts_with("gisa-search: a defect: ")) << said;
    EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
  }
}

}  // namespace
}  // namespace gisa
