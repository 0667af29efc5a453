#include "indexer/readers/office/relations.h"

#include <utility>

#include "indexer/readers/office/document_events.h"

namespace gisa {

namespace {

class RelationEvents : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    constexpr std::size_t kMost = 10'000;
    if (local_name(name) != "Relationship" || relations_.size() == kMost) return;
    const auto value = [&](std::string_view of) { return std::string(value_of(attributes, of)); };
    relations_.push_back({value("Id"), value("Target"), value("Type")});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<Relation> take() { return std::move(relations_); }

 private:
  std::vector<Relation> relations_;
};

}  // namespace

std::vector<Relation> relations_in(DocumentZip& zip) {
  RelationEvents events;
  zip.parse(events);
  return events.take();
}

}  // namespace gisa
