#include "indexer/readers/office/encoded_object.h"

#include <utility>

#include "indexer/mail/transfer.h"

namespace gisa {

void EncodedObject::text(std::string_view text) {
  constexpr std::size_t kChunk = 1 << 16;  // four letters are three bytes
  if (!is_open_) return;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') letters_ += c;
    if (letters_.size() == kChunk) decode_letters();
  }
}

void EncodedObject::decode_letters() {
  if (object_.size() <= objects_.room()) object_ += from_base64(letters_);
  letters_.clear();
}

void EncodedObject::end(std::string name) {
  if (!std::exchange(is_open_, false)) return;
  decode_letters();
  objects_.take_packed(std::move(name), std::exchange(object_, {}));
}

}  // namespace gisa
