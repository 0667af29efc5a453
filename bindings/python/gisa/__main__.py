"""python -m gisa: the best passages for a query, a hit each, as gisa-search prints them shortest."""

import argparse
import json
import os
import sys

import gisa


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m gisa", description=gisa.__doc__.splitlines()[0])
    parser.add_argument("query", nargs="+")
    parser.add_argument("--db", action="append", metavar="DIR", help="default $GISA_DB, else ./gisa.db")
    parser.add_argument("-n", "--limit", type=int, default=10, metavar="N")
    parser.add_argument("--json", action="store_true", help="the answer of docs/json.md")
    parser.add_argument("--version", action="version", version=f"gisa {gisa.__version__}")
    given = parser.parse_args()
    try:
        with gisa.Searcher(given.db or [os.environ.get("GISA_DB") or "gisa.db"]) as searcher:
            result = searcher.search(" ".join(given.query), limit=given.limit)
    except gisa.Error as error:
        print(f"gisa: {error}", file=sys.stderr)
        return 2
    for note in result.notes:
        print(f"gisa: {note.text}", file=sys.stderr)
    if given.json:
        print(json.dumps(result.to_dict(), ensure_ascii=False))
    else:
        for hit in result:
            about = ", ".join(filter(None, (hit.press, hit.date[:10], hit.id)))
            print(f"{hit.rank}. {hit.title} ({about})\n   {' '.join(hit.snippet_text.split())}")
    return 0 if result.total else 1


if __name__ == "__main__":
    sys.exit(main())
