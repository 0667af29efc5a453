#pragma once

#include <string>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/ole/embedded_objects.h"

namespace gisa {

// What programs of Office and Hangul draw into a document, each a part of its own: the text of a
// diagram (SmartArt) or of what is drawn on a chart; of a chart the titles, the names of its series
// and of what they are of. Numbers of a chart are left out.
class DrawingText : public DocumentEvents {
 public:
  explicit DrawingText(DocumentText& text);  // outlives this

 protected:
  void started(std::string_view element, const Attributes& attributes) override;
  void ended(std::string_view element) override;
  bool leaves_out(std::string_view element, const Attributes& attributes) override;
  void text_beside(std::string_view text) override;

 private:
  bool has_categories_ = false;  // each series names them anew
  bool in_point_ = false;
};

// Adds the words of the charts that an older version of Hangul made, a paragraph each.
void add_old_charts(const EmbeddedObjects& objects, DocumentText& text);

// Adds the words of all charts among the objects of a document of Hangul, as those of a drawing.
// What cannot be read of them becomes `damage`, if there is none.
void add_charts(const EmbeddedObjects& objects, DocumentText& text, std::string& damage);

}  // namespace gisa
