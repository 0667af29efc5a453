#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "common/text/web_address.h"
#include "searcher/outputs/output.h"

namespace gisa {

namespace {

// `line` as text that Markdown does not take for a sign of its own (CommonMark 0.31, 2.4).
std::string as_text(std::string_view line) {
  constexpr std::string_view kSigns = "\\`*_[]<>~|";
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool begins_block = i == 0 && std::string_view("#-+=").find(line[0]) != line.npos;
    if (begins_block || kSigns.find(line[i]) != kSigns.npos) out += '\\';
    out += line[i];
  }
  // `1. ` and `1) ` begin a list.
  const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
  if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')')) {
    out.insert(digits, 1, '\\');
  }
  return out;
}

// An address that ends with its bracket in `[title](address)`.
std::string as_target(std::string_view address) {
  std::string out;
  for (const char c : address) {
    if (std::string_view(" ()<>\\").find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

// The other newspapers that have the story, each once.
std::string copies_in_words(const Hit& hit) {
  std::vector<std::string> presses = {hit.article.press, ""};
  std::string words;
  for (const Article& copy : hit.copies) {
    if (std::find(presses.begin(), presses.end(), copy.press) != presses.end()) continue;
    presses.push_back(copy.press);
    words += (words.empty() ? "; also in " : ", ") + as_text(visible(copy.press));
  }
  return words;
}

void write_quotation(std::ostream& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    out << (line.empty() ? ">" : "> ") << as_text(line) << '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

// Of each hit a quotation and where it stands: newspaper, date, reporter, title with its link.
void write_markdown(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  for (const Hit& hit : answer.result.hits) {
    const Article& article = hit.article;
    const Span part = style.full ? Span{0, hit.text.size()} : hit.snippet;
    write_quotation(
        out, visible_lines(std::string_view(hit.text).substr(part.begin, part.end - part.begin)));
    out << '\n';
    const std::string day = article.date.substr(0, std::string_view("2020-02-03").size());
    for (const std::string& of : {article.press, day, article.byline, article.section}) {
      if (!of.empty()) out << as_text(visible(of)) << ", ";
    }
    const std::string title = as_text(visible(article.title.empty() ? article.id : article.title));
    const std::string address = as_target(visible(address_of(article)));
    out << (address.empty() ? title : fmt::format("[{}]({})", title, address))
        << copies_in_words(hit) << "\n\n";
  }
}

}  // namespace gisa
