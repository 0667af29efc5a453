#include "common/text/workbook_cell.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(WorkbookCell, HoldsTheUnitsOfUtf16ThatExcelAllows) {
  EXPECT_EQ(fit_for_cell("쌀값"), "쌀값");
  EXPECT_EQ(fit_for_cell(repeated("쌀", 32'767)), repeated("쌀", 32'767));
  EXPECT_EQ(fit_for_cell(repeated("쌀", 32'768)), repeated("쌀", 32'767));
  EXPECT_EQ(fit_for_cell(repeated("😀", 16'384)), repeated("😀", 16'383));
}

TEST(WorkbookCell, IsFullWhereTheNextCharacterMayHaveHadNoRoom) {
  EXPECT_TRUE(is_full_cell(repeated("쌀", 32'767)));
  EXPECT_TRUE(is_full_cell(repeated("😀", 16'383)));
  EXPECT_FALSE(is_full_cell(repeated("쌀", 32'765)));
  EXPECT_FALSE(is_full_cell(""));
}

TEST(WorkbookCell, EscapesAreReadBack) {
  EXPECT_EQ(escaped_for_cell("_x0041_"), "_x005F_x0041_");
  for (const char* const text :
       {"", "_x", "_x0041_", "a_x0041_x0042_", "_x005F_x0041_", "_xZZZZ_"}) {
    EXPECT_EQ(unescaped_cell(escaped_for_cell(text)), text);
  }
}

TEST(WorkbookCell, EndsOfLinesThatExcelEscapesAreOnes) {
  EXPECT_EQ(unescaped_cell("쌀값_x000D_\n오름_x0000_"), "쌀값\r\n오름_x0000_");
}

}  // namespace
}  // namespace gisa
