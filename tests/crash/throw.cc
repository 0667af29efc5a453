// A library to preload into a program: where it would unpack a record, it throws what GISA_THROW
// names, as a library in which something is wrong might. Without GISA_THROW nothing is unpacked.
#include <zstd.h>

#include <cstdlib>
#include <filesystem>
#include <future>
#include <new>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <typeinfo>

namespace {

struct Row {
  std::string_view name;
  void (*raise)();
};

const Row kRows[] = {
    {"logic_error", [] { throw std::logic_error("x"); }},
    {"invalid_argument", [] { throw std::invalid_argument("stoul"); }},
    {"length_error", [] { throw std::length_error("basic_string::append"); }},
    {"out_of_range", [] { throw std::out_of_range("x"); }},
    {"runtime_error", [] { throw std::runtime_error("x"); }},
    {"overflow_error", [] { throw std::overflow_error("x"); }},
    {"bad_alloc", [] { throw std::bad_alloc(); }},
    {"bad_cast", [] { throw std::bad_cast(); }},
    {"future_error", [] { throw std::future_error(std::future_errc::no_state); }},
    {"system_error",
     [] { throw std::system_error(std::make_error_code(std::errc::too_many_files_open)); }},
    {"filesystem_error",
     [] {
       throw std::filesystem::filesystem_error("x", "/news",
                                               std::make_error_code(std::errc::no_space_on_device));
     }},
    {"int", [] { throw 42; }},
};

}  // namespace

extern "C" size_t ZSTD_decompressDCtx(ZSTD_DCtx*, void*, size_t, const void*, size_t) {
  const char* const wanted = std::getenv("GISA_THROW");
  for (const Row& row : kRows) {
    if (wanted != nullptr && row.name == wanted) row.raise();
  }
  return 0;
}
