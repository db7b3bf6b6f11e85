"""Counts characters of person names in annotated training text.

Only eight lines of ten are read (line number modulo ten below eight): the rest stays unseen, so that it can
be scored on. Only counts of single characters by position are kept, no name and no sentence.
"""

import collections
import gzip
import json
import pathlib

from . import table

FILES = ["msra.train.jsonl.gz", "pfr98.train.jsonl.gz"]
PERSON = {"PER", "nr", "name"}
LEAST = 2


def names(path: pathlib.Path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 10 >= 8:
                continue
            record = json.loads(line)
            for start, end, kind in record["entities"]:
                if kind in PERSON:
                    yield record["text"][start:end]


def count(corpora: pathlib.Path, figures: pathlib.Path) -> None:
    surnames = {row[0] for row in table.read(figures / "surname-shares.tsv")}
    counts = collections.Counter()
    for file in FILES:
        for name in names(corpora / file):
            if not table.chinese(name):
                continue
            for position, character in parts(name, surnames):
                counts[position, character] += 1
    rows = [(position, character, str(number))
            for (position, character), number in counts.items() if number >= LEAST]
    table.write(figures / "name-characters.tsv", "position\tcharacter\tcount", [
        "How often a character stands at a position of a person name in training text. See figures.py.",
    ], rows)


def parts(name: str, surnames: set[str]):
    """Positions and characters: 李四光 → surname 李, first 四, second 光; longer names are foreign."""
    size = 2 if name[:2] in surnames and len(name) > 2 else 1
    surname, given = name[:size], name[size:]
    if "·" in name or len(given) > 2 or surname not in surnames:
        if len(name) > 2:
            yield from (("foreign", character) for character in name.replace("·", ""))
        return
    yield "surname", surname
    if len(given) == 1:
        yield "single", given
    elif len(given) == 2:
        yield "first", given[0]
        yield "second", given[1]
