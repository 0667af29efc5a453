#include "common/cli/forms.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

const Forms kForms({{"nothing found", "찾은 것이 없습니다"},
                    {"cannot read {}: {}", "{} 파일을 읽을 수 없습니다. {}"},
                    {"the line {} of {} is damaged", "{1} 파일의 {0}번째 줄이 손상되었습니다"},
                    {"is damaged", "손상되었습니다"},
                    {"{}; left out", "{}. 뺐습니다"}});

TEST(Forms, FillWhatDiffersIntoTheTranslation) {
  EXPECT_EQ(kForms.translated("nothing found"), "찾은 것이 없습니다");
  EXPECT_EQ(kForms.translated("cannot read a.txt: EIO"), "a.txt 파일을 읽을 수 없습니다. EIO");
}

TEST(Forms, MayHaveAnotherOrder) {
  EXPECT_EQ(kForms.translated("the line 3 of a.txt is damaged"),
            "a.txt 파일의 3번째 줄이 손상되었습니다");
}

TEST(Forms, TranslateSentencesInSentences) {
  EXPECT_EQ(kForms.translated("is damaged; left out"), "손상되었습니다. 뺐습니다");
}

TEST(Forms, LeaveWordsInSentencesAsTheyAre) {
  EXPECT_EQ(kForms.translated("cannot read nothing: {}"), "nothing 파일을 읽을 수 없습니다. {}");
}

TEST(Forms, LeaveWhatTheyDoNotKnow) {
  for (const char* const text : {"", "nothing", "nothing found here", "cannot read a.txt"}) {
    EXPECT_EQ(kForms.translated(text), text);
  }
}

TEST(Forms, OfNoCatalogueAreNone) {
  test::TempFolder temp;
  const std::string path = temp.path() / "gisa.mo";
  EXPECT_TRUE(forms_of_catalogue(path).empty());
  const std::string magic = "\xde\x12\x04\x95";
  // One that is cut short, and one whose texts lie outside.
  for (const std::string& bytes : {magic, magic + std::string(4, '\0') + std::string(40, '\xff')}) {
    std::ofstream(path, std::ios::binary) << bytes;
    EXPECT_TRUE(forms_of_catalogue(path).empty());
  }
}

}  // namespace
}  // namespace gisa
