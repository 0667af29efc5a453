from __future__ import annotations

import os
from contextlib import AbstractContextManager

from gisa import _gisa
from gisa.text import Day, clean, day_text, path_bytes


class Indexer(AbstractContextManager["Indexer"]):
    """Adds articles to a database, as its one writer; begins it if there is none.

    Articles that gisa-index read of files live beside them. Threads may share one, they take turns;
    others run meanwhile. `with` commits at its end, unless an exception ends it. Everything raises
    gisa.Error.
    """

    def __init__(self, database: str | os.PathLike[str]) -> None:
        self._native = _gisa.Indexer(path_bytes(database))

    def add(
        self,
        *,
        id: str,
        title: str = "",
        body: str = "",
        date: Day = "",
        press: str = "",
        by: str = "",
        url: str = "",
        modified: Day = "",
        section: str = "",
    ) -> None:
        """From the next commit on, this is the article of that id.

        A date is a datetime.date, a datetime.datetime, or written as newspapers do; press, by and
        date, if empty, are taken from the body where it has them.
        """
        self._native.add(
            clean(id, "id"),
            clean(title, "title"),
            clean(body, "body"),
            day_text(date, "date"),
            clean(press, "press"),
            clean(by, "by"),
            clean(url, "url"),
            day_text(modified, "modified"),
            clean(section, "section"),
        )

    def remove(self, id: str) -> bool:
        """From the next commit on there is no such article; False if there is none now."""
        removed: bool = self._native.remove(clean(id, "id"))
        return removed

    def commit(self) -> int:
        """Publishes what was added and removed. The number of articles in the database."""
        articles: int = self._native.commit()
        return articles

    def close(self) -> None:
        """Forgets what was not committed."""
        self._native.close()

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()
