#include "common/cli/language.h"

#include <libintl.h>

#include <algorithm>
#include <clocale>
#include <cstdlib>

#include "common/cli/beside_program.h"
#include "common/cli/forms.h"

namespace gisa {

namespace {

constexpr const char* kDomain = "gisa";

bool has_catalogue = false;

std::string folder_of_catalogues() {
  const char* const folder = std::getenv("TEXTDOMAINDIR");  // as gettext(1) has it
  return folder != nullptr && *folder != 0 ? folder : beside_program(GISA_CATALOGUES);
}

// The catalogue that gettext has chosen says which language it is of.
std::string path_of_catalogue() {
  constexpr std::string_view kName = "Language: ";
  const std::string_view header = dgettext(kDomain, "");
  const std::size_t name = header.find(kName);
  if (name == std::string_view::npos) return {};
  const std::string_view behind = header.substr(name + kName.size());
  return folder_of_catalogues() + "/" + std::string(behind.substr(0, behind.find('\n'))) +
         "/LC_MESSAGES/" + kDomain + ".mo";
}

}  // namespace

void speak_language_of_reader() {
  std::setlocale(LC_MESSAGES, "");
  bindtextdomain(kDomain, folder_of_catalogues().c_str());
  bind_textdomain_codeset(kDomain, "UTF-8");
  bind_textdomain_codeset("libc", "UTF-8");     // strerror(); LC_CTYPE stays that of C
  has_catalogue = *dgettext(kDomain, "") != 0;  // its header
}

const char* tr(const char* english) {
  return has_catalogue && *english != 0 ? dgettext(kDomain, english) : english;
}

std::string tr(std::string_view english) { return tr(std::string(english).c_str()); }

std::string in_language_of_reader(std::string_view english) {
  static const Forms forms(forms_of_catalogue(path_of_catalogue()));
  std::string out;
  while (true) {
    const std::size_t line = std::min(english.find('\n'), english.size());
    const std::size_t begin = std::min(english.find_first_not_of(' '), line);
    out.append(begin, ' ') += forms.translated(english.substr(begin, line - begin));
    if (line == english.size()) return out;
    out += '\n';
    english.remove_prefix(line + 1);
  }
}

unsigned bytes_in(unsigned columns) {
  constexpr const char* kAnyText = "show this help";
  const bool is_korean = tr(kAnyText) != kAnyText;
  return is_korean ? columns * 3 / 2 : columns;  // a syllable has three bytes and two columns
}

}  // namespace gisa
