#include "indexer/pdf/poppler_pages.h"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <memory>
#include <string>

#include "common/text/utf8.h"
#include "indexer/pdf/poppler_files.h"

namespace gisa {

namespace {

// A book has a thousand. For each page text_list() copies the list of all objects, so that time
// grows with the square of the pages: 40,000 empty ones take 19 s.
constexpr int kMostPages = 10'000;
constexpr std::size_t kMostBytes = std::size_t{15} << 20;  // of a page's words
constexpr int kMostPagesNotThere = 1000;

// What poppler says of the document that is read.
struct Complaints {
  bool lacks_encodings = false;
  bool has_lock = false;
};

void note_complaint(const std::string& message, void* to) {
  constexpr std::array<std::string_view, 4> kEncodings = {
      "CMap file for", "Unknown CMap", "Unknown character collection", "Missing language pack"};
  Complaints& complaints = *static_cast<Complaints*>(to);
  const auto says = [&](std::string_view part) { return message.find(part) != message.npos; };
  complaints.lacks_encodings =
      complaints.lacks_encodings || std::any_of(kEncodings.begin(), kEncodings.end(), says);
  complaints.has_lock = complaints.has_lock || says("security handler");
}

// As UTF-8; halves of surrogate pairs without the other one become U+FFFD.
std::string utf8_of(const poppler::ustring& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t unit = text[i];
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const char32_t next = i + 1 < text.size() ? text[i + 1] : 0;
    if (high && next >= 0xDC00 && next < 0xE000) {
      append_char(out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
      ++i;
    } else {
      append_char(out, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    }
  }
  return out;
}

int tenths(double points) {
  constexpr double kFarthest = 100'000;
  return static_cast<int>(std::lround(10 * std::clamp(points, 0.0, kFarthest)));
}

// As the page is seen.
poppler::rectf size_of(const poppler::page& page) {
  const poppler::rectf size = page.page_rect();
  const poppler::page::orientation_enum turned = page.orientation();
  const bool lies = turned == poppler::page::landscape || turned == poppler::page::seascape;
  return lies ? poppler::rectf(0, 0, size.height(), size.width()) : size;
}

// Where a word would stand if the page were turned so that it can be read: 1 is a word that is read
// downwards, 2 one that stands on its head, 3 one that is read upwards.
poppler::rectf turned(const poppler::rectf& place, int rotation, const poppler::rectf& page) {
  const double width = place.width();
  const double height = place.height();
  switch (rotation) {
    case 1: return {place.top(), page.width() - place.right(), height, width};
    case 2: return {page.width() - place.right(), page.height() - place.bottom(), width, height};
    case 3: return {page.height() - place.bottom(), place.left(), height, width};
    default: return place;
  }
}

PdfPage words_of(const poppler::page& page, bool& is_cut) {
  PdfPage out;
  const poppler::rectf size = size_of(page);
  std::size_t turned_aside = 0;
  std::size_t bytes = 0;
  for (const poppler::text_box& box : page.text_list()) {
    const int rotation = box.rotation();
    const poppler::rectf place = turned(box.bbox(), rotation, size);
    if (std::isnan(place.left() + place.top() + place.right() + place.bottom())) continue;
    turned_aside += rotation % 2 != 0 ? 1 : 0;
    out.words.push_back({utf8_of(box.text()), tenths(place.left()), tenths(place.top()),
                         tenths(place.right()), tenths(place.bottom()), box.has_space_after()});
    bytes += out.words.back().text.size() + 24;
    is_cut = is_cut || out.words.size() >= kMostPdfWords || bytes >= kMostBytes;
    if (out.words.size() >= kMostPdfWords || bytes >= kMostBytes) break;
  }
  out.height = tenths(2 * turned_aside > out.words.size() ? size.width() : size.height());
  return out;
}

std::string iso_date(std::time_t time) {
  std::tm parts = {};
  if (time <= 0 || gmtime_r(&time, &parts) == nullptr) return {};
  std::array<char, 32> text = {};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

}  // namespace

PdfAbout read_pdf_pages(std::string_view bytes, const std::function<void(const PdfPage&)>& take,
                        const std::function<void(const PdfFile&)>& take_file) {
  Complaints complaints;
  poppler::set_debug_error_function(note_complaint, &complaints);
  PdfAbout about;
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (document == nullptr || document->is_locked()) {
    about.is_pdf = document != nullptr || complaints.has_lock;
    if (about.is_pdf) about.lock = complaints.has_lock ? "DRM" : "a password";
    return about;
  }
  const int pages = document->pages();
  about.is_cut = pages > kMostPages;
  int not_there = 0;
  for (int number = 0; number < std::min(pages, kMostPages); ++number) {
    const std::unique_ptr<poppler::page> page(document->create_page(number));
    if (page == nullptr) {
      about.is_cut = true;
      if (++not_there > kMostPagesNotThere) break;
    }
    take(page == nullptr ? PdfPage() : words_of(*page, about.is_cut));
  }
  about.title = utf8_of(document->info_key("Title"));
  about.date = iso_date(document->info_date_t("CreationDate"));
  about.lacks_encodings = complaints.lacks_encodings;
  read_beside_pages(*document, bytes, take_file, about);
  return about;
}

void load_poppler() {
  // What poppler converts words with; as long as it is open somewhere, it stays loaded.
  iconv_open("UTF-16", "UTF-8");
  iconv_open("UTF-8", "UTF-16");
  read_pdf_pages(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
      "/Resources<</Font<</F 5 0 R>>>>>>endobj "
      "4 0 obj<</Length 26>>stream\nBT /F 9 Tf (gisa) Tj ET   \nendstream endobj "
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
      "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n",
      [](const PdfPage&) {}, [](const PdfFile&) {});
}

}  // namespace gisa
