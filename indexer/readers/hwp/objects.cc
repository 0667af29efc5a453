#include "indexer/readers/hwp/objects.h"

#include <string_view>
#include <utility>

#include "common/text/lower_ascii.h"
#include "gisa/error.h"
#include "indexer/readers/hwp/inflate.h"
#include "indexer/readers/hwp/old_chart.h"

namespace gisa {

namespace {

constexpr std::size_t kMostOfAChart = std::size_t{4} << 20;

std::string chart_in(std::string_view object) {
  if (object.empty()) return {};
  try {
    const CompoundFile file(object);
    const auto entries = file.entries_of(CompoundFile::kRoot);
    const auto chart = entries.find("OOXMLChartContents");
    return chart == entries.end() ? std::string() : file.read(chart->second, kMostOfAChart).bytes;
  } catch (const Error&) {
    return {};  // the document is read without it
  }
}

}  // namespace

HwpObjects objects_in(const CompoundFile& file) {
  HwpObjects objects;
  const auto entries = file.entries_of(CompoundFile::kRoot);
  const auto storage = entries.find("BinData");
  if (storage == entries.end()) return objects;
  std::size_t left = kMostOfHeldFiles;  // packed and unpacked
  for (const auto& [name, entry] : file.entries_of(storage->second)) {
    if (!lower_ascii(name).ends_with(".ole")) continue;
    const std::string packed = file.read(entry, left).bytes;
    left -= packed.size();
    // Objects are packed or not, whatever the document is.
    const Inflated inflated = inflate(packed, left);
    left -= inflated.bytes.size();
    if (left == 0 || objects.files.size() == kMostHeldFiles) {
      objects.left_out = name;
      continue;
    }
    std::string_view object = object_in(inflated.bytes);
    if (object.empty()) object = object_in(packed);
    if (std::string chart = chart_in(object); !chart.empty()) {
      objects.charts.push_back(std::move(chart));
    } else if (std::string words = words_of_old_chart(object); !words.empty()) {
      objects.old_charts.push_back(std::move(words));
    } else if (auto held = file_in_object(object)) {
      if (held->name.empty()) held->name = name;
      objects.files.push_back(*std::move(held));
    }
  }
  return objects;
}

}  // namespace gisa
