#pragma once

#include <string>

#include "indexer/news/release.h"
#include "indexer/readers/xml_parser.h"

namespace gisa {

// What a document's own properties say: title, and the day of its last change. Of DOCX
// (docProps/core.xml), HWPX (Contents/content.hpf), ODT (meta.xml) and EPUB (its package).
class DocumentProperties : public XmlEvents {
 public:
  explicit DocumentProperties(DocumentFacts& facts) : facts_(facts) {}  // outlives this

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view) override { field_ = nullptr; }
  void text(std::string_view text) override;

 private:
  DocumentFacts& facts_;
  std::string DocumentFacts::*field_ = nullptr;
};

// Whether META-INF/manifest.xml says of a part how it is encrypted.
class DocumentManifest : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool is_locked() const { return is_locked_; }

 private:
  bool is_locked_ = false;
};

}  // namespace gisa
