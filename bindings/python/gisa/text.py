"""What Python programs hand over, as the engine can take it."""

from __future__ import annotations

import os


def clean(text: str) -> str:
    """Halves of surrogate pairs, which no UTF-8 can hold, become U+FFFD; where two meet, the sign."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def path_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes that name a file, also one whose name is not UTF-8."""
    return os.fsencode(path)
