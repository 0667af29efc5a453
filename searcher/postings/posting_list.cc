#include "searcher/postings/posting_list.h"

#include <algorithm>
#include <cstring>
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

// Makes a list of as many postings as are said, at most.
class PostingList::Builder {
 public:
  explicit Builder(std::size_t postings) : room_(postings), next_(new Posting[postings]) {
    list_.postings_.reset(next_);
  }

  // Appends what for_each(add, add_four) calls add(document, wdf) with, in the order of the
  // documents, or add_four() as glass::for_each_posting() does. False if there are more than there
  // is room for.
  template <typename ForEach>
  bool append(ForEach for_each) {
    // The loop's own, as what a pointer leads to would be written and read for each posting.
    Posting* next = next_;
    Posting* const end = list_.postings_.get() + room_;
    std::uint32_t base = list_.base_;
    std::uint32_t window = window_;
    bool has_room = true;
    const auto add = [&](std::uint32_t id, std::uint32_t wdf) {
      if (next == end) {
        has_room = false;
        return;
      }
      // What only filters is said to stand nowhere.
      if (next == list_.postings_.get()) base = wdf == 0 ? 0 : 1;
      const std::uint32_t document = (id - 1) & (kWindow - 1);
      if (window != (id - 1) >> kWindowBits) {
        window = (id - 1) >> kWindowBits;
        begin_window(window, next);
      }
      // What is below the base is large, too.
      const std::uint32_t code = std::min(wdf - base, kLarge);
      if (code == kLarge) list_.large_.push_back({document, wdf});
      *next++ = {static_cast<std::uint16_t>(document << 2 | code)};
    };
    // False unless they are of the window that the last one is of, and none has a large wdf.
    const auto add_four = [&](std::uint32_t id, glass::Four distances, glass::Four wdfs) {
      static_assert(sizeof(Posting) == 2 && kLarge == 3);
      const std::uint32_t before = (id - 1) & (kWindow - 1);
      if (end - next < 4 || before + (distances >> 48) >= kWindow) return false;
      // A code of kLarge or more has bits above its lowest two, or gets one if 1 is added; a wdf
      // below the base wraps around, and has them, too.
      const glass::Four codes = wdfs - base * glass::kEach;
      if (((codes | (codes + glass::kEach)) & (0xfffc * glass::kEach)) != 0) return false;
      const glass::Four four = (before * glass::kEach + distances) << 2 | codes;
      std::memcpy(static_cast<void*>(next), &four, sizeof four);
      next += 4;
      return true;
    };
    for_each(add, add_four);
    next_ = next;
    list_.base_ = base;
    window_ = window;
    return has_room;
  }

  PostingList take() && {
    list_.size_ = static_cast<std::size_t>(next_ - list_.postings_.get());
    list_.large_.shrink_to_fit();
    list_.windows_.shrink_to_fit();
    const auto postings = list_.all();
    list_.standing_ = list_.size_ - static_cast<std::size_t>(std::count_if(
                                        list_.large_.begin(), list_.large_.end(),
                                        [](const LargeWdf& posting) { return posting.wdf == 0; }));
    if (list_.base_ == 0) {
      list_.standing_ -= static_cast<std::size_t>(std::count_if(
          postings.begin(), postings.end(), [](Posting posting) { return posting.code() == 0; }));
    }
    return std::move(list_);
  }

 private:
  void begin_window(std::uint32_t window, const Posting* next) {
    list_.windows_.push_back({window, static_cast<std::uint32_t>(next - list_.postings_.get()),
                              static_cast<std::uint32_t>(list_.large_.size())});
  }

  PostingList list_;
  const std::size_t room_;
  Posting* next_;
  std::uint32_t window_ = UINT32_MAX;
};

PostingList PostingList::read(const Xapian::Database& database, const std::string& term) {
  Builder list(term.empty() ? database.get_doccount() : database.get_termfreq(term));
  list.append([&](auto add, auto) {
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      add(*posting, posting.get_wdf());
    }
  });
  return std::move(list).take();
}

std::optional<PostingList> PostingList::read(const glass::PostingTable& table,
                                             const std::string& term) {
  std::optional<Builder> builder;
  const bool is_read = table.read(term, [&](const glass::PostingChunk& chunk) {
    if (!builder) builder.emplace(chunk.list_size);
    bool is_sound = true;
    const bool has_room = builder->append(
        [&](auto add, auto add_four) { is_sound = glass::for_each_posting(chunk, add, add_four); });
    return is_sound && has_room;
  });
  if (!is_read) return std::nullopt;
  return builder ? std::move(*builder).take() : PostingList();
}

std::size_t PostingList::bytes() const {
  return sizeof(*this) + size_ * sizeof(Posting) + large_.capacity() * sizeof(LargeWdf) +
         windows_.capacity() * sizeof(Window);
}

PostingList::Run PostingList::run(std::size_t run) const {
  const Window& window = windows_[run];
  const bool is_last = run + 1 == windows_.size();
  const std::size_t end = is_last ? size_ : windows_[run + 1].begin;
  const std::size_t end_large = is_last ? large_.size() : windows_[run + 1].begin_large;
  return {all().subspan(window.begin, end - window.begin),
          std::span(large_).subspan(window.begin_large, end_large - window.begin_large), base_};
}

}  // namespace gisa
