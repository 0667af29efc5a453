#include "gisa/error.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/rtf_parser.h"
#include "indexer/readers/reader.h"

namespace gisa {

// A document in RTF, as Word and Hangul exchange it.
void read_rtf(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  EmbeddedObjects objects;
  DocumentState state;
  try {
    RtfParser(input.bytes, text, facts, objects).parse();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    state.damage = error.message();
  }
  text.begin_part(1);
  add_charts(objects, text, state.damage);
  take_document(input, text.take(), facts, state);
  open_embedded_files(objects, input);
}

}  // namespace gisa
