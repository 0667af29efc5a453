#include "searcher/postings/posting_list.h"

#include <algorithm>

namespace gisa {

namespace {

// The last posting of `document` or before it; the first one if there is none. Which half goes on
// is as good as chance, so no branch asks for it.
const PostingList::Posting* last_to(std::span<const PostingList::Posting> postings,
                                    std::uint32_t document) {
  const PostingList::Posting* first = postings.data();
  for (std::size_t left = postings.size(); left > 1;) {
    const std::size_t half = left / 2;
    first += first[half].document() <= document ? half : 0;
    left -= half;
  }
  return first;
}

}  // namespace

std::optional<std::uint32_t> PostingList::Run::wdf(std::uint32_t document) const {
  if (postings.empty()) return std::nullopt;
  const Posting* const found = last_to(postings, document);
  if (found->document() != document) return std::nullopt;
  if (found->code() < kLarge) return base + found->code();
  return std::lower_bound(large.begin(), large.end(), document,
                          [](const LargeWdf& posting, std::uint32_t wanted) {
                            return posting.document < wanted;
                          })
      ->wdf;
}

PostingList PostingList::read(const Xapian::Database& database, const std::string& term) {
  PostingList list;
  const auto end = database.postlist_end(term);
  auto posting = database.postlist_begin(term);
  if (posting == end) return list;
  // What only filters is said to stand nowhere.
  list.base_ = posting.get_wdf() == 0 ? 0 : 1;
  for (; posting != end; ++posting) list.add(*posting, posting.get_wdf());
  list.postings_.shrink_to_fit();
  list.large_.shrink_to_fit();
  list.windows_.shrink_to_fit();
  return list;
}

std::size_t PostingList::bytes() const {
  return sizeof(*this) + postings_.capacity() * sizeof(Posting) +
         large_.capacity() * sizeof(LargeWdf) + windows_.capacity() * sizeof(Window);
}

PostingList::Run PostingList::run(std::size_t run) const {
  const Window& window = windows_[run];
  const bool is_last = run + 1 == windows_.size();
  const std::size_t end = is_last ? postings_.size() : windows_[run + 1].begin;
  const std::size_t end_large = is_last ? large_.size() : windows_[run + 1].begin_large;
  return {std::span(postings_).subspan(window.begin, end - window.begin),
          std::span(large_).subspan(window.begin_large, end_large - window.begin_large), base_};
}

void PostingList::add(Xapian::docid id, Xapian::termcount wdf) {
  const std::uint32_t window = (id - 1) >> kWindowBits;
  const std::uint32_t document = (id - 1) & (kWindow - 1);
  if (windows_.empty() || windows_.back().number != window) {
    windows_.push_back({window, static_cast<std::uint32_t>(postings_.size()),
                        static_cast<std::uint32_t>(large_.size())});
  }
  const bool is_small = wdf >= base_ && wdf - base_ < kLarge;
  const std::uint32_t code = is_small ? wdf - base_ : kLarge;
  if (wdf > 0) ++standing_;
  postings_.push_back({static_cast<std::uint16_t>(document << 2 | code)});
  if (!is_small) large_.push_back({document, wdf});
}

}  // namespace gisa
