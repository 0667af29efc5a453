#include "searcher/postings/posting_list.h"

#include <algorithm>
#include <utility>

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

// Takes so many postings as it is made for.
class PostingList::Builder {
 public:
  explicit Builder(std::size_t postings) { list_.postings_.resize(postings); }

  // In the order of the documents. False if there are more than there should be.
  bool add(Xapian::docid id, Xapian::termcount wdf) {
    if (size_ == list_.postings_.size()) return false;
    // What only filters is said to stand nowhere.
    if (size_ == 0) list_.base_ = wdf == 0 ? 0 : 1;
    const std::uint32_t window = (id - 1) >> kWindowBits;
    const std::uint32_t document = (id - 1) & (kWindow - 1);
    if (window != window_) begin_window(window);
    // Below the base it is large, too.
    const std::uint32_t code = std::min(wdf - list_.base_, kLarge);
    if (code == kLarge) list_.large_.push_back({document, wdf});
    list_.standing_ += wdf > 0 ? 1 : 0;
    list_.postings_[size_++].bits = static_cast<std::uint16_t>(document << 2 | code);
    return true;
  }

  // False if there were less than there should be.
  bool is_whole() const { return size_ == list_.postings_.size(); }

  PostingList take() && {
    list_.postings_.resize(size_);
    list_.large_.shrink_to_fit();
    list_.windows_.shrink_to_fit();
    return std::move(list_);
  }

 private:
  void begin_window(std::uint32_t window) {
    window_ = window;
    list_.windows_.push_back({window, static_cast<std::uint32_t>(size_),
                              static_cast<std::uint32_t>(list_.large_.size())});
  }

  PostingList list_;
  std::size_t size_ = 0;
  std::uint32_t window_ = UINT32_MAX;
};

PostingList PostingList::read(const Xapian::Database& database, const std::string& term) {
  Builder list(term.empty() ? database.get_doccount() : database.get_termfreq(term));
  const auto end = database.postlist_end(term);
  for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
    list.add(*posting, posting.get_wdf());
  }
  return std::move(list).take();
}

std::optional<PostingList> PostingList::read(const glass::PostingTable& table,
                                             const std::string& term) {
  std::optional<Builder> list;
  const bool is_read = table.read(term, [&list](const glass::PostingChunk& chunk) {
    if (!list) list.emplace(chunk.list_size);
    bool has_room = true;
    const bool is_sound =
        glass::for_each_posting(chunk, [&](std::uint32_t document, std::uint32_t wdf) {
          has_room = list->add(document, wdf) && has_room;
        });
    return is_sound && has_room;
  });
  if (!is_read || (list && !list->is_whole())) return std::nullopt;
  return list ? std::move(*list).take() : PostingList();
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

}  // namespace gisa
