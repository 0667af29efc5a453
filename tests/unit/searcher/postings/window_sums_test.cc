#include "searcher/postings/window_sums.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "searcher/postings/match_plan.h"

namespace gisa {
namespace {

// A term's postings: document and wdf, from document 1 on.
struct Posted {
  unsigned document;
  unsigned wdf;
};

PostingList list_of(const std::vector<Posted>& postings) {
  Xapian::WritableDatabase db("", Xapian::DB_BACKEND_INMEMORY);
  for (const Posted& posting : postings) {
    Xapian::Document document;
    document.add_term("word", posting.wdf);
    db.replace_document(posting.document, document);
  }
  return PostingList::read(db, "word");
}

// In a window they are counted from 0 on.
std::vector<std::uint32_t> numbers(std::vector<WindowSums::Document> documents) {
  std::vector<std::uint32_t> numbers;
  for (const WindowSums::Document& document : documents) numbers.push_back(document.number);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

TEST(TermUnits, RoundsUpWhatATermScores) {
  const TermUnits term(3.3, 10, list_of({{1, 1}}));
  for (const unsigned wdf : {1u, 2u, 3u, 4u, 300u}) {
    const double exact = 10 * term_score(3.3, wdf);
    EXPECT_GE(term.of_wdf(wdf), exact) << wdf;
    EXPECT_LT(term.of_wdf(wdf), exact + 1) << wdf;
  }
}

TEST(TermUnits, IsNeverMoreThanTheMostOfARun) {
  const PostingList few = list_of({{1, 1}, {2, 3}});
  const PostingList many = list_of({{1, 1}, {2, 900}});
  EXPECT_EQ(TermUnits(3.3, 10, few).most(few.run(0)), TermUnits(3.3, 10, few).of_wdf(3));
  EXPECT_GE(TermUnits(3.3, 10, many).most(many.run(0)), TermUnits(3.3, 10, many).of_wdf(900));
  EXPECT_EQ(TermUnits(3.3, 10, few).most(PostingList::Run()), 0);
}

TEST(WindowSums, AddsUpWhatTermsScoreAndProposesThoseWhoReachASum) {
  const PostingList weak = list_of({{1, 1}, {3, 1}, {5, 1}});
  const PostingList strong = list_of({{3, 1}, {4, 900}, {9, 1}});
  const TermUnits weak_units(2, 10, weak);
  const TermUnits strong_units(6, 10, strong);
  WindowSums sums;
  sums.add(weak.run(0), weak_units);
  sums.add(strong.run(0), strong_units);
  EXPECT_EQ(sums.of(0), weak_units.of_wdf(1));
  EXPECT_EQ(sums.of(2), weak_units.of_wdf(1) + strong_units.of_wdf(1));
  EXPECT_EQ(sums.of(3), strong_units.of_wdf(900));
  EXPECT_EQ(sums.of(1), 0);

  std::vector<WindowSums::Document> documents;
  sums.propose(2, static_cast<Units>(strong_units.of_wdf(1) + 1), documents);
  EXPECT_EQ(numbers(documents), (std::vector<std::uint32_t>{2, 3}));
}

TEST(WindowSums, ProposesOnlyWhatTheLastRunsHave) {
  const PostingList weak = list_of({{1, 1}, {3, 1}});
  const PostingList strong = list_of({{3, 1}, {9, 1}});
  WindowSums sums;
  sums.add(weak.run(0), TermUnits(2, 10, weak));
  sums.add(strong.run(0), TermUnits(6, 10, strong));
  std::vector<WindowSums::Document> documents;
  sums.propose(1, 1, documents);
  EXPECT_EQ(numbers(documents), (std::vector<std::uint32_t>{2, 8}));
  // What is added later counts, too, and the mark of those proposed is no part of a sum.
  sums.add(2, 7);
  EXPECT_EQ(sums.of(2), TermUnits(2, 10, weak).of_wdf(1) + TermUnits(6, 10, strong).of_wdf(1) + 7);
}

TEST(WindowSums, ProposesEachDocumentOnceFromManyPostingsAsFromFew) {
  std::vector<Posted> even;
  std::vector<Posted> all;
  for (unsigned document = 1; document <= 8'000; ++document) {
    all.push_back({document, 1});
    if (document % 2 == 0) even.push_back({document, 1});
  }
  const PostingList even_list = list_of(even);
  const PostingList all_list = list_of(all);
  const TermUnits even_units(6, 10, even_list);
  const TermUnits all_units(2, 10, all_list);
  WindowSums sums;
  sums.add(all_list.run(0), all_units);
  sums.add(even_list.run(0), even_units);
  std::vector<WindowSums::Document> documents;
  sums.propose(2, static_cast<Units>(all_units.of_wdf(1) + 1), documents);
  EXPECT_EQ(documents.size(), even.size());
}

TEST(WindowSums, IsEmptyOnceItIsCleared) {
  for (const unsigned documents : {10u, 8'000u}) {
    std::vector<Posted> postings;
    for (unsigned document = 1; document <= documents; ++document)
      postings.push_back({document, 5});
    const PostingList list = list_of(postings);
    WindowSums sums;
    sums.add(list.run(0), TermUnits(2, 10, list));
    std::vector<WindowSums::Document> proposed;
    sums.propose(1, 1, proposed);
    EXPECT_EQ(proposed.size(), documents);
    sums.clear();
    for (unsigned document = 0; document < documents; ++document) ASSERT_EQ(sums.of(document), 0);
  }
}

}  // namespace
}  // namespace gisa
