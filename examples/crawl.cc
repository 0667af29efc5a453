// Adds one article to a database, as a crawler would: crawl DB ID TITLE <BODY
#include <gisa/indexer.h>

#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: crawl DB ID TITLE <BODY\n";
    return 2;
  }
  try {
    gisa::Article article;
    article.id = argv[2];
    article.title = argv[3];
    article.body.assign(std::istreambuf_iterator<char>(std::cin), {});
    gisa::Indexer indexer(argv[1]);
    indexer.add(std::move(article));
    std::cout << indexer.commit() << " articles\n";
    return 0;
  } catch (const gisa::Error& error) {
    std::cerr << error.message() << " (" << error.hint() << ")\n";
    return 2;
  }
}
