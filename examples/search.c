/* Prints the answer to a query as JSON: search_c DB QUERY [OPTIONS], as in search_c news.db 금리 '{"limit": 3}' */
#include <gisa/c.h>
#include <stdio.h>

int main(int argc, char** argv) {
  char* error = NULL;
  char* answer = NULL;
  gisa_searcher* searcher = NULL;
  if (argc != 3 && argc != 4) {
    fprintf(stderr, "usage: search_c DB QUERY [OPTIONS]\n");
    return 2;
  }
  searcher = gisa_searcher_open(argv[1], &error);
  if (searcher != NULL) answer = gisa_search(searcher, argv[2], argc == 4 ? argv[3] : NULL, &error);
  if (answer != NULL) {
    puts(answer);
  } else {
    fprintf(stderr, "%s\n", error);
  }
  gisa_free(answer);
  gisa_free(error);
  gisa_searcher_close(searcher);
  return answer != NULL ? 0 : 2;
}
