#pragma once

#include <string>
#include <string_view>

#include "gisa/article.h"

struct _xmlNode;

namespace gisa {

// What elements of a page show of its article: title, newspaper, reporter and dates, known by the
// classes, ids and attributes that portals and the makers of newspapers' sites give them, and by
// the labels of dates (입력, 승인, 기사전송). Shown every element in the order of the page.
class PageFacts {
 public:
  void take(const _xmlNode* element);

  // What was found; the first of each kind counts. No body.
  Article article() const;

 private:
  void take_attributes(const _xmlNode* element);
  void take_marked(std::string_view marks, const _xmlNode* element);
  void take_line(const _xmlNode* element);

  Article marked_;      // by class and id
  Article labelled_;    // dates by their labels and attributes
  std::string signed_;  // the first line that ends in 기자
};

}  // namespace gisa
