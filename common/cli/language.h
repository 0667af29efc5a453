#pragma once

#include <string>
#include <string_view>

// What a person reads at the terminal, in their language (po/).
namespace gisa {

// From now on tr() speaks the language that the environment names (LC_ALL, LC_MESSAGES,
// LANG; LANGUAGE). Before that, or where gisa has no catalogue of it, English. Call it before there
// are threads.
void speak_language_of_reader();

// The translation of a text of the program, which is English; where there is none, `english`
// itself.
const char* tr(const char* english);
std::string tr(std::string_view english);

// A sentence that the program has made of such a text, {} filled in, or several on a line each:
// what is said to a person and was made in English, as libgisa, its JSON and scripts have it. What
// is not in the catalogue stays English.
std::string in_language_of_reader(std::string_view english);

// How many bytes of a translation take `columns` of a terminal, about.
unsigned bytes_in(unsigned columns);

}  // namespace gisa
