#include "indexer/readers/xml_parser.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

constexpr int kDeepest = 256;
constexpr std::size_t kLongestEntity = 10;

// Of different names: libxml2's table of them takes time in proportion to their number.
constexpr std::size_t kMostNameBytes = std::size_t{1} << 20;

constexpr std::array<std::string_view, 5> kXmlEntities = {"amp", "lt", "gt", "quot", "apos"};

std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

// XML knows five entities by itself; feeds use HTML's (&nbsp;) without declaring them.
std::string with_html_entities(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t ampersand = text.find('&'); ampersand != std::string_view::npos;
       ampersand = text.find('&', ampersand + 1)) {
    const std::size_t length = text.substr(ampersand + 1, kLongestEntity).find(';');
    if (length == std::string_view::npos) continue;
    const std::string name(text.substr(ampersand + 1, length));
    const auto* known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (known == nullptr ||
        std::find(kXmlEntities.begin(), kXmlEntities.end(), name) != kXmlEntities.end()) {
      continue;
    }
    out.append(text.substr(at, ampersand - at));
    append_char(out, known->value);
    at = ampersand + name.size() + 2;
  }
  return out.append(text.substr(at));
}

}  // namespace

// libxml2 is C: an exception must not pass through it.
struct XmlParser::Handlers {
  template <typename Act>
  static void guarded(void* self, Act act) {
    auto& parser = *static_cast<XmlParser*>(self);
    if (parser.thrown_) return;
    try {
      act(parser);
    } catch (...) {
      parser.thrown_ = std::current_exception();
      xmlStopParser(parser.context_.get());
    }
  }

  static void start(void* self, const xmlChar* name, const xmlChar** attributes) {
    guarded(self, [&](XmlParser& parser) {
      if (++parser.depth_ > kDeepest) {
        throw Error(ErrorCode::input,
                    fmt::format("is nested more than {} deep; left out from there on", kDeepest));
      }
      XmlEvents::Attributes pairs;
      for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
        const bool has_value = attributes[1] != nullptr;
        pairs.emplace_back(view(attributes[0]), has_value ? view(attributes[1]) : "");
      }
      parser.events_.start(view(name), pairs);
    });
  }

  static void end(void* self, const xmlChar* name) {
    guarded(self, [&](XmlParser& parser) {
      --parser.depth_;
      parser.events_.end(view(name));
    });
  }

  static void text(void* self, const xmlChar* characters, int length) {
    guarded(self, [&](XmlParser& parser) {
      parser.events_.text(
          {reinterpret_cast<const char*>(characters), static_cast<std::size_t>(length)});
    });
  }

  static xmlEntityPtr entity(void*, const xmlChar* name) { return xmlGetPredefinedEntity(name); }

  static xmlSAXHandler table() {
    xmlSAXHandler handler{};
    handler.startElement = start;
    handler.endElement = end;
    handler.characters = text;
    handler.cdataBlock = text;
    handler.ignorableWhitespace = text;
    handler.getEntity = entity;
    handler.initialized = 1;  // the first version of SAX: names come with their prefix
    return handler;
  }
};

XmlParser::XmlParser(XmlEvents& events) : events_(events), context_(nullptr, xmlFreeParserCtxt) {
  static const bool ready = (xmlInitParser(), true);  // before any thread parses
  (void)ready;
  xmlSAXHandler handlers = Handlers::table();
  context_.reset(xmlCreatePushParserCtxt(&handlers, this, nullptr, 0, nullptr));
  if (!context_) throw Error(ErrorCode::internal, "libxml2 cannot make a parser");
  xmlCtxtUseOptions(context_.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                        XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC |
                                        XML_PARSE_SAX1);
  xmlSwitchEncoding(context_.get(), XML_CHAR_ENCODING_UTF8);
  xmlDictSetLimit(context_->dict, kMostNameBytes);
}

XmlParser::~XmlParser() = default;

void XmlParser::parse(std::string_view text, bool last) {
  xmlParseChunk(context_.get(), text.data(), static_cast<int>(text.size()), last ? 1 : 0);
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  if (context_->errNo == XML_ERR_NO_MEMORY) {
    throw Error(ErrorCode::input,
                fmt::format("has more than {} MB of different names; left out from there on",
                            kMostNameBytes >> 20));
  }
}

void XmlParser::feed(std::string_view text) {
  guard_.watch(text);
  kept_.append(text);
  const std::size_t ampersand = kept_.rfind('&');
  const bool cut = ampersand != std::string::npos && kept_.size() - ampersand <= kLongestEntity &&
                   kept_.find(';', ampersand) == std::string::npos;
  const std::size_t whole = cut ? ampersand : kept_.size();
  parse(with_html_entities(std::string_view(kept_).substr(0, whole)), false);
  kept_.erase(0, whole);
}

std::string XmlParser::finish() {
  parse(kept_, true);
  if (context_->wellFormed != 0) return {};
  const xmlError* const error = xmlCtxtGetLastError(context_.get());
  if (error == nullptr || error->message == nullptr) return "is not well-formed XML";
  return fmt::format("line {}: {}", error->line, trim(error->message));
}

}  // namespace gisa
