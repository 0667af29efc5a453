#include "searcher/notes.h"

#include <gtest/gtest.h>

#include <sstream>

#include "searcher/outputs/output.h"

namespace gisa {
namespace {

TEST(Notes, AskWhetherSomethingElseWasMeant) {
  EXPECT_EQ(line_of({NoteKind::suggested, "알라바바 is in no article", "알리바바"}),
            "did you mean: 알리바바");
  EXPECT_EQ(line_of({NoteKind::suggested, "알라바바 is in no article", ""}),
            "알라바바 is in no article");
  EXPECT_EQ(line_of({NoteKind::corrected, "searched for 알리바바, not dkfflqkqk", "알리바바"}),
            "searched for 알리바바, not dkfflqkqk");
}

TEST(Notes, GiveProgramsTheOtherQuery) {
  Answer answer;
  add_note(answer.result.notes, NoteKind::suggested, "알라바바 is in no article", "알리바바");
  add_note(answer.result.notes, NoteKind::ignored, "ignored a quote without its partner");
  add_note(answer.result.notes, NoteKind::ignored, "ignored a quote without its partner");
  std::ostringstream out;
  find_output_format("json")->write(out, answer, {});
  EXPECT_NE(
      out.str().find("\"notes\":[{\"kind\":\"suggested\",\"text\":\"알라바바 is in no article\","
                     "\"query\":\"알리바바\"},{\"kind\":\"ignored\",\"text\":\"ignored a quote "
                     "without its partner\"}]"),
      std::string::npos)
      << out.str();
}

}  // namespace
}  // namespace gisa
