#include "indexer/source/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <map>

#include "gisa/error.h"
#include "tests/support/gzip.h"
#include "tests/support/packed.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

using test::Files;
using test::packed;

// `files` packed by libarchive as `format` (zip, ustar) and then compressed by `filter` (gzip,
// ...).
std::string compressed(const std::string& bytes, const char* filter) {
  return packed({{"file", bytes}}, "raw", filter);
}

// Lines of 3 to 8 bytes, so that none lines up with a block of the reader.
std::string numbered_lines(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "L" + std::to_string(i) + "\n";
  return out;
}

void append_number(std::string& out, std::uint32_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> 8 * i & 0xFF);
}

// A zip with empty files, their names as these bytes, bit 11 of the flags set or not.
std::string zip_of_names(const std::vector<std::string>& names, bool utf8_flag) {
  std::string out;
  for (const std::string& name : names) {
    out += "PK\x03\x04";
    append_number(out, 20, 2);  // version
    append_number(out, utf8_flag ? 0x800 : 0, 2);
    out.append(2 + 4 + 4 + 4 + 4, '\0');  // stored, no time, checksum and sizes of nothing
    append_number(out, static_cast<std::uint32_t>(name.size()), 2);
    append_number(out, 0, 2);
    out += name;
  }
  return out + "PK\x05\x06" + std::string(18, '\0');
}

class Unpack : public ::testing::Test {
 protected:
  Files unpacked(const std::string& name, std::string_view bytes, UnpackLimits limits = {}) {
    Files files;
    const auto take = [&](const std::string& inner, ByteStream& stream) {
      std::string& content = files[inner];
      for (std::string line; stream.next_line(line);) content += line + "\n";
    };
    unpack(temp_.write(name, bytes), name, limits, take,
           [this](Problem problem) { problems_.push_back(std::move(problem)); });
    return files;
  }

  test::TempFolder temp_;
  std::vector<Problem> problems_;
};

