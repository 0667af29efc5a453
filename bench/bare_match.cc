// The match that a search of gisa begins with, and nothing else, for bench/start_up to hold the
// whole of gisa-search against. Usage: gisa-bare-match DB TERM...
#include <xapian.h>

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
  const Xapian::Database database(argv[1]);
  const std::vector<std::string> terms(argv + 2, argv + argc);
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::BM25Weight(1, 0, 1, 0, 0.5));
  const Xapian::MSet matches = enquire.get_mset(0, 40);
  for (auto at = matches.begin(); at != matches.end(); ++at) std::cout << *at << '\n';
}
