#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

// What stands in a PDF, read as text (ISO 32000, 7.2 and 7.3): for what poppler does not hand out.
namespace gisa {

// The value that `text` begins with, behind blanks: a dictionary, a list, a string, a reference, a
// word.
std::string_view pdf_value(std::string_view text);

// The value of `key` (`/FS`) in the dictionary that `text` begins with; empty if it has none.
std::string_view pdf_value_of(std::string_view text, std::string_view key);

// The bytes of a string, as in `(a\)b)` or `<612962>`; empty for other values.
std::string pdf_string(std::string_view value);

// Shows `take` the dictionaries that have `name` as a key or a value, each as a text that begins
// with it. Looks into the first 100,000 objects that have it.
void for_each_pdf_dictionary(std::string_view text, std::string_view name,
                             const std::function<void(std::string_view)>& take);

// The numbers of the streams in which `pdf` has objects packed: the first 10,000.
std::vector<int> object_streams_in(std::string_view pdf);

// `pdf` with a change behind it, after which the files that it holds are those that
// `specifications` (a dictionary or a reference, each) tell, and no others. Empty if it is too
// damaged.
std::string pdf_with_files(std::string_view pdf, const std::vector<std::string>& specifications);

}  // namespace gisa
