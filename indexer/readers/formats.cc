#include <algorithm>

#include "indexer/readers/reader.h"

namespace gisa {

std::unique_ptr<ArticleReader> make_text_reader(ReaderInput input);
std::unique_ptr<ArticleReader> make_markdown_reader(ReaderInput input);
std::unique_ptr<ArticleReader> make_jsonl_reader(ReaderInput input);

namespace {

constexpr Format kFormats[] = {
    {"txt", "txt text", false, make_text_reader},
    {"md", "md markdown", false, make_markdown_reader},
    {"jsonl", "jsonl ndjson", true, make_jsonl_reader},
};

std::string lower_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string extension(name.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return extension;
}

bool lists(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t blank = std::min(words.find(' ', at), words.size());
    if (words.substr(at, blank - at) == word) return true;
    at = blank + 1;
  }
  return false;
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_of(std::string_view name) {
  std::string extension = lower_extension(name);
  if (extension == "gz") {
    name.remove_suffix(3);
    extension = lower_extension(name);
  }
  const auto* found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                   [&](const Format& f) { return lists(f.extensions, extension); });
  return extension.empty() || found == std::end(kFormats) ? nullptr : found;
}

}  // namespace gisa
