from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal

from gisa import _gisa
from gisa.errors import UsageError
from gisa.result import Hit, Result
from gisa.text import Day, clean, day_text, path_bytes

Address = str | os.PathLike[str]

_PAGE = 1000  # hits


class Searcher(AbstractContextManager["Searcher"]):
    """A database open for searching; each search sees its newest state.

    Threads may share one, they take turns; others run meanwhile: in asyncio,
    `await asyncio.to_thread(searcher.search, query)`. Everything raises gisa.Error. Ctrl-C ends a
    search.
    """

    def __init__(
        self,
        database: Address | Sequence[Address],
        *,
        partial: bool = False,
        synonyms: str | os.PathLike[str] = "",
    ) -> None:
        """`database` is a folder or tcp:HOST:PORT; several are searched as one.

        With `partial`, those that do not answer are left out, with a note in each result.
        `synonyms` is a file of them; without, `synonyms` in the database's folder, if any.
        """
        several = isinstance(database, Sequence) and not isinstance(database, str)
        addresses = [path_bytes(address) for address in (database if several else [database])]
        if not addresses:
            raise UsageError("no database given", "give a folder, or several")
        self._native = _gisa.Searcher(addresses, bool(partial), path_bytes(synonyms))

    def search(
        self,
        query: str = "",
        *,
        limit: int | Literal["all"] | None = None,
        offset: int = 0,
        per_article: int = 1,
        count: bool = False,
        totals: bool = False,
        plain: bool = False,
        all: bool = False,
        exact: bool = False,
        no_correct: bool = False,
        since: Day | None = None,
        until: Day | None = None,
        only: str | Sequence[str] = (),
        sort: Literal["relevance", "newest", "oldest"] = "relevance",
        recent: str | None = None,
        any: bool = False,
        all_words: bool = False,
        facet: str | Sequence[str] = (),
        related: bool = False,
        trend: Literal["auto", "day", "week", "month", "year"] | None = None,
        versus: str | Sequence[str] = (),
        context: int | None = None,
        context_passages: int = 0,
        budget: int = 0,
        like: str | None = None,
        timeout: int = 0,
        explain: bool = False,
    ) -> Result:
        """Answers `query`; the options are those of `gisa-search --help` under *What to find*.

        limit: hits, or "all"; 10, but none with count, facet, trend or related
        offset: hits to pass over first
        per_article: passages of one article, at most; 0 is all
        count: only how many articles answer, exactly (Result.total)
        totals: the same beside the hits
        plain: the query is text; quotes, minus and colons are punctuation
        all: every copy of a story is a hit of its own
        exact: words as they are typed, in no other spelling and under no other name
        no_correct: a query that finds nothing is left as it is
        since, until: the first and the last day, a datetime.date or a text such as 2020-03
        only: of a facet's values one or several, whole, as in "press:한빛경제" or "month:2020-02"
        sort: relevance, newest or oldest
        recent: a length of time, as 30d, 8w, 6m, 1y, in which age costs half of what it can; "0":
            age costs nothing; None: a little, where the best hits lie evenly over time
        any: one of the words or phrases is enough
        all_words: every word must stand in the passage
        facet: count articles by one or several of press, by, section, year, month, week, day
        related: words that stand in the hits more often than elsewhere (Result.related)
        trend: count articles by day, week, month, year or auto (Result.trend)
        versus: up to four queries beside in the trend
        context: sentences before and behind the best one in Hit.snippet
        context_passages: passages before and behind each hit that Hit.text has, too
        budget: characters that the texts of all hits have together, at most
        like: the id of an article to find others like it
        timeout: seconds after which gisa.Timeout is raised; 0 is never
        explain: what each score is made of (Hit.features, Result.stages)
        """
        options: dict[str, Any] = {
            "limit": limit,
            "offset": offset,
            "per_article": per_article,
            "count": count,
            "totals": totals,
            "plain": plain,
            "all": all,
            "exact": exact,
            "no_correct": no_correct,
            "since": since and _day(since, "since"),
            "until": until and _day(until, "until"),
            "only": _several(only, "only"),
            "sort": sort,
            "recent": recent,
            "any": any,
            "all_words": all_words,
            "facet": _several(facet, "facet"),
            "related": related,
            "trend": trend,
            "versus": _several(versus, "versus"),
            "context": context,
            "context_passages": context_passages,
            "budget": budget,
            "like": like,
            "timeout": timeout,
            "explain": explain,
        }
        for name, value in options.items():
            if not isinstance(value, str | int | list | None):
                raise UsageError(f"{name} cannot be of the type {type(value).__name__}")
        given = clean(json.dumps(options, ensure_ascii=False))
        return Result.from_json(json.loads(self._native.search(clean(query, "query"), given)))

    def hits(self, query: str = "", **options: Any) -> Iterator[Hit]:
        """All hits of `query`, best first, read a page at a time; options as for search().

        `limit` ends it earlier, `offset` passes over the first ones; `budget` is not for this.
        """
        if options.get("budget"):
            raise UsageError("hits() has no budget", "give it to search()")
        offset = options.pop("offset", 0)
        left = options.pop("limit", None)
        if left == "all":
            left = None
        for name, number in (("limit", left), ("offset", offset)):
            if not isinstance(number, int | None) or isinstance(number, bool) or (number or 0) < 0:
                raise UsageError(f"{name} cannot be {number}", "give a whole number from 0 on")
        while left is None or left > 0:
            wanted = _PAGE if left is None else min(left, _PAGE)
            page = self.search(query, limit=wanted, offset=offset, **options)
            yield from page
            # Where hits of one article have become one, a page that is not the last is short, too.
            if not page.hits or (len(page) < wanted and not options.get("context_passages")):
                return
            offset += wanted
            left = None if left is None else left - wanted

    def article(self, id: str, query: str = "") -> list[Hit]:
        """All passages of the article, in their order; those that answer `query` are marked."""
        return Result.from_json(self._article(id, query)).hits

    def article_text(self, id: str) -> str:
        """The article's text, in which Hit.place counts."""
        text: str = self._article(id)["text"]
        return text

    def _article(self, id: str, query: str = "") -> dict[str, Any]:
        answer = self._native.article(clean(id, "id"), clean(query, "query"))
        article: dict[str, Any] = json.loads(answer)
        return article

    def cancel(self) -> None:
        """Ends the search that another thread is in, which raises gisa.Cancelled; else does nothing."""
        self._native.cancel()

    def close(self) -> None:
        self._native.close()

    def __exit__(self, *ended_by: object) -> None:
        self.close()


def _several(values: str | Sequence[str], name: str) -> list[str] | None:
    """One text is one value."""
    if isinstance(values, str):
        return [values]
    if not isinstance(values, Sequence) or not all(isinstance(value, str) for value in values):
        raise UsageError(f"{name} must be a str or a list of them, not {values!r:.60}")
    return list(values) or None


def _day(day: Day, name: str) -> str:
    """The day without its time."""
    return day_text(day, name).partition("T")[0]
