#include "searcher/query/notes.h"

#include <gtest/gtest.h>

#include <sstream>

#include "searcher/outputs/output.h"

namespace gisa {
namespace {

TEST(Notes, GiveProgramsTheOtherQuery) {
  Answer answer;
  answer.result.notes = {{NoteKind::suggested, "did you mean 알리바바", "알리바바"}};
  add_note(answer.result.notes, NoteKind::ignored, "ignored a quote without its partner");
  add_note(answer.result.notes, NoteKind::ignored, "ignored a quote without its partner");
  std::ostringstream out;
  find_output_format("json")->write(out, answer, {});
  EXPECT_NE(
      out.str().find("\"notes\":[{\"kind\":\"suggested\",\"text\":\"did you mean 알리바바\","
                     "\"query\":\"알리바바\"},{\"kind\":\"ignored\",\"text\":\"ignored a quote "
                     "without its partner\"}]"),
      std::string::npos)
      << out.str();
}

}  // namespace
}  // namespace gisa
