#!/usr/bin/env python3
"""Writes news-like text for the benchmarks, the same on every machine.

usage: news.py MEGABYTES > FILE

Half of the sentences are those of the two pages in seeds/documents, in random order; the other half are words
of seeds/dictionary/words.tsv drawn by their frequency, with names drawn from the surnames, given names and
divisions, so that caches see as many different words as news has."""
import bisect
import itertools
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SENTENCES_IN_PARAGRAPH, PARAGRAPHS_IN_ARTICLE = 4, 6


def rows(name):
    lines = (ROOT / "seeds/dictionary" / name).read_text(encoding="utf-8").split("\n")
    lines = [line for line in lines if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


class Draw:
    """Draws items by weight."""

    def __init__(self, items, weights, source):
        self.items, self.source = items, source
        self.sums = list(itertools.accumulate(weights))

    def __call__(self):
        return self.items[bisect.bisect(self.sums, self.source.random() * self.sums[-1])]


def main():
    source = random.Random(20251120)
    pages = "".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("seeds/documents/*.txt")))
    printed = [part for part in re.split(r"(?<=。)|\n", pages) if len(part) > 12]
    words = [row for row in rows("words.tsv") if not row[2].startswith("nr")]
    word = Draw([row[0] for row in words], [int(row[1]) for row in words], source)
    divisions = [row[1] for row in rows("divisions.tsv")]
    surnames = [row[0] for row in rows("surnames.tsv")]
    given = [row[0] for row in rows("given-names.tsv")]

    def drawn():
        parts = [word() for _ in range(source.randint(8, 25))]
        if source.random() < 0.5:
            parts.insert(source.randrange(len(parts)), source.choice(divisions))
        if source.random() < 0.3:
            parts.append(source.choice(surnames) + source.choice(given) + source.choice(given) + "说")
        parts.insert(len(parts) // 2, "，")
        return "".join(parts) + "。"

    limit, written = float(sys.argv[1]) * 1e6, 0
    while written < limit:
        paragraphs = []
        for _ in range(PARAGRAPHS_IN_ARTICLE):
            sentences = (source.choice(printed) if source.random() < 0.5 else drawn()
                         for _ in range(SENTENCES_IN_PARAGRAPH))
            paragraphs.append("".join(sentences))
        article = "# " + source.choice(printed)[:20] + "\n\n" + "\n\n".join(paragraphs) + "\n\n"
        sys.stdout.write(article)
        written += len(article.encode("utf-8"))


main()
