// Prints the best passages of a database for a query: search DB QUERY
#include <gisa/searcher.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: search DB QUERY\n";
    return 2;
  }
  try {
    const gisa::Searcher searcher(argv[1]);
    gisa::SearchOptions options;
    options.limit = 3;
    const gisa::SearchResult result = searcher.search(argv[2], options);
    for (const gisa::Note& note : result.notes) std::cerr << note.text << '\n';
    for (const gisa::Hit& hit : result.hits) {
      std::cout << hit.rank << ". " << hit.article.title << " (" << hit.article.date << ")\n   "
                << hit.text.substr(hit.snippet.begin, hit.snippet.end - hit.snippet.begin) << '\n';
    }
    return result.hits.empty() ? 1 : 0;
  } catch (const gisa::Error& error) {
    std::cerr << error.message() << " (" << error.hint() << ")\n";
    return 2;
  }
}
