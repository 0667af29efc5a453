#include "common/analysis/minhash.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace gisa {
namespace {

std::string sketch_of(std::string_view text) {
  MinHasher sketcher;
  sketcher.add(text);
  return sketcher.take();
}

struct Labelled {
  std::string story;
  std::string what;
  std::string sketch;
};

// tests/data/stories.jsonl: articles as news agencies send them and newspapers print them.
std::vector<Labelled> labelled_articles() {
  std::ifstream file(GISA_TEST_DATA "/stories.jsonl");
  std::vector<Labelled> articles;
  for (std::string line; std::getline(file, line);) {
    const auto article = nlohmann::json::parse(line);
    articles.push_back(
        {article["story"], article["what"], sketch_of(article["body"].get<std::string>())});
  }
  return articles;
}

TEST(Story, IsTheSameForCopiesAndForNothingElse) {
  const std::vector<Labelled> articles = labelled_articles();
  ASSERT_GT(articles.size(), 10u);
  for (const Labelled& a : articles) {
    for (const Labelled& b : articles) {
      EXPECT_EQ(near_duplicates(a.sketch, b.sketch), a.story == b.story)
          << a.story << ", " << a.what << " and " << b.story << ", " << b.what << ": "
          << shared_share(a.sketch, b.sketch);
    }
  }
}

TEST(Story, SketchDoesNotChangeWithTheMachine) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "쌀값이 " + std::to_string(i * i) + "원 올랐다. ";
  std::string hexadecimal;
  for (const char c : sketch_of(text)) {
    for (const int half : {(c >> 4) & 15, c & 15}) hexadecimal += "0123456789abcdef"[half];
  }
  EXPECT_EQ(hexadecimal, "017f17961b2b424e0a6d8f69d56ff01fd06d68d6e34339feb8ae2614020cff18e6da");
}

TEST(Story, SketchDoesNotDependOnHowTheTextIsCut) {
  const std::string text =
      "시장 상인회는 주말마다 차를 댈 곳을 찾지 못한 손님이 발길을 돌린다며 주차장을 "
      "넓혀 달라고 해 왔다. 시는 내년 예산에 공사비 94억 원을 넣었다. 공사는 6월에 끝난다.";
  MinHasher sketcher;
  const std::size_t middle = text.find("주차장");
  sketcher.add(std::string_view(text).substr(0, middle));
  sketcher.add(std::string_view(text).substr(middle));
  EXPECT_EQ(sketcher.take(), sketch_of(text));
}

TEST(Story, OfAShortTextIsNotTold) {
  EXPECT_EQ(sketch_of(""), "");
  EXPECT_EQ(sketch_of("[포토] 눈 덮인 한라산"), "");
  EXPECT_FALSE(near_duplicates("", ""));
}

TEST(Story, SketchOfAnotherSizeIsOfNoStory) {
  const std::string text(500, 'a');
  EXPECT_FALSE(near_duplicates(sketch_of(text), "ab"));
}

}  // namespace
}  // namespace gisa
