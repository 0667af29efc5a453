#include <algorithm>

#include "searcher/outputs/output.h"

namespace gisa {

void write_text(std::ostream&, const Answer&, const OutputStyle&);
void write_json(std::ostream&, const Answer&, const OutputStyle&);
void write_jsonl(std::ostream&, const Answer&, const OutputStyle&);
void write_tsv(std::ostream&, const Answer&, const OutputStyle&);
void write_trec(std::ostream&, const Answer&, const OutputStyle&);
void write_features(std::ostream&, const Answer&, const OutputStyle&);
void write_trend_bars(std::ostream&, const Answer&, const OutputStyle&);
void write_trend_tsv(std::ostream&, const Answer&, const OutputStyle&);
void write_trend_csv(std::ostream&, const Answer&, const OutputStyle&);
void write_csv_head(std::ostream&, const OutputStyle&);
void write_csv(std::ostream&, const Answer&, const OutputStyle&);
void write_markdown(std::ostream&, const Answer&, const OutputStyle&);

namespace {

constexpr OutputFormat kFormats[] = {
    {"text", "passages for people, the words marked", write_text, true, false, false,
     write_trend_bars},
    {"json", "one object a query, with total and notes", write_json, true, false, false,
     write_json},
    {"jsonl", "one object a hit", write_jsonl, true},
    {"tsv", "one line a hit: [query id] rank score id date press title source text", write_tsv,
     false, false, false, write_trend_tsv},
    {"csv", "a table for spreadsheets of all hits, or of -n; its columns are --columns", write_csv,
     false, false, true, write_trend_csv, write_csv_head},
    {"md", "notes in Markdown: quotation, newspaper, date, title with its link", write_markdown,
     true},
    {"trec", "QID Q0 ARTICLE_ID RANK SCORE gisa", write_trec},
    {"features", "QID ARTICLE_ID SCORE and NAME=VALUE of each ranking feature", write_features,
     false, true},
};

}  // namespace

std::span<const OutputFormat> output_formats() { return kFormats; }

const OutputFormat* find_output_format(std::string_view name) {
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [&](const OutputFormat& format) { return format.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace gisa
