#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/ole/embedded_objects.h"

namespace gisa {

// The objects that lie in a document of XML, in base64.
class EncodedObject {
 public:
  explicit EncodedObject(EmbeddedObjects& objects) : objects_(objects) {}  // outlives this

  // The text from here on is one, to end().
  void begin() { is_open_ = true; }

  void text(std::string_view text);

  // Takes it, if one was begun; `name` is for a file that has none of its own.
  void end(std::string name);

 private:
  void decode_letters();

  EmbeddedObjects& objects_;
  std::string letters_;  // that are not decoded yet
  std::string object_;
  bool is_open_ = false;
};

}  // namespace gisa
