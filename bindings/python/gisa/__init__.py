"""Full-text search over Korean news.

    import gisa

    with gisa.Searcher("news.db") as searcher:
        for hit in searcher.search("알리바바 의료", limit=5):
            print(hit.rank, hit.title, hit.snippet_text)

    with gisa.Indexer("news.db") as indexer:
        indexer.add(id="1", title="첫눈", body="서울에 첫눈이 내렸다.")
"""

from gisa import _gisa
from gisa.errors import (
    Cancelled,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseMissing,
    Error,
    InputError,
    InternalError,
    OutputError,
    Timeout,
    UsageError,
)
from gisa.indexer import Indexer
from gisa.result import Article, Facet, Hit, Note, Result, Trend
from gisa.searcher import Searcher

__version__: str = _gisa.version

__all__ = [
    "Article",
    "Cancelled",
    "DatabaseBusy",
    "DatabaseDamaged",
    "DatabaseForeign",
    "DatabaseMissing",
    "Error",
    "Facet",
    "Hit",
    "Indexer",
    "InputError",
    "InternalError",
    "Note",
    "OutputError",
    "Result",
    "Searcher",
    "Timeout",
    "Trend",
    "UsageError",
]
