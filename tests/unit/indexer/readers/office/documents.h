#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/intake.h"
#include "indexer/readers/reader.h"
#include "tests/support/packed.h"
#include "tests/support/temp_folder.h"

// Documents of offices, made for tests and read as files.
namespace gisa::test {

class Documents : public ::testing::Test {
 protected:
  std::vector<Article> read(const std::string& name, std::string_view bytes) {
    problems_.clear();
    std::vector<Article> articles;
    const std::filesystem::path path = temp_.write(name, bytes);
    read_articles(
        {path, name, bytes.size(), 0, path.string()},
        [&](Article article, const std::string&) { articles.push_back(std::move(article)); },
        [&](const Problem& problem) { problems_ += problem.where() + " " + problem.what + "\n"; });
    return articles;
  }

  // The body of the only article in a file.
  std::string body_of(const std::string& name, std::string_view bytes) {
    const std::vector<Article> articles = read(name, bytes);
    EXPECT_EQ(articles.size(), 1u) << problems_;
    return articles.empty() ? "" : articles[0].body;
  }

  // The same of one whose bytes do not tell its kind.
  static std::string body_read_as(std::string_view format, std::string_view bytes) {
    std::string body;
    ByteStream stream([&] { return std::exchange(bytes, {}); });
    const IntakeOptions options;
    const RecordSink take = [&](const Article& article, std::size_t) { body = article.body; };
    const ProblemSink problems = [](const Problem& problem) { ADD_FAILURE() << problem.what; };
    format_named(format)->read({"file", stream, options, take, problems});
    return body;
  }

  TempFolder temp_;
  std::string problems_;
};

struct MarkupCase {
  const char* markup;
  const char* text;
};

// One of Word with that body.
inline std::string docx(const std::string& body, Files more = {}) {
  more["[Content_Types].xml"] = "<Types/>";
  more["word/document.xml"] = "<w:document><w:body>" + body + "</w:body></w:document>";
  return packed(more, "zip");
}

// One of Hangul with those paragraphs.
inline std::string hwpx(const std::string& paragraphs, const std::string& manifest = "") {
  Files files = {{"Contents/section0.xml", "<hs:sec>" + paragraphs + "</hs:sec>"}};
  if (!manifest.empty()) files["META-INF/manifest.xml"] = manifest;
  return packed(files, "zip");
}

// One of PowerPoint with that slide.
inline std::string pptx(const std::string& slide, Files more = {}) {
  more["[Content_Types].xml"] = "<Types/>";
  more["ppt/slides/slide1.xml"] = "<p:sld>" + slide + "</p:sld>";
  return packed(more, "zip");
}

inline std::string shape(const std::string& text, const std::string& kind = "body") {
  return "<p:sp><p:nvPr><p:ph type=\"" + kind + "\"/></p:nvPr><a:p><a:r><a:t>" + text +
         "</a:t></a:r></a:p></p:sp>";
}

}  // namespace gisa::test
