#pragma once

#include "indexer/readers/office/document_events.h"

namespace gisa {

// What programs of Office and Hangul draw into a document, each a part of its own: the text of a
// diagram (SmartArt); of a chart the titles, the names of its series and of what they are of.
// Numbers of a chart are left out.
class DrawingText : public DocumentEvents {
 public:
  explicit DrawingText(DocumentText& text);  // outlives this

 protected:
  bool leaves_out(std::string_view element, const Attributes& attributes) override;

 private:
  bool has_categories_ = false;  // each series names them anew
};

}  // namespace gisa
