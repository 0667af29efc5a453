#include "searcher/cli/query_help.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "gisa/query.h"
#include "searcher/field/field.h"

namespace gisa {
namespace {

// The cells of a Markdown table read `\|` for |.
std::string in_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) out.append(c == '|' ? "\\" : "").append(1, c);
  return out;
}

TEST(QueryHelp, IsTheTableOfTheDocumentation) {
  std::ifstream file(GISA_DOCS "/query.md");
  std::vector<std::string> documented;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("| `")) documented.push_back(line);
  }
  std::vector<std::string> told;
  for (const QueryForm& form : query_forms()) {
    told.push_back("| `" + in_markdown(form.written) + "` | " + in_markdown(form.means) + " |");
  }
  EXPECT_EQ(documented, told);
}

TEST(QueryHelp, ShowsOnlyWhatIsUnderstood) {
  for (const QueryForm& form : query_forms()) {
    EXPECT_TRUE(parse_query(form.written).notes.empty()) << form.written;
  }
}

TEST(QueryHelp, HasEveryWayToWriteAField) {
  std::ostringstream out;
  print_query_help(out);
  for (const WrittenField& field : written_fields()) {
    EXPECT_NE(out.str().find(field.text), std::string::npos) << field.text;
  }
}

TEST(QueryHelp, PrintsEveryForm) {
  std::ostringstream out;
  print_query_help(out);
  for (const QueryForm& form : query_forms()) {
    EXPECT_NE(out.str().find(form.written), std::string::npos) << form.written;
    EXPECT_NE(out.str().find(form.means), std::string::npos) << form.means;
  }
}

}  // namespace
}  // namespace gisa
