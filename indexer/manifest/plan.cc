#include "indexer/manifest/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "indexer/manifest/content_hash.h"

namespace gisa {

namespace {

class Planner {
 public:
  Planner(const SourceList& sources, const Manifest& manifest, bool keep_vanished)
      : sources_(sources), manifest_(manifest), keep_vanished_(keep_vanished) {}

  Plan make() {
    for (const SourceFile& file : sources_.files) place(file);
    std::set<std::string_view> there;
    for (const SourceFile& file : sources_.files) there.insert(file.real);
    for (const auto& [path, entry] : manifest_) {
      if (there.count(path) > 0) continue;
      (is_kept(path) ? plan_.unchanged : plan_.vanished).push_back(&entry);
    }
    reread_sharers();
    return std::move(plan_);
  }

 private:
  void place(const SourceFile& file) {
    const auto known = manifest_.find(file.real);
    if (known == manifest_.end()) {
      plan_.added.push_back(file);
    } else if (known->second.bytes != file.bytes) {
      plan_.changed.push_back(file);
    } else if (known->second.modified == file.modified) {
      plan_.unchanged.push_back(&known->second);
    } else if (known->second.content != 0 && content_hash(file.path) == known->second.content) {
      plan_.touched.push_back(file);
    } else {
      plan_.changed.push_back(file);
    }
  }

  bool is_kept(const std::string& path) const {
    return keep_vanished_ || is_handed_over(path) ||
           std::any_of(sources_.unread.begin(), sources_.unread.end(),
                       [&](const std::string& folder) { return path.starts_with(folder + '/'); });
  }

  // Moves to `changed` what shares articles with a file that changes or goes, and what shares with
  // those, until there is no more.
  void reread_sharers() {
    std::set<std::string_view> moving;
    for (const SourceFile& file : plan_.changed) moving.insert(file.real);
    for (const FileEntry* entry : plan_.vanished) moving.insert(entry->path);
    for (const auto& [path, entry] : manifest_) {
      for (const std::string& other : entry.shares_with) {
        if (is_handed_over(other) && manifest_.count(other) == 0) moving.insert(other);
      }
    }
    if (moving.empty()) return;
    std::set<std::string_view> sharers;
    bool more = true;
    while (more) {
      more = false;
      for (const auto& [path, entry] : manifest_) {
        if (moving.count(path) > 0) continue;
        const auto& shares = entry.shares_with;
        if (std::none_of(shares.begin(), shares.end(),
                         [&](const std::string& other) { return moving.count(other) > 0; }))
          continue;
        moving.insert(path);
        sharers.insert(path);
        more = true;
      }
    }
    if (sharers.empty()) return;
    std::erase_if(plan_.unchanged, [&](const FileEntry* e) { return sharers.count(e->path) > 0; });
    std::erase_if(plan_.touched, [&](const SourceFile& f) { return sharers.count(f.real) > 0; });
    std::copy_if(sources_.files.begin(), sources_.files.end(), std::back_inserter(plan_.changed),
                 [&](const SourceFile& file) { return sharers.count(file.real) > 0; });
  }

  const SourceList& sources_;
  const Manifest& manifest_;
  const bool keep_vanished_;
  Plan plan_;
};

}  // namespace

std::size_t Plan::unchanged_files() const {
  const auto files = std::count_if(unchanged.begin(), unchanged.end(), [](const FileEntry* entry) {
    return !is_handed_over(entry->path);
  });
  return touched.size() + static_cast<std::size_t>(files);
}

Plan make_plan(const SourceList& sources, const Manifest& manifest, bool keep_vanished) {
  return Planner(sources, manifest, keep_vanished).make();
}

std::string to_string(const Plan& plan, const FileRemark& remark, const FileRefusal& refusal) {
  std::string out;
  const auto line = [&](std::string_view verb, const std::string& path) {
    fmt::format_to(std::back_inserter(out), "{:<8}{}\n", verb, path);
  };
  // How many of them will be read.
  const auto lines = [&](std::string_view verb, const std::vector<SourceFile>& files) {
    std::size_t read = 0;
    for (const SourceFile& file : files) {
      const std::string refused = refusal ? refusal(file) : std::string();
      line(refused.empty() ? verb : "skip", file.path.string());
      if (!refused.empty()) {
        line("", refused);
        continue;
      }
      ++read;
      if (!remark) continue;
      for (const std::string& about : remark(file)) line("", about);
    }
    return read;
  };
  const std::size_t added = lines("add", plan.added);
  const std::size_t changed = lines("change", plan.changed);
  for (const FileEntry* entry : plan.vanished) line("remove", entry->path);
  fmt::format_to(std::back_inserter(out), "{} to add, {} to change, {} to remove, {} unchanged",
                 added, changed, plan.vanished.size(), plan.unchanged_files());
  const std::size_t skipped = plan.added.size() + plan.changed.size() - added - changed;
  if (skipped > 0) fmt::format_to(std::back_inserter(out), ", {} to leave out", skipped);
  return out;
}

}  // namespace gisa
