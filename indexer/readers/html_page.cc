#include "indexer/readers/html_page.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/lower_ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/page_facts.h"

namespace gisa {

namespace {

// Classes and ids that Korean news sites give to the text of an article, as marks_of() reads them.
// The first that is on the page, and has text, wins; then <article>, <main>, <body>.
constexpr std::array<std::string_view, 34> kArticleMarks = {
    "article view content div",  // NDsoft, which most small papers use
    "dic area",                  // Naver
    "newsct article",
    "articlebodycontents",
    "newsendcontents",  // its sports
    "articebody",       // its entertainment
    "comp news article",
    "realartccontents",  // Nate
    "articlecontetns",
    "harmonycontainer",  // Daum
    "article body contents",
    "articlebody",
    "article body",
    "article content",
    "article text",
    "article txt",
    "newsview content",
    "news body",
    "news content",
    "news text",
    "news view",
    "story news",
    "story body",
    "view con",
    "view content",
    "entry content",  // WordPress
    "post content",
    "post body",
    "detail body",
    "read body",
    "art txt",
    "article cont",
    "text area",
    "article view"};

constexpr std::size_t kShortestArticle = 100;  // bytes; an element with less is a teaser

std::string_view name_of(const _xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

class Survey {
 public:
  HtmlPage run(const _xmlNode* root) {
    visit(root);
    page_.article = choose_article(root);
    page_.shown = facts_.article();
    return std::move(page_);
  }

 private:
  // Candidates are ranked by their place in kArticleMarks; behind them come the elements of HTML.
  enum : std::size_t { kItemprop = kArticleMarks.size(), kArticle, kMain, kBody, kKinds };

  void visit(const _xmlNode* node) {
    for (; node != nullptr; node = node->next) {
      if (node->type != XML_ELEMENT_NODE) continue;
      take(node);
      visit(node->children);
    }
  }

  void take(const _xmlNode* element) {
    const std::string_view name = name_of(element);
    if (name == "title" && page_.title.empty()) page_.title = trim(raw_text(element));
    if (name == "h1" && page_.heading.empty()) page_.heading = trim(text_of(element));
    if (name == "time" && page_.time.empty()) page_.time = attribute(element, "datetime");
    if (name == "meta") take_meta(element);
    if (name == "link" && attribute(element, "rel") == "canonical")
      page_.canonical = attribute(element, "href");
    if (name == "script") take_script(element);
    facts_.take(element);
    take_candidate(element, name);
  }

  void take_script(const _xmlNode* element) {
    if (attribute(element, "type") == "application/ld+json") {
      page_.linked_data.push_back(raw_text(element));
    } else if (element->children != nullptr) {
      page_.scripts.push_back(element);
    }
  }

  void take_meta(const _xmlNode* element) {
    for (const char* const key : {"property", "name", "itemprop"}) {
      const std::string name = lower_ascii(attribute(element, key));
      if (!name.empty()) page_.meta.try_emplace(name, attribute(element, "content"));
    }
  }

  void take_candidate(const _xmlNode* element, std::string_view name) {
    if (name == "article") candidates_[kArticle].push_back(element);
    if (name == "main") candidates_[kMain].push_back(element);
    if (name == "body") candidates_[kBody].push_back(element);
    if (element->properties == nullptr || name == "meta" || name == "html" || name == "body")
      return;
    if (attribute(element, "itemprop") == "articleBody") candidates_[kItemprop].push_back(element);
    const std::string marks = marks_of(element);
    for (std::size_t i = 0; i < kArticleMarks.size(); ++i) {
      if (marks.find(kArticleMarks[i]) != std::string::npos) {
        candidates_[i].push_back(element);
        break;
      }
    }
  }

  // The longest of the best kind, else the whole page. An article in a page without a body may have
  // come to lie in its head, where no text is looked for.
  const _xmlNode* choose_article(const _xmlNode* root) const {
    const _xmlNode* best = longest_of_best_kind(kShortestArticle);
    if (best == nullptr && text_of(root).empty()) best = longest_of_best_kind(0);
    return best == nullptr ? root : best;
  }

  // With more than `least` bytes of text; null if there is none.
  const _xmlNode* longest_of_best_kind(std::size_t least) const {
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      const _xmlNode* best = nullptr;
      std::size_t most = least;
      std::size_t all = 0;
      for (const _xmlNode* element : candidates_[kind]) {
        const std::size_t bytes = text_of(element).size();
        all += bytes;
        if (bytes <= most) continue;
        most = bytes;
        best = element;
      }
      // A list of teasers is as many articles to HTML.
      const bool is_list = kind == kArticle && candidates_[kind].size() > 2 && most * 2 < all;
      if (best != nullptr && !is_list) return best;
    }
    return nullptr;
  }

  HtmlPage page_;
  PageFacts facts_;
  std::array<std::vector<const _xmlNode*>, kKinds> candidates_;
};

}  // namespace

std::string raw_text(const _xmlNode* element) {
  std::string text;
  for (const _xmlNode* child = element->children; child != nullptr; child = child->next) {
    if (child->content != nullptr) text += reinterpret_cast<const char*>(child->content);
  }
  return text;
}

HtmlPage survey_page(const _xmlNode* root) { return Survey().run(root); }

}  // namespace gisa
