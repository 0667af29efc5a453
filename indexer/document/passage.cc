#include "indexer/document/passage.h"

#include <algorithm>

#include "common/text/sentence_end.h"
#include "common/text/utf8.h"
#include "indexer/news/line_part.h"

namespace gisa {

namespace {

// Characters. Shorter passages lose evidence, longer ones blur it: 400 costs 1.0 point of MRR
// against 800 on headline queries (docs/architecture.md).
constexpr std::size_t kTarget = 800;
constexpr std::size_t kLongest = 1000;
constexpr std::size_t kLongestBoilerplate =
    4000;                               // with captions and notices, which stay where they are
constexpr std::size_t kShortest = 120;  // less does not stand alone before a heading

// A line, or a piece of one that is too long, of the body.
struct Block {
  Span span;
  LineKind kind;
  std::size_t chars;
};

// Where to cut `text` (longer than kLongest): after the last sentence that ends within kTarget
// characters, else after a blank, else after kTarget characters.
std::size_t cut_point(std::string_view text) {
  std::size_t chars = 0;
  std::size_t blank = 0;
  std::size_t sentence = 0;
  std::size_t at = 0;
  while (at < text.size() && chars < kTarget) {
    const auto [c, length] = decode_char(text, at);
    const bool before_blank = at + length < text.size() && text[at + length] == ' ';
    if (before_blank) blank = at + length + 1;
    if (before_blank && is_sentence_end(c)) sentence = at + length + 1;
    at += length;
    ++chars;
  }
  return sentence > 0 ? sentence : blank > 0 ? blank : at;
}

// Calls `use` with every block of the body's [begin, end), which is of one kind.
template <typename Use>
void for_each_piece(std::string_view body, Span part, LineKind kind, Use use) {
  std::size_t chars = count_chars(body.substr(part.begin, part.end - part.begin));
  for (std::size_t at = part.begin; at < part.end;) {
    const std::string_view rest = body.substr(at, part.end - at);
    const std::size_t taken = chars > kLongest ? cut_point(rest) : rest.size();
    use(Block{{at, at + taken}, kind, chars > kLongest ? kTarget : chars});
    at += taken;
    chars -= count_chars(rest.substr(0, taken));
  }
}

// Calls `use` with every block, in order. A body may have millions of them.
template <typename Use>
void for_each_block(std::string_view body, Use use) {
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t newline = std::min(body.find('\n', begin), body.size());
    for (const LinePart& part : parts_of_line(body.substr(begin, newline - begin))) {
      if (part.kind == LineKind::blank) continue;
      for_each_piece(body, {begin + part.begin, begin + part.end}, part.kind, use);
    }
    begin = newline + 1;
  }
}

// True if nothing in the body is text: a picture with its caption, for example.
bool is_all_boilerplate(std::string_view body) {
  while (!body.empty()) {
    const std::size_t newline = std::min(body.find('\n'), body.size());
    for (const LinePart& part : parts_of_line(body.substr(0, newline))) {
      if (part.kind == LineKind::text) return false;
    }
    body.remove_prefix(std::min(newline + 1, body.size()));
  }
  return true;
}

class PassageBuilder {
 public:
  explicit PassageBuilder(std::string_view body) : body_(body) {}

  void add(const Block& block) {
    if (starts_passage(block)) close();
    if (block.kind == LineKind::heading) heading_ = trim(slice(block.span));
    if (open_) {
      passage_.span.end = block.span.end;
    } else {
      passage_ = {block.span, std::string(heading_), {}};
      open_ = true;
    }
    if (block.kind == LineKind::heading && ranking_ == 0) passage_.heading = heading_;
    if (is_boilerplate(block.kind)) {
      const std::size_t base = passage_.span.begin;
      passage_.boilerplate.push_back({block.span.begin - base, block.span.end - base});
    } else {
      ranking_ += block.chars;
    }
    chars_ += block.chars;
  }

  std::vector<Passage> finish() {
    close();
    return std::move(passages_);
  }

 private:
  bool starts_passage(const Block& block) const {
    if (!open_) return false;
    if (block.kind == LineKind::heading) return ranking_ >= kShortest;
    return chars_ + block.chars > (is_boilerplate(block.kind) ? kLongestBoilerplate : kLongest);
  }

  void close() {
    if (open_) passages_.push_back(std::move(passage_));
    open_ = false;
    chars_ = ranking_ = 0;
  }

  std::string_view slice(Span span) const {
    return body_.substr(span.begin, span.end - span.begin);
  }

  std::string_view body_;
  std::string_view heading_;
  Passage passage_;
  bool open_ = false;
  std::size_t chars_ = 0;    // of the open passage
  std::size_t ranking_ = 0;  // of them, those that rank
  std::vector<Passage> passages_;
};

}  // namespace

std::vector<Passage> split_into_passages(std::string_view body) {
  PassageBuilder builder(body);
  const bool captions_rank = is_all_boilerplate(body);
  for_each_block(body, [&](Block block) {
    if (captions_rank && block.kind == LineKind::caption) block.kind = LineKind::text;
    builder.add(block);
  });
  return builder.finish();
}

}  // namespace gisa
