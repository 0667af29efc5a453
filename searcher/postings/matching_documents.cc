#include "searcher/postings/matching_documents.h"

#include <algorithm>
#include <bitset>
#include <cstddef>

namespace gisa {

namespace {

using Kind = IndexQuery::Kind;
using Documents = std::bitset<PostingList::kWindow>;

// Goes through the windows of a list, which are asked for in their order.
class RunReader {
 public:
  explicit RunReader(const PostingList* list) : list_(list) {}

  std::uint32_t windows() const {
    return list_ == nullptr || list_->runs() == 0 ? 0 : list_->window(list_->runs() - 1) + 1;
  }

  void go_to(std::uint32_t window) {
    if (list_ == nullptr) return;
    while (next_ < list_->runs() && list_->window(next_) < window) ++next_;
    const bool has_run = next_ < list_->runs() && list_->window(next_) == window;
    run_ = has_run ? list_->run(next_) : PostingList::Run();
  }

  void add_to(Documents& documents) const {
    for (const PostingList::Posting posting : run_.postings) documents.set(posting.document());
  }

 private:
  const PostingList* list_;
  std::size_t next_ = 0;
  PostingList::Run run_ = {};
};

class WindowReader {
 public:
  WindowReader(const std::vector<const PostingList*>& lists, const PostingList* everything)
      : everything_(everything) {
    for (const PostingList* const list : lists) terms_.emplace_back(list);
  }

  std::uint32_t windows() const {
    std::uint32_t windows = everything_.windows();
    for (const RunReader& term : terms_) windows = std::max(windows, term.windows());
    return windows;
  }

  void go_to(std::uint32_t window) {
    everything_.go_to(window);
    for (RunReader& term : terms_) term.go_to(window);
  }

  // Adds those of this window that match.
  void add_matches(const MatchPlan::Node& node, Documents& documents) const {
    switch (node.kind) {
      case Kind::term: return terms_[node.term].add_to(documents);
      case Kind::everything: return everything_.add_to(documents);
      case Kind::any:
        for (const MatchPlan::Node& part : node.parts) add_matches(part, documents);
        return;
      case Kind::all:
      case Kind::filter:
      case Kind::except: documents |= combined(node); return;
      case Kind::nothing:
      case Kind::scale:
      case Kind::other: return;
    }
  }

 private:
  Documents combined(const MatchPlan::Node& node) const {
    Documents all = matches(node.parts.front());
    for (std::size_t i = 1; i < node.parts.size() && all.any(); ++i) {
      const Documents part = matches(node.parts[i]);
      all &= node.kind == Kind::except ? ~part : part;
    }
    return all;
  }

  Documents matches(const MatchPlan::Node& node) const {
    Documents documents;
    add_matches(node, documents);
    return documents;
  }

  std::vector<RunReader> terms_;
  RunReader everything_;
};

}  // namespace

std::vector<std::uint32_t> matching_documents(const MatchPlan& plan,
                                              const std::vector<const PostingList*>& lists,
                                              const PostingList* everything) {
  WindowReader reader(lists, everything);
  std::vector<std::uint32_t> found;
  for (std::uint32_t window = 0; window < reader.windows(); ++window) {
    reader.go_to(window);
    Documents documents;
    reader.add_matches(plan.root, documents);
    const std::uint32_t first = (window << PostingList::kWindowBits) + 1;
    for (std::uint32_t document = 0; document < PostingList::kWindow; ++document) {
      if (documents[document]) found.push_back(first + document);
    }
  }
  return found;
}

}  // namespace gisa
