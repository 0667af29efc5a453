# Writes OUTPUT, C++ that holds the files PAGE, STYLE, SCRIPT and SCHEMA as assets().
# Usage: cmake -DOUTPUT= -DPAGE= -DSTYLE= -DSCRIPT= -DSCHEMA= -P embed.cmake
function(bytes_of file variable)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  set(${variable} ${bytes} PARENT_SCOPE)
endfunction()
bytes_of(${PAGE} page)
bytes_of(${STYLE} style)
bytes_of(${SCRIPT} script)
bytes_of(${SCHEMA} schema)
file(WRITE ${OUTPUT}
"#include \"searcher/server/assets.h\"

namespace gisa {

namespace {

constexpr unsigned char kPage[] = {${page}};
constexpr unsigned char kStyle[] = {${style}};
constexpr unsigned char kScript[] = {${script}};
constexpr unsigned char kSchema[] = {${schema}};

template <std::size_t n>
std::string_view text(const unsigned char (&bytes)[n]) {
  return {reinterpret_cast<const char*>(bytes), n};
}

const Asset kAssets[] = {
    {\"/\", \"text/html; charset=utf-8\", text(kPage)},
    {\"/page.css\", \"text/css; charset=utf-8\", text(kStyle)},
    {\"/page.js\", \"text/javascript; charset=utf-8\", text(kScript)},
    {\"/json.schema\", \"application/schema+json\", text(kSchema)},
};

}  // namespace

std::span<const Asset> assets() { return kAssets; }

}  // namespace gisa
")
