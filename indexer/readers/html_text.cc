#include "indexer/readers/html_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <span>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/line_kind.h"
#include "indexer/readers/markup_guard.h"

namespace gisa {

namespace {

// What an element's name means for the text around it.
enum class Layout { inline_text, line, paragraph, heading, caption, left_out };

struct ElementRow {
  std::string_view name;
  Layout layout;
};

constexpr std::array<ElementRow, 53> kElements = {{
    {"address", Layout::line},
    {"article", Layout::paragraph},
    {"aside", Layout::left_out},
    {"audio", Layout::left_out},
    {"blockquote", Layout::paragraph},
    {"body", Layout::line},
    {"br", Layout::line},
    {"button", Layout::left_out},
    {"canvas", Layout::left_out},
    {"dd", Layout::line},
    {"div", Layout::line},
    {"dl", Layout::line},
    {"dt", Layout::line},
    {"embed", Layout::left_out},
    {"figcaption", Layout::caption},
    {"figure", Layout::paragraph},
    {"footer", Layout::left_out},
    {"form", Layout::left_out},
    {"h1", Layout::heading},
    {"h2", Layout::heading},
    {"h3", Layout::heading},
    {"h4", Layout::heading},
    {"h5", Layout::heading},
    {"h6", Layout::heading},
    {"head", Layout::left_out},
    {"header", Layout::line},
    {"hr", Layout::paragraph},
    {"iframe", Layout::left_out},
    {"input", Layout::left_out},
    {"li", Layout::line},
    {"main", Layout::line},
    {"map", Layout::left_out},
    {"nav", Layout::left_out},
    {"noscript", Layout::left_out},
    {"object", Layout::left_out},
    {"ol", Layout::line},
    {"p", Layout::paragraph},
    {"pre", Layout::paragraph},
    {"rp", Layout::left_out},
    {"rt", Layout::left_out},
    {"script", Layout::left_out},
    {"section", Layout::paragraph},
    {"select", Layout::left_out},
    {"style", Layout::left_out},
    {"svg", Layout::left_out},
    {"table", Layout::paragraph},
    {"td", Layout::line},
    {"template", Layout::left_out},
    {"textarea", Layout::left_out},
    {"th", Layout::line},
    {"tr", Layout::line},
    {"ul", Layout::line},
    {"video", Layout::left_out},
}};

// Words in class and id of what stands on a page beside its article.
constexpr std::array<std::string_view, 30> kBeside = {
    "ad",         "ads",       "advertisement", "banner",  "breadcrumb", "comment",
    "comments",   "copyright", "gnb",           "lnb",     "menu",       "nav",
    "navigation", "popular",   "promotion",     "rank",    "ranking",    "recommend",
    "related",    "relation",  "reply",         "replies", "share",      "sidebar",
    "skip",       "sns",       "subscribe",     "tags",    "toolbar",    "util"};

std::string_view name_of(const _xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

Layout layout_of(std::string_view name) {
  const auto* found = std::lower_bound(
      kElements.begin(), kElements.end(), name,
      [](const ElementRow& row, std::string_view wanted) { return row.name < wanted; });
  return found != kElements.end() && found->name == name ? found->layout : Layout::inline_text;
}

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

bool is_hidden(const _xmlNode* element) {
  return element->properties != nullptr &&
         (attribute(element, "aria-hidden") == "true" || !attribute(element, "hidden").empty());
}

bool is_beside(const _xmlNode* element) {
  if (element->properties == nullptr) return false;
  const std::string marks = marks_of(element);
  return !marks.empty() && std::any_of(kBeside.begin(), kBeside.end(), [&](std::string_view word) {
    return has_word(marks, word);
  });
}

// Gathers text as a browser lays it out: blanks and newlines in the source are one blank.
class TextWriter {
 public:
  explicit TextWriter(TextBeside beside) : beside_(beside) {}

  TextBeside beside() const { return beside_; }

  void text(std::string_view words) {
    for (const char c : words) {
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        blank_ = true;
        continue;
      }
      if (newlines_ > 0 && !out_.empty()) out_.append(newlines_, '\n');
      if (blank_ && newlines_ == 0 && !out_.empty()) out_ += ' ';
      newlines_ = 0;
      blank_ = false;
      out_ += c;
    }
  }

  // At least so many newlines before the next text.
  void end_line(std::size_t newlines) { newlines_ = std::max(newlines_, newlines); }

  std::string take() { return std::move(out_); }

 private:
  TextBeside beside_;
  std::string out_;
  std::size_t newlines_ = 0;
  bool blank_ = false;
};

void write_children(const _xmlNode* element, TextWriter& out);

// A line of its own kind keeps that kind in plain text by the sign before it.
void write_marked(const _xmlNode* element, std::string_view sign, LineKind kind, TextWriter& out) {
  TextWriter inner(out.beside());
  write_children(element, inner);
  std::string line = inner.take();
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.empty()) return;
  out.end_line(2);
  if (classify_line(line) != kind) out.text(sign);
  out.text(line);
  out.end_line(2);
}

// Words in class and id of captions, and of what stands above a text: a summary, a line of its own.
constexpr std::array<std::string_view, 12> kCaptions = {
    "caption",     "img desc",   "imgdesc", "image desc", "photo desc",    "photodesc",
    "txt caption", "figcaption", "cutline", "pic desc",   "photo caption", "img caption"};
constexpr std::array<std::string_view, 7> kAbove = {"summary", "subtitle",   "subhead", "sub title",
                                                    "sub tit", "standfirst", "lead"};

constexpr std::size_t kLongestCaption = 600;  // bytes; what is longer is a text about pictures

bool has_any_word(std::string_view marks, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return has_word(marks, word); });
}

