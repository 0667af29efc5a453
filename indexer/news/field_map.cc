#include "indexer/news/field_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

constexpr std::array<ArticleField, 8> kFields = {{{"id", &Article::id},
                                                  {"title", &Article::title},
                                                  {"body", &Article::body},
                                                  {"date", &Article::date},
                                                  {"press", &Article::press},
                                                  {"byline", &Article::byline},
                                                  {"url", &Article::url},
                                                  {"modified", &Article::modified}}};

struct KnownNames {
  std::string Article::*member;
  std::string_view names;  // the best first; lower case, without blanks, underscores and hyphens
};

// As the exports of news archives, crawlers, feeds and pages' metadata name them.
constexpr std::array<KnownNames, 8> kKnownNames = {{
    {&Article::id, "id newsid articleid 뉴스식별자 기사id 기사번호 식별자 dateid identifier guid"},
    {&Article::title, "title headline 제목 기사제목 뉴스제목 og:title hl1 subject headlines"},
    {&Article::body,
     "body articlebody 본문 기사본문 기사내용 내용 content:encoded content contents fulltext text "
     "article body.content datacontent inlinexml context passage paragraph paragraphs sentences "
     "contentelements "
     "description summary"},
    {&Article::date,
     "date publishedat published datepublished pubdate publishdate publisheddate issuedat "
     "article:publishedtime 일자 날짜 작성일 작성일시 등록일 등록일시 게시일 발행일 입력일 입력일시 "
     "dateissue date.issue firstcreated contentcreated date.publication dateandtime createdat "
     "regdate datetime timestamp dc:date displaydate firstpublishdate"},
    {&Article::press,
     "press 언론사 언론사명 매체 매체명 신문사 publisher dc:publisher source media newspaper og:sitename "
     "provider infosource"},
    {&Article::byline,
     "byline author authors reporter 기자 기자명 기고자 작성자 글쓴이 writer journalist dc:creator "
     "creator article:author credits.by"},
    {&Article::modified,
     "modified modifiedat datemodified article:modifiedtime 수정일 수정일시 최종수정 최종수정일 최종수정일시 "
     "lastmodified moddate updated updatedat og:updatedtime lastupdateddate"},
    {&Article::url, "url link 링크 주소 원문주소 originallink permalink og:url canonicalurl"},
}};

constexpr std::size_t kUnknown = std::numeric_limits<std::size_t>::max();

// published_at, publishedAt and `Published at` are one name. A leading underscore is a database's
// own, as in _id.
std::string plain_name(std::string_view name) {
  std::string folded = fold(trim(name));
  const bool leads = folded.starts_with('_');
  std::erase_if(folded, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  return leads ? "_" + folded : folded;
}

// Where in `words` (separated by blanks) `word` stands.
std::size_t place_in(std::string_view words, std::string_view word) {
  for (std::size_t place = 0; !words.empty(); ++place) {
    const std::size_t blank = std::min(words.find(' '), words.size());
    if (words.substr(0, blank) == word) return place;
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
  return kUnknown;
}

std::size_t index_of(std::string Article::*member) {
  const auto* found = std::find_if(kFields.begin(), kFields.end(), [&](const ArticleField& field) {
    return field.member == member;
  });
  return static_cast<std::size_t>(found - kFields.begin());
}

}  // namespace

void FieldMap::add_rule(std::string_view rule) {
  const std::size_t sign = rule.find('=');
  const std::string_view field = rule.substr(0, sign);
  const auto* found = std::find_if(kFields.begin(), kFields.end(),
                                   [&](const ArticleField& known) { return known.name == field; });
  if (sign == std::string_view::npos || found == kFields.end() || sign + 1 == rule.size()) {
    throw Error(
        ErrorCode::usage, fmt::format("--map {} names no field of an article", rule),
        "write FIELD=NAME with FIELD one of id, title, body, date, press, byline, url, modified");
  }
  rules_.push_back({plain_name(rule.substr(sign + 1)), found->member});
}

FieldMap::Meaning FieldMap::meaning_of(std::string_view name) const {
  const std::string plain = plain_name(name);
  const auto told = std::find_if(rules_.begin(), rules_.end(),
                                 [&](const Rule& rule) { return rule.name == plain; });
  if (told != rules_.end()) return {told->member, 0};
  for (const KnownNames& known : kKnownNames) {
    const std::size_t place = place_in(known.names, plain);
    if (place != kUnknown) return {known.member, place + 1};
  }
  return {};
}

bool FieldMap::knows(std::string_view name) const { return meaning_of(name).member != nullptr; }

Article FieldMap::article_of(const Record& record) const {
  Article article;
  std::array<std::size_t, kFields.size()> best;
  best.fill(kUnknown);
  for (const RecordField& field : record) {
    const Meaning meaning = meaning_of(field.name);
    if (meaning.member == nullptr || trim(field.text).empty()) continue;
    std::size_t& rank = best[index_of(meaning.member)];
    if (meaning.rank >= rank) continue;
    rank = meaning.rank;
    article.*meaning.member = field.text;
  }
  return article;
}

std::vector<FieldMap::Choice> FieldMap::choices(const std::vector<std::string>& names) const {
  std::vector<Choice> chosen;
  for (const ArticleField& field : kFields) {
    const std::string* best = nullptr;
    std::size_t rank = kUnknown;
    for (const std::string& name : names) {
      const Meaning meaning = meaning_of(name);
      if (meaning.member != field.member || meaning.rank >= rank) continue;
      best = &name;
      rank = meaning.rank;
    }
    if (best != nullptr) chosen.push_back({field.name, *best});
  }
  return chosen;
}

void fill_empty_fields(Article& article, const Article& other) {
  for (const ArticleField& field : kFields) {
    if ((article.*field.member).empty()) article.*field.member = other.*field.member;
  }
}

}  // namespace gisa
