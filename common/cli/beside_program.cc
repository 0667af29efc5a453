#include "common/cli/beside_program.h"

#include <dlfcn.h>
#include <sys/auxv.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace gisa {

std::string beside_program(std::string_view name) {
  namespace fs = std::filesystem;
  std::error_code none;
  fs::path own = fs::read_symlink("/proc/self/exe", none);
  // Where /proc is not to be had, as in a bare chroot.
  if (none) own = fs::canonical(reinterpret_cast<const char*>(getauxval(AT_EXECFN)), none);
  if (none) return {};
  for (const fs::path& folder : {own.parent_path(), own.parent_path() / "../libexec/gisa"}) {
    const fs::path file = (folder / name).lexically_normal();
    if (access(file.c_str(), R_OK) == 0) return file;
  }
  return {};
}

void* function_beside_program(std::string_view module, const char* name) {
  const std::string path = beside_program(module);
  void* const library = path.empty() ? nullptr : dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  return library == nullptr ? nullptr : dlsym(library, name);
}

}  // namespace gisa
