#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace gisa {

enum class Links { follow, refuse };

// All bytes of a regular file of at most `most` bytes. Nothing if there is none, it is longer, or
// it is anything else: a pipe or a device would block, or never end.
std::optional<std::string> read_plain_file(const std::filesystem::path& path, std::size_t most,
                                           Links links);

// True for a regular file; a link to one is none.
bool is_plain_file(const std::filesystem::path& path);

// True for a folder; a link to one is none.
bool is_real_folder(const std::filesystem::path& path);

}  // namespace gisa
