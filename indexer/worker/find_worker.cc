#include "indexer/worker/find_worker.h"

#include <sys/auxv.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace gisa {

std::string find_worker(std::string_view name) {
  namespace fs = std::filesystem;
  std::error_code none;
  fs::path own = fs::read_symlink("/proc/self/exe", none);
  // Where /proc is not to be had, as in a bare chroot.
  if (none) own = fs::canonical(reinterpret_cast<const char*>(getauxval(AT_EXECFN)), none);
  if (none) return {};
  for (const fs::path& folder : {own.parent_path(), own.parent_path() / "../libexec/gisa"}) {
    const fs::path program = (folder / name).lexically_normal();
    if (access(program.c_str(), X_OK) == 0) return program;
  }
  return {};
}

}  // namespace gisa
