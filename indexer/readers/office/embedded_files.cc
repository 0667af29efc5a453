#include "indexer/readers/office/embedded_files.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

#include "common/text/lower_ascii.h"
#include "common/text/path.h"
#include "indexer/readers/members.h"
#include "indexer/readers/office/relations.h"

namespace gisa {

namespace {

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

}  // namespace

void open_embedded_files(const EmbeddedObjects& objects, const ReaderInput& input,
                         const std::set<std::string>& but) {
  Members members(input);
  for (const EmbeddedFile& file : objects.files()) {
    if (!but.contains(file.name)) members.open(file.name, file.bytes);
  }
  if (objects.left_out().empty()) return;
  report_files_left_out(input, EmbeddedObjects::kMostBytes, EmbeddedObjects::kMostFiles,
                        objects.left_out());
}

void EmbeddedFiles::take(DocumentZip& zip) {
  if (is_of_chart(zip.name())) {
    constexpr std::size_t kMost = 10'000;
    for (const Relation& relation : relations_in(zip)) {
      if (of_charts_.size() < kMost) of_charts_.emplace(last_step(relation.target));
    }
  } else if (may_be_file(zip.name()) || is_object_part(zip.name())) {
    keep(zip);
  }
}

void EmbeddedFiles::keep(DocumentZip& zip) {
  std::string name(last_step(zip.name()));
  std::optional<std::string> bytes = zip.content_up_to(objects_.room());
  if (!bytes) return objects_.leave_out(std::move(name));
  if (is_object_part(zip.name()) || !object_in(*bytes).empty()) {
    objects_.take(std::move(name), *bytes);
  } else {
    objects_.take_file({std::move(name), *std::move(bytes)});
  }
}

}  // namespace gisa
