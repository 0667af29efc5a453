#include "indexer/readers/office/document_properties.h"

#include "indexer/readers/office/document_events.h"

namespace gisa {

namespace {

constexpr std::size_t kLongest = 1000;  // bytes

}  // namespace

void DocumentProperties::start(std::string_view name, const Attributes& attributes) {
  const std::string_view element = local_name(name);
  const std::string_view meta =
      element == "meta" ? value_of(attributes, "name") : std::string_view();
  field_ = nullptr;
  if (element == "title") field_ = &DocumentFacts::core_title;
  if (element == "modified" || element == "date" || meta == "ModifiedDate") {
    field_ = &DocumentFacts::date;
  }
  // A book has its parts' titles and other days behind its own.
  if (field_ != nullptr && !(facts_.*field_).empty()) field_ = nullptr;
}

void DocumentProperties::text(std::string_view text) {
  if (field_ == nullptr) return;
  std::string& field = facts_.*field_;
  if (field.size() + text.size() <= kLongest) field += text;
}

void DocumentManifest::start(std::string_view name, const Attributes&) {
  if (local_name(name) == "encryption-data") is_locked_ = true;
}

}  // namespace gisa
