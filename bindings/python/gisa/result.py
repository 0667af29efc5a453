"""What a search returns. Offsets count the characters of Python strings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

Span = tuple[int, int]


@dataclass(frozen=True)
class Article:
    """A copy of a story that is folded into a hit."""

    id: str
    title: str
    date: str  # ISO 8601 in Korean time, as far as known, as 2020-02-03T09:14
    press: str
    by: str
    url: str


@dataclass(frozen=True)
class Hit:
    """A passage, and the article it stands in; what is unknown is empty."""

    rank: int  # 1 is the best
    score: float  # comparable within one result only
    id: str
    title: str
    date: str
    modified: str  # when it was changed after it was issued
    press: str
    by: str
    url: str
    source: str  # path of the file, relative to the folder that was indexed
    heading: str  # the section heading above the passage
    text: str  # the passage, with its neighbours if context_passages asked for them
    snippet: Span  # of text: the sentences that show best why it is a hit
    highlights: list[Span]  # in text
    title_highlights: list[Span]  # in title
    heading_highlights: list[Span]  # in heading
    section: str = ""  # of the newspaper, as 정치>국회_정당; commas between several
    record: int = 0  # of the article in its file, from 1; 0 if it holds no other
    page: int = 0  # of its document; 0 if pages are not known
    passage_id: str = ""  # of the article and the passage's number in it: tech/clinic.txt@0
    place: Span = (0, 0)  # where text stands in Searcher.article_text()
    copies: list[Article] = field(default_factory=list)
    features: dict[str, dict[str, float]] = field(default_factory=dict)  # with explain
    _json: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Hit:
        fields = dict(value)
        for name in ("snippet", "place"):
            fields[name] = tuple(value[name])
        for name in ("highlights", "title_highlights", "heading_highlights"):
            fields[name] = [tuple(span) for span in value[name]]
        fields["copies"] = [Article(**copy) for copy in value.get("copies", [])]
        return cls(**_known(cls, fields), _json=value)

    def __repr__(self) -> str:
        return f"<Hit {self.rank}: {self.title!r}, {self.press}, {self.date}, id {self.id!r}>"

    @property
    def snippet_text(self) -> str:
        return self.text[slice(*self.snippet)]

    def to_dict(self) -> dict[str, Any]:
        """The hit as docs/json.md has it."""
        return dict(self._json)


@dataclass(frozen=True)
class Note:
    """What became of a part of the query."""

    kind: str
    text: str
    query: str = ""  # for corrected, what was searched for; for suggested, what would find more


@dataclass(frozen=True)
class Facet:
    """How many articles have each value of a field."""

    values: dict[str, int]  # dates in their order, names the most frequent first
    unknown: int  # articles of which the field is not known


@dataclass(frozen=True)
class Trend:
    """How the articles of some queries run over time."""

    period: str  # day, week, month or year
    dates: list[str]  # without gaps
    all: list[int]  # articles of the archive, by date
    articles: list[list[int]]  # by query, in their order, then by date
    shares: list[list[float]]  # the same, of all articles

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Trend:
        points = value["points"]
        series = range(len(value["series"]))
        return cls(
            period=value["period"],
            dates=[point["date"] for point in points],
            all=[point["all"] for point in points],
            articles=[[point["articles"][i] for point in points] for i in series],
            shares=[[point["shares"][i] for point in points] for i in series],
        )


@dataclass(frozen=True)
class Result(Sequence[Hit]):
    """The hits, best first, and what is known of all there are."""

    query: str
    hits: list[Hit]
    total: int  # articles that answer
    total_exact: bool  # else there may be more
    notes: list[Note]
    facets: dict[str, Facet]
    stages: list[str]  # with explain
    left_out: int = 0  # hits that budget had no room for
    trend: Trend | None = None  # with trend
    related: dict[str, int] = field(default_factory=dict)  # with related: word -> articles
    _json: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Result:
        return cls(
            query=value["query"],
            hits=[Hit.from_json(hit) for hit in value["hits"]],
            total=value["total"],
            total_exact=value["total_exact"],
            notes=[Note(**_known(Note, note)) for note in value["notes"]],
            facets={
                name: Facet({v["value"]: v["articles"] for v in facet["values"]}, facet["unknown"])
                for name, facet in value.get("facets", {}).items()
            },
            stages=value.get("stages", []),
            left_out=value.get("left_out", 0),
            trend=Trend.from_json(value["trend"]) if "trend" in value else None,
            related={w["word"]: w["articles"] for w in value.get("related", {}).get("words", [])},
            _json=value,
        )

    def __repr__(self) -> str:
        total = self.total if self.total_exact else f"{self.total} or more"
        return f"<Result {self.query!r}: {len(self.hits)} hits, {total} articles>"

    def to_dict(self) -> dict[str, Any]:
        """The result as docs/json.md has it."""
        return dict(self._json)

    def to_pandas(self) -> Any:
        """The hits as a pandas.DataFrame, a row each; needs pandas."""
        import pandas

        names = ("rank", "score", "id", "title", "date", "press", "by", "section", "url", "source", "text")
        rows = [[getattr(hit, name) for name in names] for hit in self.hits]
        return pandas.DataFrame(rows, columns=list(names))

    def __len__(self) -> int:
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        return self.hits[index]


def about(hit: Hit) -> dict[str, Any]:
    """What is known of a passage beside its text, without what is empty: metadata for a retriever."""
    names = ("id", "title", "date", "press", "by", "section", "url", "source", "heading", "page", "score")
    known = {name: value for name in names if (value := getattr(hit, name)) not in ("", 0)}
    return known | {"start_index": hit.place[0]}


def _known(cls: type, fields: dict[str, Any]) -> dict[str, Any]:
    """Without keys that a later gisa may add."""
    return {name: value for name, value in fields.items() if name in cls.__dataclass_fields__}
