#include <algorithm>

#include "searcher/outputs/output.h"

namespace gisa {

void write_text(std::ostream&, const Answer&, const OutputStyle&);
void write_json(std::ostream&, const Answer&, const OutputStyle&);
void write_jsonl(std::ostream&, const Answer&, const OutputStyle&);
void write_tsv(std::ostream&, const Answer&, const OutputStyle&);
void write_trec(std::ostream&, const Answer&, const OutputStyle&);
void write_features(std::ostream&, const Answer&, const OutputStyle&);

namespace {

constexpr OutputFormat kFormats[] = {
    {"text", "passages for people, the words marked", write_text, true},
    {"json", "one object a query, with total and notes", write_json, true},
    {"jsonl", "one object a hit", write_jsonl, true},
    {"tsv", "one line a hit: [query id] rank score id date press title source text", write_tsv},
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
