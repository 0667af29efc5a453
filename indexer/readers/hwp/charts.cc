#include "indexer/readers/hwp/charts.h"

#include <algorithm>
#include <string_view>

#include "common/text/lower_ascii.h"
#include "gisa/error.h"
#include "indexer/readers/hwp/inflate.h"

namespace gisa {

namespace {

// Of all objects together, packed and unpacked.
constexpr std::size_t kMostOfObjects = std::size_t{64} << 20;
constexpr std::size_t kMostOfAChart = std::size_t{4} << 20;

// An object as it lies in the stream, behind its length; empty if there is none.
std::string_view object_in(std::string_view stream) {
  constexpr std::size_t kLength = 4;
  for (const std::size_t at : {kLength, std::size_t{0}}) {
    const std::string_view object = stream.substr(std::min(at, stream.size()));
    if (CompoundFile::is_one(object)) return object;
  }
  return {};
}

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

std::vector<std::string> charts_in(const CompoundFile& file) {
  std::vector<std::string> charts;
  const auto entries = file.entries_of(CompoundFile::kRoot);
  const auto storage = entries.find("BinData");
  if (storage == entries.end()) return charts;
  std::size_t left = kMostOfObjects;
  for (const auto& [name, entry] : file.entries_of(storage->second)) {
    if (!lower_ascii(name).ends_with(".ole")) continue;
    const std::string packed = file.read(entry, left).bytes;
    left -= packed.size();
    // Objects are packed or not, whatever the document is.
    const Inflated inflated = inflate(packed, left);
    left -= inflated.bytes.size();
    std::string chart = chart_in(object_in(inflated.bytes));
    if (chart.empty()) chart = chart_in(object_in(packed));
    if (!chart.empty()) charts.push_back(std::move(chart));
  }
  return charts;
}

}  // namespace gisa
