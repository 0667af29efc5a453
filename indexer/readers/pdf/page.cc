#include "indexer/readers/pdf/page.h"

#include <algorithm>
#include <utility>

#include "common/store/record.h"
#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

// Pages are a few thousand points wide; what lies outside is not seen.
constexpr int kFarthest = 1 << 20;

void put_length(std::string& out, int length) {
  put_number(out, static_cast<std::uint64_t>(std::clamp(length, 0, kFarthest)));
}

int read_length(RecordReader& reader) {
  return static_cast<int>(std::min<std::uint64_t>(reader.number(), kFarthest));
}

std::string read_text(RecordReader& reader) {
  const std::string_view text = reader.string();
  return std::string(text.substr(0, valid_prefix(text)));
}

// What `read` makes of a record; whatever is wrong with it is wrong with the file.
template <typename Read>
auto decoded(std::string_view record, Read read) {
  try {
    RecordReader reader(record, "a page");
    return read(reader);
  } catch (const Error&) {
    throw Error(ErrorCode::input,
                "the program that reads it does not answer as it should; left out");
  }
}

}  // namespace

std::string encode(const PdfPage& page) {
  std::string out;
  put_length(out, page.height);
  for (const PdfWord& word : page.words) {
    put_string(out, word.text);
    for (const int length : {word.left, word.top, word.right, word.bottom}) put_length(out, length);
    put_number(out, word.blank_behind ? 1 : 0);
  }
  return out;
}

PdfPage decode_pdf_page(std::string_view record) {
  return decoded(record, [](RecordReader& reader) {
    PdfPage page;
    page.height = read_length(reader);
    while (!reader.at_end()) {
      PdfWord word;
      word.text = read_text(reader);
      for (int* const length : {&word.left, &word.top, &word.right, &word.bottom}) {
        *length = read_length(reader);
      }
      word.blank_behind = reader.number() != 0;
      page.words.push_back(std::move(word));
      if (page.words.size() > kMostPdfWords) throw Error(ErrorCode::input, "too many words");
    }
    return page;
  });
}

std::string encode(const PdfFile& file) {
  std::string out;
  put_string(out, file.name);
  put_string(out, file.bytes);
  return out;
}

PdfFile decode_pdf_file(std::string_view record) {
  return decoded(record, [](RecordReader& reader) {
    PdfFile file;
    file.name = reader.string();
    file.bytes = reader.string();
    return file;
  });
}

std::string encode(const PdfAbout& about) {
  std::string out;
  for (const bool flag : {about.is_pdf, about.lacks_encodings, about.is_cut}) {
    put_number(out, flag ? 1 : 0);
  }
  for (const std::string* text : {&about.lock, &about.title, &about.date, &about.left_out})
    put_string(out, *text);
  for (const std::string& note : about.notes) put_string(out, note);
  return out;
}

PdfAbout decode_pdf_about(std::string_view record) {
  return decoded(record, [](RecordReader& reader) {
    PdfAbout about;
    for (bool* const flag : {&about.is_pdf, &about.lacks_encodings, &about.is_cut}) {
      *flag = reader.number() != 0;
    }
    for (std::string* const text : {&about.lock, &about.title, &about.date}) {
      *text = read_text(reader);
    }
    about.left_out = reader.string();
    while (!reader.at_end()) about.notes.emplace_back(reader.string());
    return about;
  });
}

}  // namespace gisa
