#include "searcher/text/sentence.h"

#include <gtest/gtest.h>

#include <string>

namespace gisa {
namespace {

using Texts = std::vector<std::string>;

Texts split(const std::string& text) {
  Texts out;
  for (const Span& span : sentences(text))
    out.push_back(text.substr(span.begin, span.end - span.begin));
  return out;
}

TEST(Sentences, EndWithTheirStopOrTheirLine) {
  EXPECT_EQ(split("비가 왔다. 눈이 올까? 아니!  끝"),
            (Texts{"비가 왔다.", "눈이 올까?", "아니!", "끝"}));
  EXPECT_EQ(split("◆ 날씨\n비가 왔다.\n\n 눈이 온다"),
            (Texts{"◆ 날씨", "비가 왔다.", "눈이 온다"}));
  EXPECT_EQ(split(""), (Texts{}));
  EXPECT_EQ(split(" \n\t\n"), (Texts{}));
}

TEST(Sentences, KeepTheQuotesThatClose) {
  EXPECT_EQ(split("그는 “비가 왔다.” 그리고 갔다."), (Texts{"그는 “비가 왔다.”", "그리고 갔다."}));
  EXPECT_EQ(split("“비가 왔다.”고 말했다. 끝."), (Texts{"“비가 왔다.”고 말했다.", "끝."}));
  EXPECT_EQ(split("왜?! 그러게..."), (Texts{"왜?!", "그러게..."}));
}

TEST(Sentences, DoNotEndWithinNumbersDatesAndNames) {
  EXPECT_EQ(split("물가가 3.1% 올랐다. JD.com 주가"),
            (Texts{"물가가 3.1% 올랐다.", "JD.com 주가"}));
  EXPECT_EQ(split("지난 2020. 2. 3. 열렸다. 끝"), (Texts{"지난 2020. 2. 3. 열렸다.", "끝"}));
  EXPECT_EQ(split("1. 쌀을 씻는다"), (Texts{"1. 쌀을 씻는다"}));
}

}  // namespace
}  // namespace gisa
