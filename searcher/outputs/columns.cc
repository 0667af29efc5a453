#include "searcher/outputs/columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "gisa/error.h"

namespace gisa {

namespace {

template <std::string Article::*member>
std::string member_of(const Hit& hit) {
  return hit.article.*member;
}

std::string snippet_of(const Hit& hit) {
  return hit.text.substr(hit.snippet.begin, hit.snippet.end - hit.snippet.begin);
}

constexpr Column kColumns[] = {
    {"id", "뉴스 식별자", 24, member_of<&Article::id>, true},
    {"date", "일자", 17, member_of<&Article::date>, true, false, ColumnKind::time},
    {"press", "언론사", 12, member_of<&Article::press>, true},
    {"by", "기고자", 12, member_of<&Article::byline>, true},
    {"title", "제목", 60, member_of<&Article::title>, true},
    {"section", "통합 분류1", 20, member_of<&Article::section>, true},
    {"text", "본문", 80, member_of<&Article::body>, true, true},
    {"url", "URL", 30, member_of<&Article::url>, true},
    {"modified", "수정일", 17, member_of<&Article::modified>, true, false, ColumnKind::time},
    {"snippet", "발췌", 80, snippet_of},
    {"source", "파일", 24, [](const Hit& hit) { return hit.source; }},
    {.name = "record",
     .label = "파일 안 번호",
     .width = 11,
     .value = [](const Hit& hit) { return hit.record > 0 ? std::to_string(hit.record) : ""; },
     .kind = ColumnKind::number},
    {.name = "rank",
     .label = "순위",
     .width = 8,
     .value = [](const Hit& hit) { return std::to_string(hit.rank); },
     .kind = ColumnKind::number},
    {.name = "score",
     .label = "점수",
     .width = 11,
     .value = [](const Hit& hit) { return fmt::format("{:.6f}", hit.score); },
     .kind = ColumnKind::number},
};

const Column& column_named(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kColumns), std::end(kColumns),
                                         [&](const Column& column) { return column.name == name; });
  if (found != std::end(kColumns)) return *found;
  throw Error(ErrorCode::usage, fmt::format("there is no column {}", name), column_names());
}

}  // namespace

std::span<const Column> all_columns() { return kColumns; }

std::vector<const Column*> default_columns() {
  std::vector<const Column*> columns;
  for (const Column& column : kColumns) {
    if (column.by_default) columns.push_back(&column);
  }
  return columns;
}

std::vector<const Column*> columns_named(std::string_view names) {
  std::vector<const Column*> columns;
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t comma = std::min(names.find(',', at), names.size());
    const Column& column = column_named(names.substr(at, comma - at));
    if (std::find(columns.begin(), columns.end(), &column) != columns.end()) {
      throw Error(ErrorCode::usage, fmt::format("the column {} is named twice", column.name),
                  "name it once");
    }
    columns.push_back(&column);
    at = comma + 1;
  }
  return columns;
}

std::vector<Note> for_each_row(const Answer& answer, const std::vector<const Column*>& columns,
                               const std::function<void(const Hit&)>& use) {
  const bool need_bodies = std::any_of(columns.begin(), columns.end(),
                                       [](const Column* column) { return column->needs_body; });
  std::vector<Note> notes;
  for (const Hit& hit : answer.result.hits) {
    if (!need_bodies || !hit.article.body.empty()) {
      use(hit);
      continue;
    }
    Hit whole = hit;
    whole.article.body = answer.body_of(hit.article.id, notes);
    use(whole);
  }
  return notes;
}

std::string column_names() {
  std::string names;
  for (const Column& column : kColumns) names.append(names.empty() ? "" : "|").append(column.name);
  return names;
}

}  // namespace gisa
