#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// A word as it stands on a page. Lengths are tenths of a point, from the page's upper left corner.
struct PdfWord {
  std::string text;
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  bool blank_behind = false;  // in its line
};

// Of a page; what is behind is not read.
constexpr std::size_t kMostPdfWords = 200'000;

// What a page says, in the order in which it is read.
struct PdfPage {
  int height = 0;
  std::vector<PdfWord> words;
};

// A file that lies in a document.
struct PdfFile {
  std::string name;  // as it is written there: in UTF-16 behind its mark, or in any code
  std::string bytes;
};

// Of a document; what is behind is named.
constexpr std::size_t kMostPdfFiles = 1000;
constexpr std::size_t kMostPdfFileBytes = std::size_t{15} << 20;  // of one, with its name
constexpr std::size_t kMostPdfFilesBytes = std::size_t{64} << 20;

// Of its notes; what is behind is left out.
constexpr std::size_t kMostPdfNotesBytes = std::size_t{1} << 20;

// What there is to say of a whole document.
struct PdfAbout {
  bool is_pdf = true;              // else it is none, or too damaged to be read
  std::string lock;                // what it is locked by; empty if by nothing
  bool lacks_encodings = false;    // tables that poppler needs for its fonts could not be read
  bool is_cut = false;             // there are more pages or words than are read
  std::string title;               // of its properties
  std::string date;                // the day it was made, in ISO 8601
  std::string left_out;            // the name of the last of the files that are too much to read
  std::vector<std::string> notes;  // beside the text, as they are written there
};

// How gisa-pdf hands them on. Decoding throws Error (input) if that is not what encode() makes of
// what may be; what is not UTF-8 in it is left out.
std::string encode(const PdfPage& page);
std::string encode(const PdfFile& file);
std::string encode(const PdfAbout& about);

// A page or a file, with its sign before it.
enum class PdfPart : char { page = 'p', file = 'f' };

PdfPage decode_pdf_page(std::string_view record);
PdfFile decode_pdf_file(std::string_view record);
PdfAbout decode_pdf_about(std::string_view record);

}  // namespace gisa
