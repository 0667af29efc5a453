/* The C interface, compiled as C99. Usage: gisa_c_test FOLDER. Exits 0 if all is as it should be. */
#include <gisa/c.h>
#include <stdio.h>
#include <string.h>

static int failures = 0;

static void expect(int holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "not so: %s\n", what);
  ++failures;
}

/* Whether `text`, which is freed, holds `part`. */
static int has(char* text, const char* part) {
  const int found = text != NULL && strstr(text, part) != NULL;
  if (!found) fprintf(stderr, "%s\n", text ? text : "NULL");
  gisa_free(text);
  return found;
}

int main(int argc, char** argv) {
  char* error = NULL;
  char database[4096];
  gisa_indexer* indexer;
  gisa_searcher* searcher;
  gisa_searcher* several;
  const char* databases[2];
  if (argc != 2) return 2;
  snprintf(database, sizeof database, "%s/news.db", argv[1]);

  expect(gisa_searcher_open(database, &error) == NULL, "there is no database yet");
  expect(has(error, "\"database_missing\""), "the error says so");
  expect(gisa_searcher_open(database, NULL) == NULL, "the error may be left out");

  error = NULL;
  indexer = gisa_indexer_open(database, &error);
  expect(gisa_indexer_add(indexer,
                          "{\"id\": \"1\", \"title\": \"첫눈\", \"body\": \"서울에 첫눈이 내렸다.\","
                          " \"by\": \"김서연\"}",
                          &error) == 0,
         "an article is taken");
  expect(gisa_indexer_commit(indexer, &error) == 1, "there is one article");
  expect(error == NULL, "there was no error");
  expect(gisa_indexer_add(indexer, "{\"id\": 1}", &error) == -1, "an id is a string");
  expect(has(error, "\"usage\""), "the error says so");
  expect(gisa_indexer_add(indexer, "첫눈", NULL) == -1, "an article is an object");
  expect(gisa_indexer_add(indexer, "{\"text\": \"\"}", NULL) == -1, "the fields are known");

  searcher = gisa_searcher_open(database, NULL);
  expect(has(gisa_search(searcher, "첫눈", NULL, NULL), "\"by\":\"김서연\""), "it is found");
  expect(has(gisa_search(searcher, "첫눈", "{\"count\": true}", NULL), "\"total\":1,"), "counted");
  expect(has(gisa_search(searcher, "(\xff\xc0", "{}", NULL), "\"hits\":[]"), "any bytes do");
  error = NULL;
  expect(gisa_search(searcher, "첫눈", "{\"limits\": 1}", &error) == NULL, "options are known");
  expect(has(error, "no option limits"), "the error names it");
  expect(gisa_search(searcher, "첫눈", "[", NULL) == NULL, "options are an object");

  expect(has(gisa_search(searcher, "첫눈", "{\"timeout\": 10}", NULL), "\"hits\":[{"), "within a time");
  error = NULL;
  expect(gisa_search(searcher, NULL, NULL, &error) == NULL, "a query is wanted");
  expect(has(error, "\"query is NULL\""), "the error names it");
  error = NULL;
  expect(gisa_article(NULL, "1", NULL, &error) == NULL, "a searcher is wanted");
  expect(has(error, "\"searcher is NULL\""), "the error names it");
  expect(gisa_searcher_open(NULL, NULL) == NULL, "a database is wanted");
  expect(gisa_searcher_open_all(NULL, 1, 0, NULL) == NULL, "databases are wanted");
  expect(gisa_indexer_open(NULL, NULL) == NULL, "a database to write is wanted");
  expect(gisa_indexer_add(indexer, NULL, NULL) == -1, "an article is wanted");
  expect(gisa_indexer_remove(indexer, NULL, NULL) == -1, "an id is wanted");
  gisa_searcher_cancel(searcher);
  gisa_searcher_cancel(NULL);
  expect(has(gisa_search(searcher, "첫눈", NULL, NULL), "\"hits\":[{"), "there was none to cancel");
  expect(has(gisa_article(searcher, "1", "서울", NULL), "\"highlights\":[["), "an article is marked");
  expect(has(gisa_article(searcher, "1", NULL, NULL), "\"highlights\":[]"), "or not");
  error = NULL;
  expect(gisa_article(searcher, "2", NULL, &error) == NULL, "there is no such article");
  expect(has(error, "\"input\""), "the error says so");

  databases[0] = database;
  databases[1] = "nowhere.db";
  several = gisa_searcher_open_all(databases, 2, 1, NULL);
  expect(has(gisa_search(several, "첫눈", NULL, NULL), "\"kind\":\"partial\""), "one is missing");
  gisa_searcher_close(several);
  error = NULL;
  expect(gisa_searcher_open_all(databases, 2, 0, &error) == NULL, "both are wanted");
  expect(has(error, "\"database_missing\""), "the error says so");
  expect(gisa_searcher_open_all(databases, 0, 0, NULL) == NULL, "none is too few");

  expect(gisa_indexer_remove(indexer, "1", NULL) == 1, "it is removed");
  expect(gisa_indexer_remove(indexer, "1", NULL) == 0, "once");
  expect(gisa_indexer_commit(indexer, NULL) == 0, "there is no article");
  expect(has(gisa_search(searcher, "첫눈", NULL, NULL), "\"hits\":[]"),
         "an open searcher sees the new state");

  gisa_searcher_close(searcher);
  gisa_searcher_close(NULL);
  gisa_indexer_close(indexer);
  gisa_indexer_close(NULL);
  return failures == 0 ? 0 : 1;
}
