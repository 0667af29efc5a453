"""What Python programs hand over, as the engine can take it."""

from __future__ import annotations

import datetime
import os

from gisa.errors import UsageError

KOREA = datetime.timezone(datetime.timedelta(hours=9))

Day = str | datetime.date  # datetime is a date, too


def clean(text: str, name: str = "the text") -> str:
    """Halves of surrogate pairs, which no UTF-8 can hold, become U+FFFD; where two meet, the sign."""
    if not isinstance(text, str):
        raise UsageError(f"{name} must be a str, not {type(text).__name__}")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def day_text(day: Day, name: str) -> str:
    """A date as gisa reads it; a time of day that has a zone in that of Korea."""
    if isinstance(day, datetime.datetime):
        local = day.astimezone(KOREA) if day.tzinfo else day
        return local.strftime("%Y-%m-%dT%H:%M")
    if isinstance(day, datetime.date):
        return day.isoformat()
    return clean(day, name)


def path_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes that name a file, also one whose name is not UTF-8."""
    try:
        return os.fsencode(path)
    except TypeError:
        raise UsageError(f"a path must be a str, not {type(path).__name__}") from None
