#!/usr/bin/env python3
"""How often the news has a query, month by month, and the best passage of the month that has most.

Usage: timeline.py DB QUERY. The cells (# %%) can be run one by one in an editor.
"""

# %% A database, open for searching
import sys

import gisa

database, query = sys.argv[1:3]
searcher = gisa.Searcher(database)

# %% Counted in articles, exactly
months = searcher.search(query, facet=["month"]).facets["month"].values
most = max(months.values(), default=1)
for month, articles in months.items():
    print(f"{month} {articles:5} {'█' * round(40 * articles / most)}")

# %% The month that has most
if months:
    peak = max(months, key=lambda month: months[month])
    for hit in searcher.search(query, since=peak, until=peak, limit=1):
        print(f"\n{hit.date[:10]} {hit.title}\n{hit.snippet_text}")
