// The yardstick of bench/index: what Xapian does with Korean text as it comes, its TermGenerator
// over one text a line.
// Usage: stock_xapian FILE DATABASE [ngrams]. FILE has a line `id TAB text` for every document.
// Prints the seconds it took.
#include <xapian.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>

namespace {

void index_lines(std::istream& lines, Xapian::WritableDatabase& database, bool ngrams) {
  Xapian::TermGenerator generator;
  if (ngrams) generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(line.substr(tab + 1));
    document.set_data(line.substr(0, tab));
    database.add_document(document);
  }
  database.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "Usage: stock_xapian FILE DATABASE [ngrams]\n";
    return 2;
  }
  std::ifstream lines(argv[1]);
  if (!lines) {
    std::cerr << "stock_xapian: cannot read " << argv[1] << '\n';
    return 2;
  }
  try {
    const auto start = std::chrono::steady_clock::now();
    Xapian::WritableDatabase database(argv[2], Xapian::DB_CREATE_OR_OVERWRITE);
    index_lines(lines, database, argc > 3 && std::string_view(argv[3]) == "ngrams");
    std::printf("%.3f\n",
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  } catch (const Xapian::Error& error) {
    std::cerr << "stock_xapian: " << error.get_description() << '\n';
    return 2;
  }
  return 0;
}
