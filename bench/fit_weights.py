#!/usr/bin/env python3
"""Fits the ranking weights of searcher/rank/features.cc, and asks each collection with weights that
were fitted on the others.

The weights are those under which the judged article is likeliest to be drawn among a query's
candidates, by a softmax over scores (ListNet with one relevant document: Cao et al. 2007), each
collection weighing as much as the next, held near the start by an L2 penalty and at 0 or above:
evidence must not count against a passage. What is reported is (1 - MRR@10) / (1 - Nori's MRR@10).

Usage: bench/fit_weights.py DIR WORK_DIR [--cross-validate], both as for bench/quality, which must
have run before: it leaves the databases in WORK_DIR. --cross-validate prints no table of what each
feature is worth. Needs Debian's python3-numpy and python3-scipy."""
import os
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize

# Passages' folder, and MRR@10 of Lucene with Nori (bench/quality).
COLLECTIONS = {
    "korquad": ("korquad", 0.9520),
    "newsqa": ("newsqa", 0.7958),
    "headline": ("headline", 0.9209),
    "hanja": ("hanja", 0.9317),
    "keywords": ("headline", 0.6172),
    "welfare": ("welfare", 0.7700),
    "seoul120": ("seoul120", 0.7060),
    "tydiqa": ("tydiqa", 0.7230),
    "kobest": ("kobest", 0.9470),
}

# Scores are some tens: a softmax over them as they are would be a maximum.
TEMPERATURE = 0.15
PENALTY = 1e-3
ROUNDS = 2  # the best passage of an article is that under the weights of the round before


class Collection:
    """Feature values of every candidate passage, grouped by query, then by article."""

    def __init__(self, name, folder, work):
        passages, self.nori = COLLECTIONS[name]
        judged = {}
        with open(f"{folder}/{name}/qrels.tsv", encoding="utf-8") as lines:
            for line in lines:
                query, article, _ = line.rstrip("\n").split("\t")
                judged[query] = article
        search = os.environ.get("GISA_BUILD", "build/release") + "/searcher/gisa-search"
        dump = subprocess.run(
            [search, "--db", f"{work}/{passages}.db", "--batch", f"{folder}/{name}/queries.tsv",
             "--plain", "--recent", "0", "--format", "features", "--per-article", "0", "-n", "60"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8", check=False)
        rows = []
        for line in dump.stdout.splitlines():
            query, article, _, *features = line.split("\t")
            if features[-1].startswith("block="):  # not ranked with the first ones: not comparable
                continue
            rows.append((query, article, features))
        rows.sort(key=lambda row: row[:2])
        self.names = [f.split("=")[0] for f in rows[0][2]]
        self.values = np.array([[float(f.split("=")[1]) for f in row[2]] for row in rows], np.float32)
        starts = [i for i in range(len(rows)) if i == 0 or rows[i][:2] != rows[i - 1][:2]]
        queries = [rows[i][0] for i in starts]
        self.articles = np.array(starts)
        self.article_of = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(rows))))
        self.relevant = np.array([judged.get(rows[i][0]) == rows[i][1] for i in starts])
        self.queries = np.array([i for i in range(len(queries)) if i == 0 or queries[i] != queries[i - 1]])
        self.lengths = np.diff(np.append(self.queries, len(queries)))
        self.has_relevant = np.maximum.reduceat(self.relevant, self.queries)
        self.judged = len(judged)

    def mrr(self, weights):
        """Of the articles by their best passage."""
        scores = np.maximum.reduceat(self.values @ weights, self.articles)
        target = np.maximum.reduceat(np.where(self.relevant, scores, -1e30), self.queries)
        above = np.add.reduceat((scores > np.repeat(target, self.lengths)).astype(int), self.queries)
        found = (target > -1e29) & (above < 10)
        return np.sum(1 / (above[found] + 1)) / self.judged

    def error(self, weights):
        return (1 - self.mrr(weights)) / (1 - self.nori)

    def best_passages(self, weights):
        """The values of each article's best passage."""
        order = np.lexsort((-(self.values @ weights), self.article_of))
        _, first = np.unique(self.article_of[order], return_index=True)
        return self.values[order[first]]

    def loss(self, values, weights):
        """The negative logarithm of the likelihood, and its gradient."""
        scores = values @ weights
        top = np.repeat(np.maximum.reduceat(scores, self.queries), self.lengths)
        odds = np.exp(scores - top)
        share = odds / np.repeat(np.add.reduceat(odds, self.queries), self.lengths)
        drawn = np.add.reduceat(np.where(self.relevant, share, 0), self.queries)[self.has_relevant]
        off = (share - self.relevant) * np.repeat(self.has_relevant, self.lengths)
        scale = 1 / (self.judged * (1 - self.nori))
        return -scale * np.log(np.maximum(drawn, 1e-12)).sum(), scale * (off @ values)


def geometric_mean(errors):
    return float(np.exp(np.mean(np.log(errors))))


def fit(collections, start, free):
    """The weights of the features in `free`; the others keep theirs. The first is 1: the scale."""
    near = start * TEMPERATURE
    spread = np.maximum(np.abs(near), 0.05)
    weights = near.copy()
    for _ in range(ROUNDS):
        values = [c.best_passages(weights) for c in collections]

        def loss(trial):
            total = PENALTY * np.sum((trial - near) ** 2 / spread**2)
            gradient = 2 * PENALTY * (trial - near) / spread**2
            for collection, passages in zip(collections, values):
                part, slope = collection.loss(passages, trial)
                total += part / len(collections)
                gradient = gradient + slope / len(collections)
            return total, gradient

        bounds = [(0, None) if i in free else (near[i], near[i]) for i in range(len(near))]
        weights = minimize(loss, weights, jac=True, method="L-BFGS-B", bounds=bounds).x
    return weights / weights[0]


def main():
    folder, work = sys.argv[1:3]
    collections = {name: Collection(name, folder, work) for name in COLLECTIONS}
    every = list(collections.values())
    names = every[0].names
    start = np.ones(len(names))
    free = set(range(len(names)))

    if "--cross-validate" not in sys.argv:
        weights = fit(every, start, free)
        fitted = geometric_mean([c.error(weights) for c in every])
        print("fitted on all:", " ".join(f"{n} {w:.2f}" for n, w in zip(names, weights)), f"-> {fitted:.3f}")
        print("\n| feature left out, the others refitted | geometric mean |\n|---|---|")
        for i, name in enumerate(names[1:], 1):
            without = start.copy()
            without[i] = 0
            refitted = fit(every, without, free - {i})
            print(f"| {name} | {geometric_mean([c.error(refitted) for c in every]):.3f} |", flush=True)
        alone = np.zeros(len(names))
        alone[0] = 1
        print(f"| all but {names[0]} | {geometric_mean([c.error(alone) for c in every]):.3f} |\n")

    print("| collection left out of the fit | its error / Nori |\n|---|---|")
    errors = []
    for name, held_out in collections.items():
        weights = fit([c for c in every if c is not held_out], start, free)
        errors.append(held_out.error(weights))
        print(f"| {name} | {errors[-1]:.3f} |", flush=True)
    print(f"\nLeave one collection out: mean {geometric_mean(errors):.3f}, worst {max(errors):.3f}")


if __name__ == "__main__":
    main()
