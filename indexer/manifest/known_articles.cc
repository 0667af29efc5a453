#include "indexer/manifest/known_articles.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/database/schema.h"
#include "common/store/stored_passage.h"
#include "common/text/article_id.h"
#include "indexer/document/passage.h"

namespace gisa {

namespace {

std::uint64_t text_hash(const Article& article) {
  return schema::hash(article.title) ^ schema::hash(article.body) * 31;
}

// Whether the article whose first passage is `at` has the same title and text.
bool same_text(Database& base, Xapian::docid at, const Article& article) {
  std::vector<Passage> parts = split_into_passages(article.body);
  if (parts.empty()) parts.push_back({});
  const auto last = base.last_passage();
  for (std::uint32_t number = 0; number < parts.size(); ++number, ++at) {
    if (at > last) return false;
    const StoredPassage passage = base.passage(at);
    const Span span = parts[number].span;
    if (passage.number != number || passage.article.id != article.id ||
        passage.article.title != article.title ||
        passage.text != std::string_view(article.body).substr(span.begin, span.end - span.begin)) {
      return false;
    }
  }
  if (at > last) return true;
  const StoredPassage after = base.passage(at);
  return after.number == 0 || after.article.id != article.id;
}

}  // namespace

std::optional<Xapian::docid> first_passage(Database& base, const std::string& id,
                                           const DeletedPassages& leaving) {
  const std::string term = schema::exact_term(schema::kArticleId, id);
  return base.read([&](Xapian::Database& db) -> std::optional<Xapian::docid> {
    for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
      if (leaving.contains(*at)) continue;
      const StoredPassage passage = base.passage(*at);
      if (passage.number == 0 && passage.article.id == id) return *at;
    }
    return std::nullopt;
  });
}

KnownArticles::KnownArticles(Database* base, const Manifest* manifest,
                             const DeletedPassages* leaving)
    : base_(base), leaving_(leaving) {
  for (const auto& [path, entry] : *manifest) {
    if (entry.passages.count > 0) by_passage_.push_back(&entry);
  }
  std::sort(by_passage_.begin(), by_passage_.end(), [](const FileEntry* a, const FileEntry* b) {
    return a->passages.first < b->passages.first;
  });
}

KnownArticles::Added KnownArticles::add(Article& article, const std::string& place,
                                        const std::string& path) {
  const std::uint64_t text = text_hash(article);
  const std::uint64_t id = schema::hash(article.id);
  if (base_ != nullptr && known_.count(id) == 0) look_into_base(article, text);
  const auto [known, is_new] = known_.try_emplace(id, Known{text, path_number(path)});
  if (is_new) return {};
  Added added;
  if (paths_[known->second.path] != path) added.holder = paths_[known->second.path];
  added.repeated = known->second.text == text;
  if (!added.repeated) {
    article.id =
        article_id(article.id == article_id(place) ? fmt::format("{} ({})", place, path) : place);
    known_.try_emplace(schema::hash(article.id), Known{text, path_number(path)});
  }
  return added;
}

void KnownArticles::look_into_base(const Article& article, std::uint64_t text) {
  const auto at = first_passage(*base_, article.id, *leaving_);
  if (!at) return;
  const auto after =
      std::upper_bound(by_passage_.begin(), by_passage_.end(), *at,
                       [](Xapian::docid id, const FileEntry* e) { return id < e->passages.first; });
  if (after == by_passage_.begin()) return;
  // Another text there needs another hash here; which one does not matter.
  known_.try_emplace(schema::hash(article.id), Known{same_text(*base_, *at, article) ? text : ~text,
                                                     path_number((*std::prev(after))->path)});
}

std::uint32_t KnownArticles::path_number(const std::string& path) {
  if (paths_.empty() || paths_.back() != path) paths_.push_back(path);
  return static_cast<std::uint32_t>(paths_.size() - 1);
}

}  // namespace gisa
