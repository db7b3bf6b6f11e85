"""Counts in annotated training text: characters of person names, and how often a word of jieba is a name at all.

Only eight lines of ten are read (line number modulo ten below eight): the rest stays unseen, so that it can
be scored on. Only counts are kept, of single characters and of words that jieba's list has; no sentence.
"""

import collections
import gzip
import json
import pathlib

from . import table

FILES = ["msra.train.jsonl.gz", "pfr98.train.jsonl.gz"]
PERSON = {"PER", "nr", "name"}
LEAST = 2


LONGEST = 8
# Characters of transliterations that Chinese given names hardly have, and those that stand for a name.
FOREIGN = set("尔斯拉克特德里夫阿卡尼姆弗埃蒂塞勒贝迪罗巴瓦奥莫")
NOT_GIVEN = set("氏某老公")
NAMES = {"nr", "nrt", "nrfg", "ns", "nt"}


def records(path: pathlib.Path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for number, line in enumerate(lines) if number % 10 < 8)


def names(path: pathlib.Path):
    for record in records(path):
        for start, end, kind in record["entities"]:
            if kind in PERSON:
                yield record["text"][start:end]


def count(sources, corpora: pathlib.Path, figures: pathlib.Path) -> None:
    """Writes name-characters.tsv and word-kinds.tsv."""
    count_characters(corpora, figures)
    count_words(sources, corpora, figures)


def count_words(sources, corpora: pathlib.Path, figures: pathlib.Path) -> None:
    """How often the words that jieba calls names stand in the text, and how often within a name of that kind."""
    tagged = set()
    for line in sources.jieba("dict.txt").splitlines():
        word, _, pos = line.split(" ")
        if pos in NAMES and 1 < len(word) <= LONGEST:
            tagged.add(word)
    seen = collections.Counter()
    within = {kind: collections.Counter() for kind in ("PER", "LOC", "ORG")}
    for file in FILES:
        for record in records(corpora / file):
            text = record["text"]
            kinds = [""] * len(text)
            for start, end, kind in record["entities"]:
                kinds[start:end] = [kind] * (end - start)
            for start, end in occurrences(text, tagged):
                seen[text[start:end]] += 1
                kind = kinds[start]
                if kind in within and kinds[start:end].count(kind) == end - start:
                    within[kind][text[start:end]] += 1
    rows = [(word, str(number), *(str(within[kind][word]) for kind in within))
            for word, number in seen.items() if number >= LEAST]
    table.write(figures / "word-kinds.tsv", "word\tseen\tperson\tplace\torganisation", [
        "How often a word that jieba calls a person, place or organisation stands in training text, and how often",
        "it stands there within the name of a person, a place, an organisation. See figures.py.",
    ], rows)


def occurrences(text: str, words):
    for start in range(len(text)):
        for end in range(start + 2, min(start + LONGEST, len(text)) + 1):
            if text[start:end] in words:
                yield start, end


def count_characters(corpora: pathlib.Path, figures: pathlib.Path) -> None:
    surnames = {row[0] for row in table.read(figures / "surname-shares.tsv")}
    counts = collections.Counter()
    for name in {name for file in FILES for name in names(corpora / file)}:
        if table.chinese(name):
            for position, character in parts(name, surnames):
                counts[position, character] += 1
    rows = [(position, character, str(number))
            for (position, character), number in counts.items()]
    table.write(figures / "name-characters.tsv", "position\tcharacter\tcount", [
        "In how many different person names of training text a character stands at a position. See figures.py.",
    ], rows)


def parts(name: str, surnames: set[str]):
    """Positions and characters: 李四光 → surname 李, first 四, second 光; longer names are foreign."""
    size = 2 if name[:2] in surnames and len(name) > 2 else 1
    surname, given = name[:size], name[size:]
    foreign = sum(character in FOREIGN for character in name)
    if "·" in name or len(given) > 2 or surname not in surnames or foreign > 1 or given in NOT_GIVEN:
        if len(name) > 2:
            yield from (("foreign", character) for character in name.replace("·", ""))
        return
    yield "surname", surname
    if len(given) == 1:
        yield "single", given
    elif len(given) == 2:
        yield "first", given[0]
        yield "second", given[1]
