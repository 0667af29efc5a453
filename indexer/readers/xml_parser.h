#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/markup_guard.h"

struct _xmlParserCtxt;

namespace gisa {

// What an XML document consists of, in order. Names are as they are written, with their prefix.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

// Parses XML as it comes. Entities that a document declares are not expanded and nothing is
// fetched; those of HTML are known. What is not well-formed is read as far as it can be.
class XmlParser {
 public:
  explicit XmlParser(XmlEvents& events);  // outlives this
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  // `text` is valid UTF-8, whatever the document says of its encoding. Throws what the events
  // throw, and Error (input) if elements are nested more than 256 deep or have thousands of
  // attributes.
  void feed(std::string_view text);

  // To be called at the end. What the parser did not like, in one line; empty if all is well.
  std::string finish();

 private:
  struct Handlers;
  void parse(std::string_view text, bool last);

  XmlEvents& events_;
  std::exception_ptr thrown_;
  std::unique_ptr<_xmlParserCtxt, void (*)(_xmlParserCtxt*)> context_;
  MarkupGuard guard_{MarkupGuard::Markup::xml};
  std::string kept_;  // an entity that the last piece may have cut
  int depth_ = 0;
};

}  // namespace gisa
