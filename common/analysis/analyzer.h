#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "common/analysis/token.h"

namespace gisa {

// Text to tokens, the same way for passages and for queries. Immutable: one analyzer serves all
// threads at once.
class Analyzer {
 public:
  // The analyzer of that name, or nullptr if this program does not know it. A name stands for one
  // behaviour for ever: it is stamped into every database made with it.
  static const Analyzer* find(std::string_view name);

  // The one that new databases get.
  static const Analyzer& current();

  virtual ~Analyzer() = default;

  virtual std::string_view name() const = 0;

  // Replaces `out` by the tokens of `text` (valid UTF-8, NFC). No term is longer than
  // kMaxTermBytes, no source crosses a character.
  virtual void analyze(std::string_view text, TokenStream& out) const = 0;
};

// Room for a prefix is left below Xapian's limit of 245 bytes.
constexpr std::size_t kMaxTermBytes = 200;

}  // namespace gisa
