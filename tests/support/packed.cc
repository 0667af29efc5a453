#include "tests/support/packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

namespace gisa::test {

std::string packed(const Files& files, const char* format, const char* filter) {
  archive* const a = archive_write_new();
  EXPECT_EQ(archive_write_set_format_by_name(a, format), ARCHIVE_OK);
  if (*filter != '\0') archive_write_add_filter_by_name(a, filter);
  std::size_t size = 0;
  for (const auto& [name, bytes] : files) size += bytes.size() + 4096;
  std::string out(size + 65536, '\0');
  std::size_t used = 0;
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    EXPECT_EQ(archive_write_header(a, entry), ARCHIVE_OK);
    archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

}  // namespace gisa::test
