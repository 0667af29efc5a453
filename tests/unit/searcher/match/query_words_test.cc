// What a query's words are taken for, by the tables in tests/data/query.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "searcher/expand/hanja.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"
#include "searcher/words/question_word.h"
#include "tests/support/data_rows.h"

namespace gisa {
namespace {

TEST(HanjaVariants, AreThoseOfTheTable) {
  for (const DataRow& row : read_rows("query/hanja_variants.tsv")) {
    SCOPED_TRACE(row.place);
    std::vector<std::string> variants;
    for (const std::u32string& form : hanja_variants(folded_chars(row.column(0)))) {
      variants.push_back(utf8(form));
    }
    EXPECT_EQ(fmt::format("{}", fmt::join(variants, " ")), row.column(1));
  }
}

TEST(QuestionWords, AreThoseOfTheTable) {
  for (const DataRow& row : read_rows("query/question_words.tsv")) {
    SCOPED_TRACE(row.place);
    std::string printed;
    const SearchWord word = analyse(Analyzer::current(), row.column(0), printed).at(0).word;
    EXPECT_EQ(is_question_word(word.surface, word.stem) ? "question" : "subject", row.column(1));
  }
}

}  // namespace
}  // namespace gisa
