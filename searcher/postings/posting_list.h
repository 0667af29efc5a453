#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/error/xapian_error.h"
#include "common/glass/posting_table.h"

namespace gisa {

// The documents of a term in one database, decoded: some two bytes a posting. Documents are parted
// into windows of equal size, in which a list has runs. A value that no longer changes once it is
// read: any thread may read it.
class PostingList {
 public:
  static constexpr unsigned kWindowBits = 14;
  static constexpr std::uint32_t kWindow = 1u << kWindowBits;  // documents

  // A document of a window, and how often the term stands in it (its wdf), if that is not large.
  struct Posting {
    std::uint16_t bits;
    std::uint32_t document() const { return bits >> 2; }  // from the window's first on
    std::uint32_t code() const { return bits & 3u; }      // wdf - Run::base, or kLarge
  };
  static constexpr std::uint32_t kLarge = 3;

  // The wdf of a posting that has the code kLarge.
  struct LargeWdf {
    std::uint32_t document;  // of the window
    std::uint32_t wdf;
  };

  // The postings of a window, in the order of the documents.
  struct Run {
    std::span<const Posting> postings;
    std::span<const LargeWdf> large;
    std::uint32_t base = 0;

    // The wdf of a document of the window; nothing if the term does not stand in it.
    std::optional<std::uint32_t> wdf(std::uint32_t document) const;
  };

  // Throws what Xapian throws.
  static PostingList read(const Xapian::Database& database, const std::string& term);

  // The same; nothing if the table cannot say it, but Xapian may.
  static std::optional<PostingList> read(const glass::PostingTable& table, const std::string& term);

  std::size_t size() const { return size_; }          // documents
  std::size_t bytes() const;                          // of memory
  std::uint32_t base() const { return base_; }        // of all runs
  std::size_t standing() const { return standing_; }  // documents whose wdf is not 0

  std::size_t runs() const { return windows_.size(); }
  std::uint32_t window(std::size_t run) const { return windows_[run].number; }
  Run run(std::size_t run) const;

 private:
  struct Window {
    std::uint32_t number;
    std::uint32_t begin;        // into postings_
    std::uint32_t begin_large;  // into large_
  };

  class Builder;

  std::span<const Posting> all() const { return {postings_.get(), size_}; }

  std::uint32_t base_ = 1;
  std::size_t standing_ = 0;
  std::size_t size_ = 0;
  std::unique_ptr<Posting[]> postings_;
  std::vector<LargeWdf> large_;
  std::vector<Window> windows_;
};

}  // namespace gisa
