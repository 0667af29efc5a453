#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_text.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/ole/embedded_objects.h"
#include "indexer/readers/reader.h"

namespace gisa {

// What the styles of an OpenDocument say of text: which is hidden, which is a title.
class OpenDocumentStyles {
 public:
  // Every element is shown to this, by its name without a prefix.
  void start(std::string_view element, const XmlEvents::Attributes& attributes);

  // True if nobody sees what is in the element.
  bool hides(std::string_view element, const XmlEvents::Attributes& attributes) const;

  bool is_title(std::string_view style) const;

 private:
  std::string style_;  // under way
  std::set<std::string, std::less<>> hidden_;
  std::set<std::string, std::less<>> titles_{"Title"};
};

// What is drawn into a document, or lies in it as a document of its own, is a part in a folder, as
// LibreOffice (`Object 1/content.xml`) and others name it: of a chart the titles and the names of
// what it shows, not the numbers; the script of an equation; the text of other documents.
bool is_object(std::string_view part);
void read_object(DocumentZip& zip, DocumentText& text);

// True of a document that is one XML file (fodt, fods, fodp).
bool is_flat(const ReaderInput& input);

// Parses such a file as far as it can be read. The objects of other programs go to `objects`.
DocumentState parse_flat(const ReaderInput& input, XmlEvents& events, EmbeddedObjects& objects);

}  // namespace gisa
