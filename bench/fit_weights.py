#!/usr/bin/env python3
"""Fits the ranking weights of searcher/rank/features.cc: coordinate ascent on the mean log of
(1 - MRR@10) / (1 - Nori's MRR@10) over the collections, cross-validated by leaving one out.

Usage: bench/fit_weights.py DIR WORK_DIR, both as for bench/quality, which must have run before: it
leaves the databases in WORK_DIR. Needs Debian's python3-numpy."""
import os
import subprocess
import sys

import numpy as np

# Passages' folder, and MRR@10 of Lucene 10 with Nori (bench/quality).
COLLECTIONS = {
    "korquad": ("korquad", 0.9520),
    "newsqa": ("newsqa", 0.7958),
    "headline": ("headline", 0.9209),
    "hanja": ("hanja", 0.9317),
    "keywords": ("headline", 0.6172),
    "welfare": ("welfare", 0.7700),
}
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
             "--plain", "--format", "features", "--per-article", "0", "-n", "60"],
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
        self.relevant = np.array([judged.get(rows[i][0]) == rows[i][1] for i in starts])
        self.queries = np.array([i for i in range(len(queries)) if i == 0 or queries[i] != queries[i - 1]])
        self.lengths = np.diff(np.append(self.queries, len(queries)))
        self.judged = len(judged)

    def mrr(self, scores):
        """Of the articles by their best passage, `scores` being those of the passages."""
        scores = np.maximum.reduceat(scores, self.articles)
        target = np.maximum.reduceat(np.where(self.relevant, scores, -1e30), self.queries)
        above = np.add.reduceat((scores > np.repeat(target, self.lengths)).astype(int), self.queries)
        found = (target > -1e29) & (above < 10)
        return np.sum(1 / (above[found] + 1)) / self.judged

    def error(self, scores):
        return (1 - self.mrr(scores)) / (1 - self.nori)


def mean_log(collections, scores):
    return float(np.mean([np.log(c.error(s)) for c, s in zip(collections, scores)]))


def geometric_mean(collections, weights):
    return float(np.exp(mean_log(collections, [c.values @ weights for c in collections])))


def fit(collections, weights, fixed, steps=(0.5, 0.25, 0.1)):
    """Coordinate ascent from `weights`, each step a share of the weight; features in `fixed` keep
    theirs, and none goes below 0: evidence must not count against a passage."""
    scores = [c.values @ weights for c in collections]
    best = mean_log(collections, scores)
    for step in steps:
        moved = True
        while moved:
            moved = False
            for i in set(range(len(weights))) - fixed:
                for change in (step, -step):
                    change *= max(weights[i], 0.5)
                    if weights[i] + change < 0:
                        continue
                    trial = [s + change * c.values[:, i] for c, s in zip(collections, scores)]
                    value = mean_log(collections, trial)
                    if value < best - 1e-4:
                        best, scores, moved = value, trial, True
                        weights = weights.copy()
                        weights[i] += change
    return weights, float(np.exp(best))


def main():
    folder, work = sys.argv[1:3]
    collections = {name: Collection(name, folder, work) for name in COLLECTIONS}
    names = collections["korquad"].names
    every = list(collections.values())
    start = np.full(len(names), 2, np.float32)
    start[names.index("match")] = 1
    fixed = {names.index("match"), names.index("words")}  # the scale; what MRR of articles cannot see
    start[names.index("words")] = 0.4

    weights, value = fit(every, start, fixed)
    print("fitted on all:", " ".join(f"{n} {w:.1f}" for n, w in zip(names, weights)), f"-> {value:.3f}")
    print("\n| feature left out, the others refitted | geometric mean |\n|---|---|")
    for i, name in enumerate(names):
        if name == "match":
            continue
        without = weights.copy()
        without[i] = 0
        print(f"| {name} | {fit(every, without, fixed | {i}, (0.25, 0.1))[1]:.3f} |", flush=True)
    alone = np.zeros(len(names), np.float32)
    alone[names.index("match")] = 1
    print(f"| all but match | {geometric_mean(every, alone):.3f} |")
    print("\n| collection left out of the fit | its error / Nori |\n|---|---|")
    logs = []
    for name, held_out in collections.items():
        others = [c for c in every if c is not held_out]
        error = held_out.error(held_out.values @ fit(others, start, fixed)[0])
        logs.append(np.log(error))
        print(f"| {name} | {error:.3f} |", flush=True)
    print(f"\nCross-validated geometric mean: {np.exp(np.mean(logs)):.3f}")


if __name__ == "__main__":
    main()
