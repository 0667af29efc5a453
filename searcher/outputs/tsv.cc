#include <fmt/format.h>

#include "common/text/visible.h"
#include "searcher/outputs/output.h"

namespace gisa {

namespace {

// Tab, newline and backslash as \t, \n and \\, so that a hit stays one line of fixed columns.
std::string escaped(const std::string& field) {
  std::string out;
  out.reserve(field.size());
  for (const char c : field) {
    switch (c) {
      case '\t': out += "\\t"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\\': out += "\\\\"; break;
      default: out += c;
    }
  }
  return visible(out);
}

}  // namespace

void write_tsv_head(std::ostream& out, const OutputStyle& style) {
  if (!style.header) return;
  out << (style.batch ? "query_id\t" : "") << "rank\tscore\tid\tdate\tpress\ttitle\tsource\ttext\n";
}

void write_tsv(std::ostream& out, const Answer& answer, const OutputStyle&) {
  for (const Hit& hit : answer.result.hits) {
    if (!answer.id.empty()) out << escaped(answer.id) << '\t';
    out << fmt::format("{}\t{:.6f}", hit.rank, hit.score);
    for (const std::string* field : {&hit.article.id, &hit.article.date, &hit.article.press,
                                     &hit.article.title, &hit.source, &hit.text}) {
      out << '\t' << escaped(*field);
    }
    out << '\n';
  }
}

}  // namespace gisa
