#ifndef GISA_C_H
#define GISA_C_H

#include <stddef.h>

#include "gisa/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * gisa for C, and for what calls C. All strings are UTF-8. A handle is used by one thread at a
 * time, but for gisa_searcher_cancel(); any number may be open. Strings that are returned are the
 * caller's, who frees them by gisa_free.
 *
 * An argument that is NULL where this does not allow it is an error that names it.
 *
 * `error` may be NULL. A function that fails sets *error to {"code": ..., "message": ..., "hint":
 * ...} (docs/json.md); one that does not leaves it alone.
 */

typedef struct gisa_searcher gisa_searcher;
typedef struct gisa_indexer gisa_indexer;

/* The version of the library that is running: "0.2.0". Static. */
GISA_API const char* gisa_version(void);

/* Takes what a function here returned, or NULL. */
GISA_API void gisa_free(char* text);

/* Opens the database in that folder. NULL on failure. */
GISA_API gisa_searcher* gisa_searcher_open(const char* database, char** error);

/* Opens `count` databases as one, each a folder or tcp:HOST:PORT (docs/scaling.md). If `partial` is
 * not 0, those that do not answer are left out, with a note in each answer, as long as one does.
 * NULL on failure. */
GISA_API gisa_searcher* gisa_searcher_open_all(const char* const* databases, size_t count,
                                               int partial, char** error);

/* Takes NULL, too. */
GISA_API void gisa_searcher_close(gisa_searcher* searcher);

/* The answer to `query` from the newest state of the database, as --format json prints it; NULL on
 * failure. `options` is a JSON object such as {"limit": 5, "sort": "newest"}: the options of
 * gisa-search that say what to find, "timeout" (in seconds) among them; or NULL. */
GISA_API char* gisa_search(gisa_searcher* searcher, const char* query, const char* options,
                           char** error);

/* Ends the gisa_search() that another thread is in: it fails with the code "cancelled", as a rule
 * within some milliseconds. Nothing happens if none is running. Any thread may call it as long as
 * the handle is open, a signal handler may not. */
GISA_API void gisa_searcher_cancel(gisa_searcher* searcher);

/* All passages of the article `id`, in the form of an answer; those that answer `query`, which may
 * be NULL, are marked. NULL on failure. */
GISA_API char* gisa_article(gisa_searcher* searcher, const char* id, const char* query,
                            char** error);

/* Opens the database in that folder, or begins one there, as its only writer; see gisa::Indexer.
 * NULL on failure. */
GISA_API gisa_indexer* gisa_indexer_open(const char* database, char** error);

/* Forgets what was not committed. Takes NULL, too. */
GISA_API void gisa_indexer_close(gisa_indexer* indexer);

/* Adds {"id", "title", "body", "date", "press", "by", "url", "modified", "section"}, strings, id
 * and title or body at least; it replaces the article of that id. A date that is not understood is
 * an error. 0, or -1 on failure. */
GISA_API int gisa_indexer_add(gisa_indexer* indexer, const char* article, char** error);

/* 1 if there was such an article, else 0; -1 on failure. */
GISA_API int gisa_indexer_remove(gisa_indexer* indexer, const char* id, char** error);

/* Publishes what was added and removed. The number of articles in the database; -1 on failure. */
GISA_API long long gisa_indexer_commit(gisa_indexer* indexer, char** error);

#ifdef __cplusplus
}
#endif

#endif
