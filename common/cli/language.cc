#include "common/cli/language.h"

#include <libintl.h>

#include <clocale>
#include <cstdlib>

namespace gisa {

namespace {

constexpr const char* kDomain = "gisa";

}  // namespace

void speak_language_of_reader() {
  std::setlocale(LC_MESSAGES, "");
  const char* const folder = std::getenv("TEXTDOMAINDIR");  // as gettext(1) has it
  bindtextdomain(kDomain, folder != nullptr && *folder != 0 ? folder : GISA_CATALOGUES);
  bind_textdomain_codeset(kDomain, "UTF-8");
}

const char* tr(const char* english) {
  return *english == 0 ? english : dgettext(kDomain, english);  // the empty one has the header
}

std::string tr(std::string_view english) { return tr(std::string(english).c_str()); }

unsigned bytes_in(unsigned columns) {
  constexpr const char* kAnyText = "show this help";
  const bool is_korean = tr(kAnyText) != kAnyText;
  return is_korean ? columns * 3 / 2 : columns;  // a syllable has three bytes and two columns
}

}  // namespace gisa