// An element's layout by its name, else by its class.
Layout layout_of(const _xmlNode* element) {
  const Layout layout = layout_of(name_of(element));
  const bool open =
      layout == Layout::inline_text || layout == Layout::line || layout == Layout::paragraph;
  if (!open || element->properties == nullptr) return layout;
  const std::string marks = marks_of(element);
  if (has_any_word(marks, kCaptions) && text_of(element).size() <= kLongestCaption) {
    return Layout::caption;
  }
  return layout == Layout::inline_text && has_any_word(marks, kAbove) ? Layout::paragraph : layout;
}

// What stands beside the text of a page, and is text of a book: notes, a frame.
bool is_text_of_books(std::string_view name) {
  return name == "aside" || name == "footer" || name == "form" || name == "svg" || name == "text";
}

void write_element(const _xmlNode* element, TextWriter& out) {
  Layout layout = layout_of(element);
  if (out.beside() == TextBeside::read) {
    if (is_text_of_books(name_of(element))) layout = Layout::paragraph;
  } else if (is_beside(element)) {
    return;
  }
  if (layout == Layout::left_out || is_hidden(element)) return;
  if (layout == Layout::caption) return write_marked(element, "▲ ", LineKind::caption, out);
  if (layout == Layout::heading) return write_marked(element, "■ ", LineKind::heading, out);
  const std::size_t newlines = layout == Layout::inline_text ? 0 : layout == Layout::line ? 1 : 2;
  out.end_line(newlines);
  write_children(element, out);
  out.end_line(newlines);
}

void write_children(const _xmlNode* element, TextWriter& out) {
  for (const _xmlNode* child = element->children; child != nullptr; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) {
      write_element(child, out);
    } else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
               child->content != nullptr) {
      out.text(reinterpret_cast<const char*>(child->content));
    }
  }
}

}  // namespace

void FreeXmlDocument::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

XmlDocument parse_html(std::string_view html) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_NODEFDTD;
  static const bool ready = (xmlInitParser(), true);  // before any thread parses
  (void)ready;
  MarkupGuard(MarkupGuard::Markup::html).watch(html);
  struct FreeContext {
    void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
  };
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!context) throw Error(ErrorCode::internal, "libxml2 cannot make a parser");
  XmlDocument document(htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()),
                                          nullptr, "UTF-8", kOptions));
  if (context->lastError.level == XML_ERR_FATAL && context->nodeNr > 200) {
    throw Error(ErrorCode::input, "is nested too deeply; left out");
  }
  return document;
}

std::string text_of(const _xmlNode* element, TextBeside beside) {
  TextWriter out(beside);
  write_children(element, out);
  return out.take();
}

std::string text_of_html(std::string_view html, TextBeside beside) {
  const XmlDocument document = parse_html(html);
  const _xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  return root == nullptr ? std::string() : text_of(root, beside);
}

bool is_block(std::string_view element_name) {
  return layout_of(element_name) != Layout::inline_text;
}

std::string attribute(const _xmlNode* element, const char* name) {
  struct Free {
    void operator()(xmlChar* value) const { xmlFree(value); }
  };
  const std::unique_ptr<xmlChar, Free> value(
      xmlGetProp(element, reinterpret_cast<const xmlChar*>(name)));
  return value ? reinterpret_cast<const char*>(value.get()) : std::string();
}

std::string marks_of(const _xmlNode* element) {
  std::string marks = attribute(element, "class") + " " + attribute(element, "id");
  for (char& c : marks) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == '-' || c == '_' || c == '\n' || c == '\t') c = ' ';
  }
  return marks;
}

}  // namespace gisa
