#include "indexer/source/byte_stream.h"

#include <gtest/gtest.h>

#include "gisa/error.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

using Lines = std::vector<std::string>;

// Lines of 3 to 8 bytes, so that none lines up with a block of the reader.
std::string numbered_lines(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "L" + std::to_string(i) + "\n";
  return out;
}

Lines lines_of(ByteStream& stream) {
  Lines lines;
  for (std::string line; stream.next_line(line);) lines.push_back(line);
  return lines;
}

class ByteStreamTest : public ::testing::Test {
 protected:
  Lines lines_in(std::string_view bytes) {
    ByteStream stream = ByteStream::of_file(temp_.write("file", bytes));
    return lines_of(stream);
  }
  std::string rest_of(std::string_view bytes) {
    return ByteStream::of_file(temp_.write("file", bytes)).rest();
  }
  test::TempFolder temp_;
};

TEST_F(ByteStreamTest, CutsLines) {
  EXPECT_EQ(lines_in("a\nbc\n"), (Lines{"a", "bc"}));
  EXPECT_EQ(lines_in("a\nbc"), (Lines{"a", "bc"}));
  EXPECT_EQ(lines_in("\n\n"), (Lines{"", ""}));
  EXPECT_EQ(lines_in("\n가"), (Lines{"", "가"}));
  EXPECT_EQ(lines_in(""), Lines{});
  EXPECT_EQ(lines_in("a\r\nb"), (Lines{"a\r", "b"}));
}

TEST_F(ByteStreamTest, AnEmptyFileIsEmpty) {
  ByteStream stream = ByteStream::of_file(temp_.write("empty", ""));
  EXPECT_EQ(stream.peek(10), "");
  EXPECT_EQ(stream.rest(), "");
  std::string line;
  EXPECT_FALSE(stream.next_line(line));
}

TEST_F(ByteStreamTest, KeepsEveryByte) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  EXPECT_EQ(rest_of(bytes), bytes);
  const std::string large = numbered_lines(60000);
  EXPECT_EQ(rest_of(large), large);
}

TEST_F(ByteStreamTest, LinesOfManyBlocksAreWhole) {
  const Lines lines = lines_in(numbered_lines(60000));
  ASSERT_EQ(lines.size(), 60000u);
  for (std::size_t i = 0; i < lines.size(); ++i) ASSERT_EQ(lines[i], "L" + std::to_string(i));
}

TEST_F(ByteStreamTest, ALineMayBeLongerThanABlock) {
  const std::string longest(300000, 'x');
  EXPECT_EQ(lines_in("a\n" + longest + "\nb\nc"), (Lines{"a", longest, "b", "c"}));
}

TEST_F(ByteStreamTest, PeekingTakesNothing) {
  const std::string bytes = numbered_lines(60000);
  ByteStream stream = ByteStream::of_file(temp_.write("file", bytes));
  EXPECT_EQ(stream.peek(3), "L0\n");
  EXPECT_EQ(stream.peek(200000), bytes.substr(0, 200000));
  std::string line;
  ASSERT_TRUE(stream.next_line(line));
  EXPECT_EQ(line, "L0");
  EXPECT_EQ(stream.peek(2), "L1");
  EXPECT_EQ(stream.peek(bytes.size()), bytes.substr(3)) << "more than there is: all there is";
  EXPECT_EQ(stream.rest(), bytes.substr(3));
  EXPECT_EQ(stream.peek(1), "");
}

TEST_F(ByteStreamTest, PiecesAreNotCutWithinCharacters) {
  std::string bytes;
  for (int i = 0; i < 60000; ++i) bytes += "쌀값 ";
  ByteStream stream = ByteStream::of_file(temp_.write("file", bytes));
  std::string all;
  for (std::string piece; stream.next_piece(piece); all += piece) {
    ASSERT_EQ(piece.back(), ' ');
    ASSERT_EQ(stream.offset(), all.size() + piece.size());
  }
  EXPECT_EQ(all, bytes);
}

TEST_F(ByteStreamTest, WhatIsTooLongIsRefused) {
  const std::string block(1 << 20, 'x');
  ByteStream endless([&] { return std::string_view(block); });
  std::string line;
  EXPECT_THROW(endless.next_line(line), Error);
}

TEST_F(ByteStreamTest, WhatCannotBeOpenedIsAnInputError) {
  try {
    ByteStream::of_file(temp_.path() / "missing");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::input);
  }
  EXPECT_THROW(ByteStream::of_file(temp_.path()).rest(), Error) << "a folder";
}

}  // namespace
}  // namespace gisa
