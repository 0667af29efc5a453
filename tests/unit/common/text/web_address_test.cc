#include "common/text/web_address.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

TEST(WebAddress, BeginsAsOne) {
  EXPECT_TRUE(is_web_address("https://onnuri.example/1"));
  EXPECT_TRUE(is_web_address("http://onnuri.example/1"));
  EXPECT_FALSE(is_web_address("onnuri.example/1"));
  EXPECT_FALSE(is_web_address("ftp://onnuri.example/1"));
  EXPECT_FALSE(is_web_address("tech/https://1.txt"));
}

Article article_of(const char* id, const char* url) {
  Article article;
  article.id = id;
  article.url = url;
  return article;
}

TEST(WebAddress, OfAnArticleMayBeItsId) {
  EXPECT_EQ(address_of(article_of("https://onnuri.example/1", "")), "https://onnuri.example/1");
  EXPECT_EQ(address_of(article_of("https://onnuri.example/1", "https://m.onnuri.example/1")),
            "https://m.onnuri.example/1");
  EXPECT_EQ(address_of(article_of("tech/1.txt", "")), "");
}

}  // namespace
}  // namespace gisa
