#include "indexer/readers/office/encoded_object.h"

#include <utility>

#include "indexer/mail/transfer.h"

namespace gisa {

void EncodedObject::text(std::string_view text) {
  if (is_open_ && text_.size() <= most()) text_ += text;
}

void EncodedObject::end(std::string name) {
  if (!std::exchange(is_open_, false)) return;
  const std::string text = std::exchange(text_, {});
  if (text.size() > most()) return objects_.leave_out(std::move(name));
  objects_.take_packed(std::move(name), from_base64(text));
}

}  // namespace gisa
