#include "searcher/match/glance.h"

#include <gtest/gtest.h>

#include "common/database/database.h"
#include "common/text/utf8.h"
#include "searcher/match/compile.h"
#include "searcher/text/folded_text.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

StoredPassage passage_of(std::string title, std::string text) {
  StoredPassage passage;
  passage.article.title = std::move(title);
  passage.text = std::move(text);
  return passage;
}

bool may_hold_for(const std::string& query, const StoredPassage& passage, Pieces pieces) {
  static Database database(news_database());
  const CompiledQuery compiled = compile(parse_plain(query).query, database, nullptr, pieces);
  Glance glance;
  glance.look_at(passage);
  return may_hold(compiled.condition, compiled, glance);
}

const StoredPassage kFlood = passage_of(
    "집중호우에 하천 범람", "주민 ‘3,200명’이 대피했다. 재난 대책본부는 HLE·T1 경기를 미뤘다.");

TEST(Glance, SeesLettersAcrossBlanksAndSigns) {
  Glance glance;
  glance.look_at(kFlood);
  for (const char32_t* chars : {U"집중호우", U"재난대책본부", U"3200명", U"hlet1", U"범람"}) {
    EXPECT_TRUE(glance.may_have(chars)) << utf8(chars);
  }
  for (const char32_t* chars : {U"재난본부", U"3300", U"lck", U"범람주민"}) {
    EXPECT_FALSE(glance.may_have(chars)) << utf8(chars);
  }
}

TEST(Glance, RefusesARowOfWhichNoWordCanStand) {
  EXPECT_TRUE(may_hold_for("하천 산불", kFlood, Pieces::nowhere));
  EXPECT_FALSE(may_hold_for("산불 진화", kFlood, Pieces::nowhere));
}

TEST(Glance, TakesHalfOfALongWordWherePiecesMayDo) {
  EXPECT_FALSE(may_hold_for("재난안전대책본부", kFlood, Pieces::nowhere));
  EXPECT_TRUE(may_hold_for("재난안전대책본부", kFlood, Pieces::anywhere));
  EXPECT_FALSE(may_hold_for("중앙선거관리위원회", kFlood, Pieces::anywhere));
}

TEST(Glance, RefusesNothingOfATextThatMayFoldOtherwise) {
  Glance glance;
  glance.look_at(passage_of("㈜한국전력", "ＨＬＥ가 이겼다."));
  EXPECT_TRUE(glance.may_have(U"주한국전력"));
  EXPECT_TRUE(glance.may_have(U"hle"));
}

void expect_all_letters_of(const std::string& text) {
  static FoldedText folded;
  static Glance glance;
  folded.assign(text);
  std::u32string letters(folded.chars());
  std::erase(letters, FoldedText::kBreak);
  glance.look_at(passage_of("", text));
  EXPECT_TRUE(glance.may_have(letters)) << text;
}

TEST(Glance, HasAllLettersThatAFoldedTextHas) {
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    expect_all_letters_of("가" + utf8(std::u32string(1, c)) + "나");
  }
  expect_all_letters_of("ㅎㅏㄴ국");
}

}  // namespace
}  // namespace gisa
