#include "gisa/error.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/rtf_parser.h"
#include "indexer/readers/reader.h"

namespace gisa {

// A document in RTF, as Word and Hangul exchange it.
void read_rtf(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  DocumentState state;
  try {
    RtfParser(input.bytes, text, facts).parse();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    state.damage = error.message();
  }
  take_document(input, text.take(), facts, state);
}

}  // namespace gisa
