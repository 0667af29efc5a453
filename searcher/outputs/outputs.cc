#include <algorithm>

#include "searcher/outputs/output.h"
#include "searcher/outputs/xlsx.h"

namespace gisa {

void write_text(std::ostream&, const Answer&, const OutputStyle&);
void write_json(std::ostream&, const Answer&, const OutputStyle&);
void write_jsonl(std::ostream&, const Answer&, const OutputStyle&);
void write_files(std::ostream&, const Answer&, const OutputStyle&);
void write_tsv_head(std::ostream&, const OutputStyle&);
void write_tsv(std::ostream&, const Answer&, const OutputStyle&);
void write_trec(std::ostream&, const Answer&, const OutputStyle&);
void write_features(std::ostream&, const Answer&, const OutputStyle&);
void write_trend_bars(std::ostream&, const Answer&, const OutputStyle&);
void write_trend_tsv(std::ostream&, const Answer&, const OutputStyle&);
void write_trend_csv(std::ostream&, const Answer&, const OutputStyle&);
void write_csv_head(std::ostream&, const OutputStyle&);
std::vector<Note> write_csv(std::ostream&, const Answer&, const OutputStyle&);
void write_markdown(std::ostream&, const Answer&, const OutputStyle&);

namespace {

constexpr OutputFormat kFormats[] = {
    {.name = "text",
     .description = "passages for people, the words marked",
     .write = write_text,
     .shows_copies = true,
     .write_trend = write_trend_bars},
    {.name = "json",
     .description = "one object a query, with total and notes",
     .write = write_json,
     .shows_copies = true,
     .shows_places = true,
     .write_trend = write_json},
    {.name = "jsonl",
     .description = "one object a hit, with all keys or --fields",
     .write = write_jsonl,
     .shows_copies = true,
     .shows_places = true},
    {.name = "tsv",
     .description = "one line a hit: [query id] rank score id date press title source text",
     .write = write_tsv,
     .write_trend = write_trend_tsv,
     .write_head = write_tsv_head},
    {.name = "csv",
     .description = "a table for spreadsheets of all hits, or of -n; its columns are --columns",
     .write_table = write_csv,
     .lists_all = true,
     .write_trend = write_trend_csv,
     .write_head = write_csv_head},
    {.name = "xlsx",
     .description = "the same as a workbook of Excel, for a file: > articles.xlsx",
     .write_table = write_xlsx,
     .lists_all = true,
     .is_whole_file = true,
     .is_installed = can_write_xlsx},
    {.name = "md",
     .description = "notes in Markdown: quotation, newspaper, date, title with its link",
     .write = write_markdown,
     .shows_copies = true},
    {.name = "files",
     .description = "the paths of the files that have hits, as --files-with-hits",
     .write = write_files,
     .lists_all = true},
    {.name = "trec", .description = "QID Q0 ARTICLE_ID RANK SCORE gisa", .write = write_trec},
    {.name = "features",
     .description = "QID ARTICLE_ID SCORE and NAME=VALUE of each ranking feature",
     .write = write_features,
     .shows_features = true},
};

}  // namespace

std::span<const OutputFormat> output_formats() { return kFormats; }

const OutputFormat* find_output_format(std::string_view name) {
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [&](const OutputFormat& format) { return format.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace gisa
