#include "indexer/report/index_report.h"

#include <fmt/format.h>
#include <string.h>

#include <algorithm>

namespace gisa {

namespace {

std::string counted(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string ending(const IndexReport& report) {
  if (report.signal == 0) return {};
  return fmt::format("\nstopped by SIG{}: {}; run the same command again to go on",
                     sigabbrev_np(report.signal),
                     report.kept_old ? "the database is as it was before"
                                     : "what was read until then is in the database");
}

}  // namespace

std::string to_string(const IndexReport& report) {
  std::string out;
  if (!report.first) {
    out =
        fmt::format("{} added, {} changed, {} removed, {} unchanged", counted(report.added, "file"),
                    report.changed, report.removed, report.unchanged);
    if (report.added + report.changed == 0) return out + ending(report);
    out += '\n';
  }
  const double megabytes = static_cast<double>(report.text_bytes) / 1e6;
  out += fmt::format("{} in {} from {}, {:.1f} MB in {:.1f} s ({:.1f} MB/s)",
                     counted(report.articles, "article"), counted(report.passages, "passage"),
                     counted(report.files, "file"), megabytes, report.seconds,
                     megabytes / std::max(report.seconds, 1e-9));
  if (report.repeated > 0) {
    out += fmt::format("\n{} repeated, word for word, and kept once",
                       counted(report.repeated, "article"));
  }
  if (const std::string lacking = to_string(report.lacks); !lacking.empty()) out += "\n" + lacking;
  const std::string_view named = report.all_named ? "named above" : "some named above";
  if (report.mended > 0) {
    out += fmt::format("\n{} indexed with damage, {}", counted(report.mended, "place"), named);
  }
  if (report.left_out > 0) {
    out += fmt::format("\n{} left out, {}",
                       report.left_out == 1 ? "1 file or record"
                                            : fmt::format("{} files or records", report.left_out),
                       named);
  }
  return out + ending(report);
}

}  // namespace gisa
