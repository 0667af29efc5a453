#include "indexer/readers/reading.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "gisa/error.h"
#include "indexer/readers/intake.h"
#include "indexer/worker/worker_pool.h"
#include "tests/support/gzip.h"
#include "tests/support/packed.h"
#include "tests/support/table.h"
#include "tests/support/temp_folder.h"

// Documents read in a process of gisa-documents, and here.
namespace gisa {
namespace {

namespace fs = std::filesystem;

class Reading : public ::testing::Test {
 protected:
  static WorkerOptions worker_options() {
    WorkerOptions options;
    options.command = {GISA_DOCUMENTS_PROGRAM};
    return options;
  }

  // All that is handed on of a file, a line each.
  static std::string read(const fs::path& path, WorkerPool* workers) {
    std::string out;
    IntakeOptions options;
    options.document_workers = workers;
    const auto encodings = read_articles(
        {path, path.filename().string(), fs::file_size(path), 0, path.string()},
        [&](const Article& article, const std::string& place) {
          for (const std::string& field :
               {place, article.id, article.title, article.body, article.date, article.press,
                article.byline, article.url, article.modified, article.section}) {
            out.append(field).append("\n");
          }
        },
        [&](const Problem& problem) {
          out.append(problem.where()).append(" ").append(problem.what);
          out.append(problem.left_out ? " (left out)\n" : "\n");
        },
        options);
    for (const std::string& encoding : encodings) out.append(encoding).append("\n");
    return out;
  }

  void expect_the_same(const fs::path& path) {
    const std::string here = read(path, nullptr);
    EXPECT_NE(here, "");
    EXPECT_EQ(read(path, &workers_), here) << path;
  }

