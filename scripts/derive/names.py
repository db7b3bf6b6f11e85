"""given-names.tsv: characters of given names and of transliterated names by position."""

import collections
import math

from . import figures as counting
from . import table

POSITIONS = {"first": "given.first", "second": "given.second", "single": "given.single",
             "foreign": "foreign.character"}
# Weight of one name of the dictionary against one in running text, where frequent persons repeat.
DICTIONARY_WEIGHT = 1.0
TEXT_WEIGHT = 0.5
SMOOTHING = 0.5


def counted(sources, figures) -> dict[str, collections.Counter]:
    surnames = {row[0] for row in table.read(figures / "surname-shares.tsv")}
    counts = {position: collections.Counter() for position in POSITIONS}
    for line in sources.jieba("dict.txt").splitlines():
        word, _, pos = line.split(" ")
        if not table.chinese(word) or len(word) < 2:
            continue
        if pos == "nrt" and len(word) > 2:
            counts["foreign"].update(dict.fromkeys(word, DICTIONARY_WEIGHT))
        elif pos in ("nr", "nrfg"):
            for position, character in counting.parts(word, surnames):
                if position in counts:
                    counts[position][character] += DICTIONARY_WEIGHT
    for position, character, number in table.read(figures / "name-characters.tsv"):
        if position in counts:
            counts[position][character] += TEXT_WEIGHT * int(number)
    for position, character, number in table.read(figures / "newer-name-characters.tsv"):
        counts[position][character] += int(number)
    return counts


def derive(sources, dictionary, figures) -> int:
    rows = []
    for position, characters in counted(sources, figures).items():
        least = 3 if position == "foreign" else 1
        kept = {character: count for character, count in characters.items()
                if count >= least and character != "·"}
        total = sum(kept.values()) + SMOOTHING * len(kept)
        for character, count in kept.items():
            weight = math.log((count + SMOOTHING) / total)
            rows.append((character, POSITIONS[position], table.weight(weight), ""))
    return table.write(dictionary / "given-names.tsv", table.HEADER, [
        "Characters of given names (first and second of two, single) and of transliterated foreign names;",
        "weight = ln probability at that position. Derived by scripts/derive-dictionaries from jieba (MIT) and",
        "scripts/figures.",
    ], rows)
