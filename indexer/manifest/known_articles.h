#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/database/database.h"
#include "common/store/deleted_passages.h"
#include "gisa/article.h"
#include "indexer/manifest/manifest.h"

namespace gisa {

// The first passage of the article of that id that is not in `leaving`.
std::optional<Xapian::docid> first_passage(Database& base, const std::string& id,
                                           const DeletedPassages& leaving);

// Gives each article an id of its own: two records may carry one. Those of a run must be added in
// the order of their files. One thread at a time.
class KnownArticles {
 public:
  // Of a database that is built anew.
  KnownArticles() = default;

  // `base`, unless null, holds articles already; those in `leaving` do not count. All must outlive
  // this object.
  KnownArticles(Database* base, const Manifest* manifest, const DeletedPassages* leaving);

  struct Added {
    bool repeated = false;  // the same text under the same id was there before: drop it
    std::string holder;     // path of the other file that has the id, or empty
  };

  // An article of the file at `path`. If the id is known and has another text, the article gets
  // `place` as its id, so that neither hides the other.
  Added add(Article& article, const std::string& place, const std::string& path);

 private:
  struct Known {
    std::uint64_t text;
    std::uint32_t path;  // into paths_
  };

  void look_into_base(const Article& article, std::uint64_t text);
  std::uint32_t path_number(const std::string& path);

  Database* base_ = nullptr;
  const DeletedPassages* leaving_ = nullptr;
  std::vector<const FileEntry*> by_passage_;
  std::unordered_map<std::uint64_t, Known> known_;  // by hash of the id
  std::vector<std::string> paths_;
};

}  // namespace gisa
