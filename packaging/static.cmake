# For scripts/package --portable: links what can be static, so that the programs run on every newer
# Debian or Ubuntu. Included before the libraries are looked for. Xapian and fmt have no static
# library in Debian; the shared ones lie in lib/ of the tarball.
set(CMAKE_FIND_LIBRARY_SUFFIXES .a .so)
set(Boost_USE_STATIC_LIBS ON)

# What the static libraries call themselves, behind all of them.
pkg_check_modules(BEHIND REQUIRED libarchive libxml-2.0 icu-uc)
set(behind)
list(REMOVE_DUPLICATES BEHIND_STATIC_LIBRARIES)
list(REMOVE_ITEM BEHIND_STATIC_LIBRARIES c dl m pthread)  # the C library stays the system's
foreach(name IN LISTS BEHIND_STATIC_LIBRARIES)
  find_library(behind_${name} ${name})
  if(behind_${name} MATCHES "[.]a$")
    string(APPEND behind " ${behind_${name}}")
  endif()
endforeach()
string(APPEND CMAKE_CXX_STANDARD_LIBRARIES
  " -Wl,--start-group${behind} -Wl,--end-group")
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib")
