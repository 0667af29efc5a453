#include "indexer/news/field_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "common/news/section.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "common/text/web_address.h"
#include "gisa/error.h"
#include "indexer/news/article_field.h"
#include "indexer/news/date.h"

namespace gisa {

namespace {

struct KnownNames {
  std::string Article::*member;
  std::string_view names;  // the best first; lower case, without blanks, underscores and hyphens
};

// As the exports of news archives, crawlers, feeds and pages' metadata name them.
constexpr std::array<KnownNames, 9> kKnownNames = {{
    {&Article::id,
     "id newsid articleid docid 뉴스식별자 기사id 기사번호 식별자 dateid identifier guid"},
    {&Article::title,
     "title headline 제목 기사제목 뉴스제목 og:title hl1 subject newstitle articletitle 기사명 뉴스명 "
     "타이틀 헤드라인 headlines"},
    {&Article::body,
     "body articlebody 본문 기사본문 뉴스본문 기사내용 뉴스내용 내용 content:encoded content contents "
     "contenttext newscontent articlecontent articletext newstext bodytext maintext fulltext text "
     "doctext 전문 기사전문 원문 기사원문 텍스트 article body.content datacontent inlinexml context "
     "passage paragraph paragraphs sentences contentelements description abstract summary lead 요약 기사요약 뉴스요약 "
     "본문요약 리드"},
    {&Article::date,
     "date publishedat published datepublished pubdate publishdate publisheddate issuedat "
     "article:publishedtime 일자 날짜 작성일 작성일시 등록일 등록일시 게시일 게시일시 발행일 발행일시 입력일 "
     "입력일시 writedate newsdate articledate articledatetime inputdate publishedtime 작성일자 등록일자 "
     "게시일자 발행일자 입력일자 보도일 보도일자 보도일시 배포일 배포일시 기사일자 게재일 게재일자 송고일시 "
     "입력시간 등록시간 작성시간 일시 dateissue date.issue firstcreated contentcreated date.publication "
     "dateandtime createdat createddate regdate registerdate datetime timestamp dc:date displaydate firstpublishdate"},
    {&Article::press,
     "press 언론사 언론사명 언론사이름 매체 매체명 언론매체 신문사 신문사명 방송사 언론 publisher "
     "dc:publisher source sourcesite medianame mediacompany pressname newspapername media newspaper "
     "og:sitename provider providername infosource 발행처 제공사 제공처 제공언론사 출처"},
    {&Article::byline,
     "byline author authors authorname reporter reporters reportername 기자 기자명 기자이름 취재기자 "
     "작성기자 담당기자 기고자 작성자 글쓴이 필자 writer writername journalist dc:creator creator "
     "article:author credits.by"},
    {&Article::modified,
     "modified modifiedat datemodified article:modifiedtime 수정일 수정일시 수정일자 수정시간 최종수정 "
     "최종수정일 최종수정일시 lastmodified moddate modifydate updated updatedat updatedate lastupdate "
     "og:updatedtime lastupdateddate"},
    {&Article::url,
     "url link 링크 주소 원문주소 원문링크 원문url 기사주소 기사링크 기사url 뉴스링크 뉴스주소 "
     "originallink newsurl articleurl newslink articlelink permalink og:url canonicalurl"},
    {&Article::section,
     "통합분류1 section articlesection article:section sectionname newssection 섹션 섹션명 기사섹션 "
     "뉴스섹션 분류 분류명 기사분류 뉴스분류 대분류 분야 category categoryname newscategory "
     "articlecategory category1 카테고리 카테고리명 뉴스카테고리 categories 지면 지면명"},
}};

// Parts of names that nobody listed; how records are described is no text of theirs.
constexpr std::array<KnownNames, 6> kNameParts = {{
    {&Article::title, "제목 title headline"},
    {&Article::date, "일자 날짜 일시 date"},
    {&Article::press, "언론 매체 신문사 방송사 press media publisher newspaper"},
    {&Article::byline, "기자 작성자 필자 reporter author writer journalist"},
    {&Article::url, "url link 링크 주소"},
    {&Article::body,
     "본문 내용 전문 원문 요약 텍스트 body content text article abstract summary description"},
}};
constexpr std::string_view kDescribingParts =
    "id code type length size count cnt num lang image img photo file path comment category section "
    "keyword tag label score email mail phone hash encoding 코드 유형 종류 길이 크기 개수 건수 번호 언어 이미지 사진 "
    "파일 경로 댓글 분류 카테고리 섹션 키워드 태그 점수 이메일 메일 전화 검색";
// A date of something else.
constexpr std::string_view kOtherDates =
    "수정 최종 삭제 수집 modif updat delet crawl collect expire scrap";

constexpr std::size_t kUnknown = std::numeric_limits<std::size_t>::max();

// published_at, publishedAt and `Published at` are one name. A leading underscore is a database's
// own, as in _id.
std::string plain_name(std::string_view name) {
  std::string folded = fold(trim(name));
  for (const std::string_view sign : {"\uFEFF", "“", "”", "‘", "’"}) {
    for (std::size_t at = folded.find(sign); at != std::string::npos; at = folded.find(sign)) {
      folded.erase(at, sign.size());
    }
  }
  std::erase_if(folded, [](char c) { return c == '"' || c == '\''; });
  const bool leads = folded.starts_with('_');
  std::erase_if(folded, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  return leads ? "_" + folded : folded;
}

// What goes on under the next number, where the first of them is read: BIGKinds' sections.
constexpr std::string_view kFirstOfSeveral = "통합분류1";
constexpr std::array<std::string_view, 2> kOthersOfSeveral = {"통합분류2", "통합분류3"};

// Calls `use` with each of `words`, which are separated by blanks.
template <typename Use>
void for_each_word(std::string_view words, Use use) {
  while (!words.empty()) {
    const std::size_t blank = std::min(words.find(' '), words.size());
    use(words.substr(0, blank));
    words.remove_prefix(std::min(blank + 1, words.size()));
  }
}

bool has_part(std::string_view name, std::string_view parts) {
  while (!parts.empty()) {
    const std::size_t blank = std::min(parts.find(' '), parts.size());
    if (name.find(parts.substr(0, blank)) != std::string_view::npos) return true;
    parts.remove_prefix(std::min(blank + 1, parts.size()));
  }
  return false;
}

// The field that a part of the name stands for, or nullptr. A dot stands for something within
// another.
std::string Article::*member_by_part(std::string_view name) {
  const std::string plain = plain_name(name);
  if (plain.starts_with('_') || plain.find('.') != std::string::npos) return nullptr;
  for (const KnownNames& part : kNameParts) {
    if (!has_part(plain, part.names)) continue;
    const bool is_date = part.member == &Article::date;
    const bool is_url = part.member == &Article::url;
    if (has_part(plain, is_date ? kOtherDates : is_url ? "image img 이미지" : kDescribingParts))
      continue;
    return part.member;
  }
  return nullptr;
}

bool is_address(std::string_view text) {
  return is_web_address(text) && text.find(' ') == std::string_view::npos;
}

// Whether `text` can be what a part of its name says.
bool fits(std::string Article::*member, std::string_view text) {
  if (member == &Article::date) return !parse_date(text).empty();
  if (member == &Article::url) return is_address(text);
  return !is_address(text);
}

void add_others_of_several(const Record& record, std::vector<FieldMap::Use>& uses) {
  const FieldMap::Use first = uses.back();
  for (const std::string_view name : kOthersOfSeveral) {
    for (std::size_t i = 0; i < record.size(); ++i) {
      if (plain_name(record[i].name) != name || !may_be_section(record[i].text)) continue;
      uses.push_back({first.field, first.member, i});
    }
  }
}

std::size_t index_of(std::string Article::*member) {
  const auto* found =
      std::find_if(kArticleFields.begin(), kArticleFields.end(),
                   [&](const ArticleField& field) { return field.member == member; });
  return static_cast<std::size_t>(found - kArticleFields.begin());
}

// `id, title, ...`
std::string field_names() {
  std::string names;
  for (const ArticleField& field : kArticleFields) {
    names.append(names.empty() ? "" : ", ").append(field.name);
  }
  return names;
}

}  // namespace

void FieldMap::add_rule(std::string_view rule) {
  const std::size_t sign = rule.find('=');
  const std::string_view field = rule.substr(0, sign);
  const auto* found = std::find_if(kArticleFields.begin(), kArticleFields.end(),
                                   [&](const ArticleField& known) { return known.name == field; });
  if (sign == std::string_view::npos || found == kArticleFields.end() || sign + 1 == rule.size()) {
    throw Error(ErrorCode::usage, fmt::format("--map {} names no field of an article", rule),
                fmt::format("write FIELD=NAME with FIELD one of {}", field_names()));
  }
  rules_.push_back({plain_name(rule.substr(sign + 1)), found->member});
}

bool FieldMap::has_numbers() const {
  return std::any_of(rules_.begin(), rules_.end(), [](const Rule& rule) {
    return rule.name.find_first_not_of("0123456789") == std::string::npos;
  });
}

FieldMap::Meaning FieldMap::meaning_of(std::string_view name) const {
  const std::string plain = plain_name(name);
  if (plain.empty()) return {};
  const auto rule = std::find_if(rules_.begin(), rules_.end(),
                                 [&](const Rule& known) { return known.name == plain; });
  if (rule != rules_.end()) return {rule->member, 0};
  static const std::unordered_map<std::string_view, Meaning> known = known_meanings();
  const auto found = known.find(plain);
  return found == known.end() ? Meaning{} : found->second;
}

std::unordered_map<std::string_view, FieldMap::Meaning> FieldMap::known_meanings() {
  std::unordered_map<std::string_view, Meaning> meanings;
  for (const KnownNames& known : kKnownNames) {
    std::size_t rank = 0;
    for_each_word(known.names, [&](std::string_view name) {
      meanings.try_emplace(name, Meaning{known.member, ++rank});
    });
  }
  return meanings;
}

std::string Article::*FieldMap::member_named(std::string_view name) const {
  return meaning_of(name).member;
}

bool FieldMap::knows(std::string_view name) const { return member_named(name) != nullptr; }

std::string_view FieldMap::field_by_part(std::string_view name) {
  std::string Article::*const member = member_by_part(name);
  return member == nullptr ? std::string_view() : kArticleFields[index_of(member)].name;
}

std::vector<FieldMap::Use> FieldMap::uses(const Record& record) const {
  std::array<std::size_t, kArticleFields.size()> best;
  std::array<std::size_t, kArticleFields.size()> place;
  best.fill(kUnknown);
  for (std::size_t i = 0; i < record.size(); ++i) {
    const Meaning meaning = meaning_of(record[i].name);
    if (meaning.member == nullptr || trim(record[i].text).empty()) continue;
    if (meaning.member == &Article::section && !may_be_section(record[i].text)) continue;
    const std::size_t field = index_of(meaning.member);
    if (meaning.rank >= best[field]) continue;
    best[field] = meaning.rank;
    place[field] = i;
  }
  std::vector<Use> uses;
  for (std::size_t field = 0; field < kArticleFields.size(); ++field) {
    if (best[field] == kUnknown) continue;
    uses.push_back({kArticleFields[field].name, kArticleFields[field].member, place[field]});
    if (plain_name(record[place[field]].name) == kFirstOfSeveral) {
      add_others_of_several(record, uses);
    }
  }
  return uses;
}

std::vector<FieldMap::Use> FieldMap::uses_by_parts(const Record& record) const {
  std::vector<Use> uses = this->uses(record);
  for (std::size_t i = 0; i < record.size(); ++i) {
    const std::string_view text = trim(record[i].text);
    if (text.empty() || knows(record[i].name)) continue;
    std::string Article::*const member = member_by_part(record[i].name);
    if (member == nullptr || !fits(member, text)) continue;
    const auto use = std::find_if(uses.begin(), uses.end(),
                                  [&](const Use& other) { return other.member == member; });
    if (use == uses.end()) {
      uses.push_back({kArticleFields[index_of(member)].name, member, i});
    } else if (!knows(record[use->place].name) &&
               text.size() > trim(record[use->place].text).size()) {
      use->place = i;
    }
  }
  return uses;
}

Article FieldMap::article_of(const Record& record, const std::vector<Use>& uses) {
  Article article;
  for (const Use& use : uses) {
    std::string& field = article.*use.member;
    field.append(field.empty() ? "" : ", ").append(record[use.place].text);
  }
  return article;
}

std::vector<FieldMap::Choice> FieldMap::choices(const std::vector<std::string>& names) const {
  std::vector<Choice> chosen;
  for (const ArticleField& field : kArticleFields) {
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
  for (const ArticleField& field : kArticleFields) {
    if ((article.*field.member).empty()) article.*field.member = other.*field.member;
  }
}

}  // namespace gisa
