#include "searcher/outputs/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/utf8.h"

namespace gisa {

namespace {

using nlohmann::ordered_json;

// Raised when a reader of the output would have to change; docs/json.md says the form.
constexpr int kSchema = 1;

ordered_json in_characters(const std::string& text, const std::vector<Span>& spans) {
  ordered_json out = ordered_json::array();
  std::size_t bytes = 0;
  std::size_t chars = 0;
  const auto advance = [&](std::size_t to) {
    chars += count_chars(std::string_view(text).substr(bytes, to - bytes));
    bytes = to;
    return chars;
  };
  for (const Span& span : spans) {
    const std::size_t begin = advance(span.begin);
    out.push_back({begin, advance(span.end)});
  }
  return out;
}

ordered_json to_json(const Hit& hit, const OutputStyle& style) {
  ordered_json out = {
      {"rank", hit.rank},
      {"score", hit.score},
      {"id", hit.article.id},
      {"title", hit.article.title},
      {"date", hit.article.date},
      {"modified", hit.article.modified},
      {"press", hit.article.press},
      {"by", hit.article.byline},
      {"section", hit.article.section},
      {"url", hit.article.url},
      {"source", hit.source},
      {"heading", hit.heading},
      {"passage_id", passage_id(hit)},
      {"place", {hit.place_chars.begin, hit.place_chars.end}},
      {"text", hit.text},
      {"snippet", in_characters(hit.text, {hit.snippet}).at(0)},
      {"highlights", in_characters(hit.text, hit.highlights)},
      {"title_highlights", in_characters(hit.article.title, hit.title_highlights)},
      {"heading_highlights", in_characters(hit.heading, hit.heading_highlights)},
  };
  if (hit.record > 0) out["record"] = hit.record;
  if (hit.page > 0) out["page"] = hit.page;
  for (const Article& copy : hit.copies) {
    out["copies"].push_back({{"id", copy.id},
                             {"title", copy.title},
                             {"date", copy.date},
                             {"press", copy.press},
                             {"by", copy.byline},
                             {"url", copy.url}});
  }
  if (style.explain) {
    for (const ScoredFeature& feature : hit.features) {
      out["features"][feature.name] = {{"value", feature.value}, {"weight", feature.weight}};
    }
  }
  return out;
}

ordered_json to_json(const std::vector<Facet>& facets) {
  ordered_json out;
  for (const Facet& facet : facets) {
    ordered_json values = ordered_json::array();
    for (const FacetValue& value : facet.values) {
      values.push_back({{"value", value.value}, {"articles", value.articles}});
    }
    out[facet.field] = {{"values", values}, {"unknown", facet.unknown}};
  }
  return out;
}

ordered_json to_json(const RelatedWords& related) {
  ordered_json words = ordered_json::array();
  for (const RelatedWord& word : related.words) {
    words.push_back({{"word", word.word}, {"articles", word.articles}, {"score", word.score}});
  }
  return {{"articles", related.articles}, {"all", related.all}, {"words", std::move(words)}};
}

ordered_json to_json(const Trend& trend) {
  ordered_json series = ordered_json::array();
  for (const TrendSeries& of : trend.series) {
    series.push_back({{"query", of.query}, {"total", of.total}, {"unknown", of.unknown}});
  }
  ordered_json points = ordered_json::array();
  for (std::size_t i = 0; i < trend.times.size(); ++i) {
    ordered_json articles = ordered_json::array();
    ordered_json shares = ordered_json::array();
    for (const TrendSeries& of : trend.series) {
      articles.push_back(of.articles[i]);
      shares.push_back(trend.share(of, i));
    }
    points.push_back({{"date", trend.times[i]},
                      {"all", trend.all[i]},
                      {"articles", std::move(articles)},
                      {"shares", std::move(shares)}});
  }
  return {{"period", to_string(trend.period)},
          {"series", std::move(series)},
          {"points", std::move(points)}};
}

// The keys of `hit` that `fields` has, in the order of those; all if it is empty.
ordered_json chosen(ordered_json hit, const std::vector<std::string>& fields) {
  if (fields.empty()) return hit;
  ordered_json out = ordered_json::object();
  for (const std::string& field : fields) {
    if (hit.contains(field)) out[field] = std::move(hit[field]);
  }
  return out;
}

}  // namespace

std::vector<std::string> fields_named(std::string_view names) {
  constexpr std::string_view kFields[] = {"rank",
                                          "score",
                                          "id",
                                          "title",
                                          "date",
                                          "modified",
                                          "press",
                                          "by",
                                          "section",
                                          "url",
                                          "source",
                                          "record",
                                          "heading",
                                          "page",
                                          "passage_id",
                                          "place",
                                          "text",
                                          "snippet",
                                          "highlights",
                                          "title_highlights",
                                          "heading_highlights",
                                          "copies"};
  std::vector<std::string> fields;
  while (true) {
    const std::size_t comma = std::min(names.find(','), names.size());
    const std::string_view name = names.substr(0, comma);
    if (std::find(std::begin(kFields), std::end(kFields), name) == std::end(kFields)) {
      throw Error(ErrorCode::usage, fmt::format("a hit has no field {}", name),
                  fmt::format("it has {}", fmt::join(kFields, ", ")));
    }
    fields.emplace_back(name);
    if (comma == names.size()) return fields;
    names.remove_prefix(comma + 1);
  }
}

ordered_json to_json(const Answer& answer, const OutputStyle& style) {
  ordered_json object = {{"schema", kSchema}};
  if (!answer.id.empty()) object["query_id"] = answer.id;
  object["query"] = answer.query;
  object["total"] = answer.result.total;
  object["total_exact"] = answer.result.total_exact;
  if (answer.all_words) {
    object["all_words"] = {{"total", answer.all_words->articles},
                           {"total_exact", answer.all_words->exact}};
  }
  if (answer.result.left_out > 0) object["left_out"] = answer.result.left_out;
  object["hits"] = ordered_json::array();
  for (const Hit& hit : answer.result.hits) object["hits"].push_back(to_json(hit, style));
  object["notes"] = ordered_json::array();
  for (const Note& note : answer.result.notes) {
    object["notes"].push_back({{"kind", to_string(note.kind)}, {"text", note.text}});
    if (!note.query.empty()) object["notes"].back()["query"] = note.query;
  }
  if (!answer.result.facets.empty()) object["facets"] = to_json(answer.result.facets);
  if (answer.result.related.articles > 0) object["related"] = to_json(answer.result.related);
  if (answer.trend) object["trend"] = to_json(*answer.trend);
  if (style.explain) object["stages"] = answer.result.stages;
  return object;
}

ordered_json to_json(const Error& error) {
  ordered_json out = {{"code", to_string(error.code())}, {"message", error.message()}};
  if (!error.hint().empty()) out["hint"] = error.hint();
  return out;
}

std::string line_of(const ordered_json& value) {
  return value.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void write_json(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  out << line_of(to_json(answer, style)) << '\n';
}

void write_jsonl(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  for (const Hit& hit : answer.result.hits) {
    ordered_json object = {{"schema", kSchema}};
    if (!answer.id.empty()) object["query_id"] = answer.id;
    object.update(chosen(to_json(hit, style), style.fields));
    out << line_of(object) << '\n';
  }
}

}  // namespace gisa
