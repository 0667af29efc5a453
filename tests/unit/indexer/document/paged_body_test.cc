#include "indexer/document/paged_body.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

StoredPassage numbered(const PagedBody& body, Span span) {
  StoredPassage passage;
  body.number(span, passage);
  return passage;
}

TEST(PagedBody, IsTheTextWithoutItsSigns) {
  EXPECT_EQ(PagedBody("쌀값이\f 올랐다.\n\f\n콩값도.").text(), "쌀값이 올랐다.\n\n콩값도.");
  EXPECT_EQ(PagedBody("쌀값").text(), "쌀값");
  EXPECT_EQ(PagedBody("\f\f").text(), "");
}

TEST(PagedBody, KnowsNoPageWithoutASign) {
  const PagedBody body("쌀값이 올랐다.");
  EXPECT_EQ(numbered(body, {0, body.text().size()}).page, 0u);
}

TEST(PagedBody, NumbersAStretchByWhereItBegins) {
  struct {
    const char* body;
    Span span;
    std::uint32_t page;
    std::vector<std::size_t> begins;
  } const kCases[] = {
      {"ab\fcd\fef", {0, 2}, 1, {}},     {"ab\fcd\fef", {2, 4}, 2, {}},
      {"ab\fcd\fef", {0, 6}, 1, {2, 4}}, {"ab\fcd\fef", {3, 6}, 2, {1}},
      {"\fab\fcd", {0, 2}, 1, {}},       {"\fab\fcd", {2, 4}, 2, {}},
      {"\fab", {0, 2}, 1, {}},           {"ab\f\fcd", {2, 4}, 3, {}},
      {"ab\f\fcd", {0, 4}, 1, {2, 2}},
  };
  for (const auto& row : kCases) {
    const StoredPassage passage = numbered(PagedBody(row.body), row.span);
    EXPECT_EQ(passage.page, row.page) << row.body;
    EXPECT_EQ(passage.page_begins, row.begins) << row.body;
  }
}

TEST(PagedBody, KnowsWhereHeadersAndFootersAre) {
  const PagedBody body("\fab\fcd\n\vef\ngh");
  EXPECT_EQ(body.text(), "abcd\nef\ngh");
  const struct {
    Span span;
    std::vector<Span> before;
    std::vector<Span> after;
  } kCases[] = {
      {{0, 4}, {}, {}},
      {{0, 10}, {}, {{5, 10}}},
      {{0, 10}, {{1, 2}, {5, 7}}, {{1, 2}, {5, 10}}},
      {{0, 10}, {{4, 7}}, {{4, 5}, {5, 10}}},
      {{8, 10}, {{0, 2}}, {{0, 2}}},
  };
  for (const auto& row : kCases) {
    std::vector<Span> boilerplate = row.before;
    body.add_running(row.span, boilerplate);
    EXPECT_EQ(boilerplate, row.after);
  }
}

}  // namespace
}  // namespace gisa
