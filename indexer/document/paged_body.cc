#include "indexer/document/paged_body.h"

#include <algorithm>

namespace gisa {

PagedBody::PagedBody(std::string_view body) {
  const bool has_pages = body.find(kPageSign) != body.npos;
  if (!has_pages && body.find(kRunningSign) == body.npos) {
    text_ = body;
    return;
  }
  text_.reserve(body.size());
  if (has_pages) begins_.push_back(0);
  for (std::size_t at = 0; at < body.size(); ++at) {
    if (body[at] == kPageSign) {
      if (at > 0) begins_.push_back(text_.size());
    } else if (body[at] == kRunningSign) {
      running_ = std::min(running_, text_.size());
    } else {
      const std::size_t end = std::min(body.find_first_of("\f\v", at), body.size());
      text_.append(body.substr(at, end - at));
      at = end - 1;
    }
  }
}

void PagedBody::number(Span span, StoredPassage& passage) const {
  const auto next = std::upper_bound(begins_.begin(), begins_.end(), span.begin);
  passage.page = static_cast<std::uint32_t>(next - begins_.begin());
  passage.page_begins.clear();
  for (auto page = next; page != begins_.end() && *page < span.end; ++page) {
    passage.page_begins.push_back(*page - span.begin);
  }
}

void PagedBody::add_running(Span span, std::vector<Span>& boilerplate) const {
  if (running_ >= span.end) return;
  const std::size_t begin = std::max(running_, span.begin) - span.begin;
  while (!boilerplate.empty() && boilerplate.back().begin >= begin) boilerplate.pop_back();
  if (!boilerplate.empty()) boilerplate.back().end = std::min(boilerplate.back().end, begin);
  boilerplate.push_back({begin, span.end - span.begin});
}

}  // namespace gisa
