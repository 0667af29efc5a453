#include "indexer/readers/office/embedded_files.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

#include "common/text/lower_ascii.h"
#include "indexer/readers/hwp/old_chart.h"
#include "indexer/readers/members.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/xml_parser.h"

namespace gisa {

namespace {

std::string name_of_path(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

// Of Office: word/embeddings/Microsoft_Excel_Worksheet.xlsx, or an object.
bool may_be_file(std::string_view part) {
  return part.find("/embeddings/") != part.npos && !part.ends_with('/');
}

// Of Hangul: BinData/ole1.ole; of LibreOffice: Object 1, Obj100. What LibreOffice makes of its own
// documents is a folder of that name.
bool is_object_part(std::string_view part) {
  return (part.starts_with("BinData/") && lower_ascii(part).ends_with(".ole")) ||
         (part.starts_with("Obj") && part.find('/') == part.npos);
}

// What a chart names: word/charts/_rels/chart1.xml.rels.
bool is_of_chart(std::string_view part) {
  return part.find("/charts/_rels/") != part.npos && part.ends_with(".rels");
}

class Targets : public XmlEvents {
 public:
  explicit Targets(std::set<std::string>& names) : names_(names) {}

  void start(std::string_view name, const Attributes& attributes) override {
    constexpr std::size_t kMost = 10'000;
    if (local_name(name) != "Relationship" || names_.size() == kMost) return;
    names_.insert(name_of_path(value_of(attributes, "Target")));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  std::set<std::string>& names_;
};

}  // namespace

void say_what_is_left_out(const ReaderInput& input, const std::string& name) {
  if (name.empty()) return;
  input.problems({input.name,
                  fmt::format("holds files of more than {} MB, or more than {}; {} is not read",
                              kMostOfHeldFiles >> 20, kMostHeldFiles, name),
                  false});
}

void EmbeddedFiles::take(DocumentZip& zip) {
  if (is_of_chart(zip.name())) {
    Targets targets(of_charts_);
    zip.parse(targets);
  } else if (may_be_file(zip.name()) || is_object_part(zip.name())) {
    keep(zip);
  }
}

void EmbeddedFiles::keep(DocumentZip& zip) {
  std::string name = name_of_path(zip.name());
  std::optional<std::string> bytes;
  if (files_.size() < kMostHeldFiles) bytes = zip.content_up_to(kMostOfHeldFiles - bytes_);
  if (!bytes) {
    left_out_ = std::move(name);
    return;
  }
  const std::string_view object = object_in(*bytes);
  if (std::string words = words_of_old_chart(object); !words.empty()) {
    old_charts_.push_back(std::move(words));
    return;
  }
  std::optional<ObjectFile> file = file_in_object(object);
  if (object.empty() && may_be_file(zip.name())) file = ObjectFile{{}, *std::move(bytes)};
  if (!file) return;
  if (file->name.empty()) file->name = std::move(name);
  bytes_ += file->bytes.size();
  files_.push_back(*std::move(file));
}

void EmbeddedFiles::open(const ReaderInput& input) const {
  Members members(input);
  for (const ObjectFile& file : files_) {
    if (!of_charts_.contains(file.name)) members.open(file.name, file.bytes);
  }
  say_what_is_left_out(input, left_out_);
}

}  // namespace gisa