TEST_F(Unpack, APlainFileIsItself) {
  EXPECT_EQ(unpacked("a.txt", "쌀값\n"), (Files{{"a.txt", "쌀값\n"}}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Unpack, KnowsEveryPackingByItsBytes) {
  const std::string text = numbered_lines(60000);
  for (const char* const filter : {"gzip", "bzip2", "xz", "zstd"}) {
    EXPECT_EQ(unpacked("a.txt", compressed(text, filter)), (Files{{"a.txt", text}})) << filter;
    EXPECT_EQ(unpacked("a.tgz", packed({{"x/b.txt", text}}, "ustar", filter)),
              (Files{{"a.tgz/x/b.txt", text}}))
        << filter;
  }
  EXPECT_EQ(unpacked("a.zip", packed({{"b.txt", text}, {"c.txt", "c\n"}}, "zip")),
            (Files{{"a.zip/b.txt", text}, {"a.zip/c.txt", "c\n"}}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Unpack, PackingsMayLieInsideOneAnother) {
  const std::string inner = packed({{"b.txt.xz", compressed("쌀값\n", "xz")}}, "ustar", "zstd");
  EXPECT_EQ(unpacked("a.zip", packed({{"2020/03.tar.zst", inner}}, "zip")),
            (Files{{"a.zip/2020/03.tar.zst/b.txt.xz", "쌀값\n"}}));
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Unpack, PassesOverHiddenMembers) {
  EXPECT_EQ(unpacked("a.zip", packed({{"__MACOSX/._b.txt", "x\n"},
                                      {".git/c.txt", "x\n"},
                                      {"d/README.txt", "x\n"},
                                      {"d/b.txt", "b\n"}},
                                     "zip")),
            (Files{{"a.zip/d/b.txt", "b\n"}}));
}

// Whatever the locale: this process is in "C".
TEST_F(Unpack, NamesInAZipAreTextHoweverTheyAreWritten) {
  const Files expected{{"a.zip/정부의 쌀/값.txt", ""}};
  EXPECT_EQ(unpacked("a.zip", zip_of_names({"정부의 쌀/값.txt"}, true)), expected);
  EXPECT_EQ(unpacked("a.zip", zip_of_names({"정부의 쌀/값.txt"}, false)), expected);
  const std::string cp949 = "\xC1\xA4\xBA\xCE\xC0\xC7 \xBD\xD2/\xB0\xAA.txt";
  EXPECT_EQ(unpacked("a.zip", zip_of_names({cp949}, false)), expected);
  const std::string nfd = "정부의 \u110A\u1161\u11AF/값.txt";
  EXPECT_EQ(unpacked("a.zip", zip_of_names({nfd}, true)), expected);
  EXPECT_EQ(unpacked("a.zip", zip_of_names({nfd}, false)), expected);
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Unpack, EveryMemberHasItsOwnPlace) {
  EXPECT_EQ(unpacked("a.zip", zip_of_names({"쌀.txt", "쌀.txt", "\u110A\u1161\u11AF.txt"}, true)),
            (Files{{"a.zip/쌀.txt", ""}, {"a.zip/쌀.txt (2)", ""}, {"a.zip/쌀.txt (3)", ""}}));
}

TEST_F(Unpack, AnOfficeDocumentIsOneFile) {
  const Files files = unpacked("a.xlsx", packed({{"[Content_Types].xml", "x"}}, "zip"));
  ASSERT_EQ(files.size(), 1u);
  EXPECT_EQ(files.begin()->first, "a.xlsx");
  EXPECT_EQ(unpacked("a.docx", packed({{"word/media/image1.png", "x"}, {"z", ""}}, "zip")).size(),
            1u);
  EXPECT_EQ(unpacked("a.odt", packed({{"content.xml", "x"}, {"META-INF/manifest.xml", ""}}, "zip"))
                .size(),
            1u)
      << "libarchive writes the length of a member behind it";
  EXPECT_EQ(unpacked("a.EPUB", packed({{"OPS/a.xhtml", "x"}, {"OPS/b.xhtml", ""}}, "zip")).size(),
            1u)
      << "where its members do not tell, its name does";
  EXPECT_EQ(unpacked("a.zip", packed({{"word/1.txt", "x"}, {"word/2.txt", ""}}, "zip")).size(), 2u);
}

TEST_F(Unpack, GzipOfNothingIsEmpty) {
  EXPECT_EQ(unpacked("a.gz", test::gzipped("")), (Files{{"a.gz", ""}}));
}

TEST_F(Unpack, DamageIsToldBehindWhatCameBefore) {
  const std::string whole = test::gzipped(numbered_lines(60000));
  const Files files = unpacked("cut.gz", std::string_view(whole).substr(0, whole.size() / 2));
  EXPECT_GT(files.at("cut.gz").size(), 100000u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].where(), "cut.gz");
  EXPECT_NE(problems_[0].what.find("damaged"), std::string::npos) << problems_[0].what;
}

TEST_F(Unpack, StopsAtTheRatio) {
  UnpackLimits limits;
  limits.ratio = 20;
  limits.judged_from = 100000;
  unpacked("bomb.gz", compressed(std::string(4000000, '\n'), "gzip"), limits);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].what, "unpacks to more than 20 times its size; left out from there on");
}

TEST_F(Unpack, StopsAtTheTotal) {
  UnpackLimits limits;
  limits.total = 2 << 20;
  const std::string text = numbered_lines(200000);
  unpacked("a.zip", packed({{"a.txt", text}, {"b.txt", text}, {"c.txt", text}}, "zip"), limits);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].what, "unpacks to more than 2 MB; left out from there on");
}

TEST_F(Unpack, StopsAtTheDepth) {
  UnpackLimits limits;
  limits.depth = 2;
  std::string bytes = packed({{"deep.txt", "x\n"}}, "zip");
  bytes = packed({{"c.zip", bytes}, {"flat.txt", "y\n"}}, "zip");
  bytes = packed({{"b.zip", bytes}}, "zip");
  EXPECT_EQ(unpacked("a.zip", bytes, limits), (Files{{"a.zip/b.zip/flat.txt", "y\n"}}));
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].where(), "a.zip/b.zip/c.zip/deep.txt");
  EXPECT_EQ(problems_[0].what, "is packed more than 2 times; left out");
}

}  // namespace
}  // namespace gisa
