#include "indexer/readers/ole/embedded_objects.h"

#include "indexer/source/inflate.h"

namespace gisa {

void EmbeddedObjects::take(std::string name, std::string_view stream) {
  if (stream.size() > room_ || files_.size() == kMostFiles) return leave_out(std::move(name));
  Object object = open_object(stream);
  if (object.file) {
    if (object.file->name.empty()) object.file->name = std::move(name);
    return take_file(*std::move(object.file));
  }
  room_ -= stream.size();
  if (!object.chart.empty()) charts_.push_back(std::move(object.chart));
  if (!object.contents.empty()) contents_.push_back(std::move(object.contents));
}

void EmbeddedObjects::take_packed(std::string name, std::string_view packed) {
  to_look_at_ -= std::min(packed.size(), to_look_at_);
  std::string unpacked;
  if (object_in(packed).empty()) unpacked = inflate(packed, enough()).bytes;
  to_look_at_ -= std::min(unpacked.size(), to_look_at_);
  if (to_look_at_ == 0) return leave_out(std::move(name));
  take(std::move(name), unpacked.empty() ? packed : std::string_view(unpacked));
}

void EmbeddedObjects::take_file(EmbeddedFile file) {
  if (file.bytes.size() > room_ || files_.size() == kMostFiles) {
    return leave_out(std::move(file.name));
  }
  room_ -= file.bytes.size();
  files_.push_back(std::move(file));
}

}  // namespace gisa