  WorkerPool workers_{worker_options()};
  test::TempFolder temp_;
};

const std::vector<std::string> kDocuments = {
    "hwp/00.hwp",   "hwpx/00.hwpx", "docx/00.docx",  "odt/00.odt", "pptx/00.pptx",
    "odp/00.odp",   "epub/00.epub", "rtf/00.rtf",    "hml/00.hml", "bigkinds.xlsx",
    "bigkinds.ods", "eml/00.eml",   "mhtml/00.mhtml"};

TEST_F(Reading, GivesTheSameInAProcessOfItsOwn) {
  int files = 0;
  for (const fs::directory_entry& entry :
       fs::recursive_directory_iterator(test::data_path("intake"))) {
    const Format* const format = format_by_name(entry.path().string());
    if (!entry.is_regular_file() || format == nullptr) continue;
    if (format->confinement == Confinement::none) continue;
    expect_the_same(entry.path());
    ++files;
  }
  EXPECT_GE(files, 90) << "ten of each format";
}

TEST_F(Reading, GivesTheSameOfDamagedFiles) {
  for (const std::string& name : kDocuments) {
    const std::string whole = test::read_bytes(test::data_path("intake/" + name));
    for (const std::size_t part : {8, 5, 3, 2}) {
      const std::string cut = whole.substr(0, whole.size() - whole.size() / part);
      expect_the_same(temp_.write(fs::path(name).filename().string(), cut));
      std::string changed = whole;
      for (std::size_t at = whole.size() / part; at < whole.size(); at += 97) changed[at] ^= 0x20;
      expect_the_same(temp_.write(fs::path(name).filename().string(), changed));
    }
  }
}

TEST_F(Reading, KnowsTheNamesOfPartsInAnyScript) {
  const fs::path path = temp_.write(
      "a.epub",
      test::packed({{"META-INF/container.xml", "<c/>"},
                    {"OPS/b.opf",
                     "<package><manifest><item id=\"x\" href=\"둘.xhtml\"/><item id=\"y\" "
                     "href=\"하나.xhtml\"/></manifest><spine><itemref idref=\"y\"/><itemref "
                     "idref=\"x\"/></spine></package>"},
                    {"OPS/둘.xhtml", "<html><p>둘째 장이다.</p></html>"},
                    {"OPS/하나.xhtml", "<html><p>첫째 장이다.</p></html>"}},
                   "zip"));
  EXPECT_NE(read(path, &workers_).find("첫째 장이다.\n\n둘째 장이다."), std::string::npos);
  expect_the_same(path);
}

TEST_F(Reading, OfAPackedFileThatIsCutOffIsWhatComesBefore) {
  std::string rtf = R"({\rtf1\ansi\ansicpg949 )";
  for (int line = 0; line < 10'000; ++line) rtf += "rice price " + std::to_string(line) + "\\par ";
  const std::string packed = test::gzipped(rtf);
  const fs::path path = temp_.write("a.rtf.gz", packed.substr(0, packed.size() / 2));
  EXPECT_NE(read(path, &workers_).find("rice price 2000\n"), std::string::npos);
  expect_the_same(path);
}

TEST_F(Reading, OfALongDocumentComesWhole) {
  std::string rtf = R"({\rtf1\ansi\ansicpg949 )";
  for (int line = 0; line < 300'000; ++line) rtf += "rice price " + std::to_string(line) + "\\par ";
  expect_the_same(temp_.write("a.rtf", rtf + "}"));
}

TEST_F(Reading, OfALongTableComesWholeAndInOrder) {
  std::string rows = "<row><c t=\"str\"><v>제목</v></c><c t=\"str\"><v>본문</v></c></row>";
  for (int row = 0; row < 20'000; ++row) {
    rows += "<row><c><v>" + std::to_string(row) + "</v></c><c t=\"s\"><v>0</v></c></row>";
  }
  const fs::path path = temp_.write(
      "a.xlsx", test::packed({{"[Content_Types].xml", "<Types/>"},
                              {"xl/sharedStrings.xml",
                               "<sst><si><t>" + std::string(300, 'a') + "</t></si></sst>"},
                              {"xl/worksheets/sheet1.xml",
                               "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}},
                             "zip"));
  EXPECT_NE(read(path, &workers_).find("a.xlsx#20000\n"), std::string::npos);
  expect_the_same(path);
}

// Behind rows that nearly fill a part there is something to say of the whole.
TEST_F(Reading, OfATableIsNotCutWithinARow) {
  constexpr std::size_t kPart = std::size_t{1} << 20;
  const std::string header = "<row><c t=\"str\"><v>제목</v></c><c t=\"str\"><v>본문</v></c></row>";
  for (const std::size_t less : {20, 30, 40}) {
    const fs::path path = temp_.write(
        "a.xlsx", test::packed({{"[Content_Types].xml", "<Types/>"},
                                {"xl/worksheets/sheet1.xml",
                                 "<worksheet><sheetData>" + header + "<row><c/><c t=\"str\"><v>" +
                                     std::string(kPart - less, 'a') +
                                     "</v></c></row><row><c t=\"s\"><v>0</v></c>"
                                     "</row></sheetData></worksheet>"}},
                               "zip"));
    EXPECT_NE(read(path, &workers_).find("lacks strings of 1 rows"), std::string::npos) << less;
    expect_the_same(path);
  }
}

constexpr const char* kMailWithFiles =
    "From: kim@daon.example\nSubject: rice\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=b\n\n"
    "--b\n\nThe price of rice rose.\n"
    "--b\nContent-Disposition: attachment; filename=\"table.csv\"\n\n"
    "title,body\nrice,It rose by a tenth.\nbarley,It did not rise.\n"
    "--b\nContent-Disposition: attachment; filename=\"letter.rtf\"\n\n"
    "{\\rtf1 The letter of the mill.}\n"
    "--b\nContent-Type: message/rfc822\n\n"
    "From: lee@daon.example\nSubject: oats\n\nOats are cheap.\n"
    "--b\nContent-Disposition: attachment; filename=\"winmail.dat\"\n\nno TNEF\n"
    "--b--\n";

TEST_F(Reading, OfAMailGivesWhatIsAttachedToIt) {
  const fs::path path = temp_.write("a.eml", kMailWithFiles);
  const std::string found = read(path, &workers_);
  for (const char* const one :
       {"a.eml\n", "a.eml/table.csv#2\n", "The letter of the mill.", "a.eml/message.eml\n",
        "a.eml/winmail.dat is packed by Outlook (TNEF), and no file is found in it"}) {
    EXPECT_NE(found.find(one), std::string::npos) << one;
  }
  expect_the_same(path);
}

// More than the program may say at once.
TEST_F(Reading, OfAWorkbookGivesWhatLiesInIt) {
  std::string noise;
  for (std::uint32_t x = 1; noise.size() < (std::size_t{20} << 20);) {
    x = x * 1664525 + 1013904223;
    noise += static_cast<char>('a' + (x >> 24) % 26);
  }
  const fs::path path = temp_.write(
      "a.xlsx",
      test::packed({{"[Content_Types].xml", "<Types/>"},
                    {"xl/embeddings/letter.rtf", "{\\rtf1 The letter of the mill.}"},
                    {"xl/comments1.xml",
                     "<comments><authors><author>Kim</author></authors><commentList>"
                     "<comment ref=\"A2\" authorId=\"0\"><text><t>Ask the mill.</t></text>"
                     "</comment></commentList></comments>"},
                    {"xl/worksheets/_rels/sheet1.xml.rels",
                     "<R><Relationship Target=\"../comments1.xml\"/></R>"},
                    {"xl/embeddings/long.rtf", "{\\rtf1{\\*\\x " + noise + "}The end.}"},
                    {"xl/worksheets/sheet1.xml",
                     "<worksheet><sheetData><row><c t=\"str\"><v>본문</v></c></row><row>"
                     "<c t=\"str\"><v>쌀값</v></c></row></sheetData></worksheet>"}},
                   "zip"));
  const std::string found = read(path, &workers_);
  for (const char* const one : {"a.xlsx#1\n", "\nKim: Ask the mill.\n", "a.xlsx/letter.rtf\n",
                                "The letter of the mill.\n", "The end.\n"}) {
    EXPECT_NE(found.find(one), std::string::npos) << one;
  }
  expect_the_same(path);
}

TEST_F(Reading, OfAMailboxGivesEveryMailWithItsNumber) {
  const std::string border = "From kim@daon.example Tue Mar  4 09:00:00 2025\n";
  const fs::path path = temp_.write(
      "a.mbox", border + kMailWithFiles + "\n" + border +
                    "Subject: locked\nContent-Type: application/pkcs7-mime\n\nno text\n\n" +
                    border + "Subject: last\n\nThe last mail.\n");
  const std::string found = read(path, &workers_);
  for (const char* const one :
       {"a.mbox#1/letter.rtf\n", "a.mbox#2 is a mail that is encrypted", "a.mbox#3\n"}) {
    EXPECT_NE(found.find(one), std::string::npos) << one;
  }
  expect_the_same(path);
}

TEST_F(Reading, LosesOneMailOfAMailboxToAProgramThatDies) {
  WorkerOptions options;
  // Dies of what has poison in it; says of all else that it is an article, its title `rice`.
  options.command = {"/bin/sh", "-c",
                     "printf 'h\\000\\000\\000\\000';"
                     "if head -c 60 | grep -q poison; then exit 1; fi;"
                     "printf 'p\\017\\000\\000\\000\\000\\000\\000\\004rice\\000\\000\\000"
                     "\\000\\000\\000\\000d\\000\\000\\000\\000'; exec sleep 5"};
  WorkerPool dying(options);
  const std::string border = "From kim@daon.example Tue Mar  4 09:00:00 2025\n";
  const std::string found =
      read(temp_.write("a.mbox", border + "Subject: poison\n\nThe first mail of two mails.\n\n" +
                                     border + "Subject: sound\n\nThe last mail of two mails.\n"),
           &dying);
  EXPECT_EQ(found.find("a.mbox#1 the program that reads it"), 0U) << found;
  EXPECT_NE(found.find("a.mbox#2\n"), std::string::npos) << found;
}

// A table comes row by row: if the program dies then, rows would come twice if it were read again.
TEST_F(Reading, KeepsTheRowsThatCameBeforeTheProgramDied) {
  WorkerOptions options;
  // Of sheet 0 a row of one cell, 제목, and one of one cell, a.
  options.command = {
      "/bin/sh", "-c",
      "printf 'h\\000\\000\\000\\000'; head -c 600 >/dev/null;"
      "printf 'p\\021\\000\\000\\000\\003\\000\\000\\001\\006제목\\003\\000\\000\\001\\001a'"};
  WorkerPool dying(options);
  EXPECT_EQ(read(test::data_path("intake/bigkinds.xlsx"), &dying),
            "bigkinds.xlsx#1\nbigkinds.xlsx#1\na\n\n\n\n\n\n\n\n"
            "bigkinds.xlsx the program that reads it died; left out from there on (left out)\n");
}

// What a program says that was taken over by a document.
TEST_F(Reading, BelievesNoAnswerThatIsNone) {
  const struct {
    const char* answer;  // of a part, as printf has it: its size, its bytes
    const char* why;
  } kCases[] = {
      {"\\001\\000\\000\\000\\007", "no kind of thing"},
      {"\\002\\000\\000\\000\\000\\000", "an article that is cut off"},
      {"\\003\\000\\000\\000\\003\\000\\177", "a row that is cut off"},
      {"\\003\\000\\000\\000\\000\\000\\377", "a text of a length that is no number"},
  };
  const fs::path path = temp_.write("a.rtf", R"({\rtf1 rice})");
  for (const auto& row : kCases) {
    WorkerOptions options;
    options.command = {
        "/bin/sh", "-c",
        std::string("printf 'h\\000\\000\\000\\000'; head -c 32 >/dev/null; printf 'p") +
            row.answer + "d\\000\\000\\000\\000'; sleep 5"};
    WorkerPool lying(options);
    EXPECT_EQ(read(path, &lying),
              "a.rtf the program that reads it does not answer as it should; left out (left out)\n")
        << row.why;
  }
}

TEST_F(Reading, TakesNoMoreFromAnAnswerThanADocumentHas) {
  ByteStream none([] { return std::string_view(); });
  const IntakeOptions options;
  std::size_t articles = 0;
  const RecordSink take = [&](const Article&, std::size_t) { ++articles; };
  const ProblemSink problems = [](const Problem&) {};
  const ReaderInput input = {"file", none, options, take, problems};
  const std::string article(11, '\0');  // without a word
  hand_on(article + article, input);
  EXPECT_EQ(articles, 2u);
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += article;
  EXPECT_THROW(hand_on(many, input), Error);
  EXPECT_EQ(articles, 2u);
}

TEST_F(Reading, LeavesOutWhatIsNotUtf8InAnAnswer) {
  WorkerOptions options;
  // An article without a number, its title `rice` and a byte that is none of UTF-8.
  options.command = {
      "/bin/sh", "-c",
      "printf 'h\\000\\000\\000\\000'; head -c 32 >/dev/null;"
      "printf 'p\\020\\000\\000\\000\\000\\000\\000\\005rice\\377\\000\\000\\000\\000"
      "\\000\\000\\000d\\000\\000\\000\\000'; sleep 5"};
  WorkerPool lying(options);
  const std::string found = read(temp_.write("a.rtf", R"({\rtf1 rice})"), &lying);
  EXPECT_EQ(found, "a.rtf\na.rtf\nrice\n\n\n\n\n\n\n\n");
}

}  // namespace
}  // namespace gisa
