"""words.tsv: the general vocabulary with frequency and part of speech."""

import json

from . import table
from .kinds import Kinds

# Words of which jieba counts fewer than this share of newer web text are raised to half of that share.
NEWER_SHARE = 0.5
# … but never above this: the newer text counts some words of advertising far too often.
MOST_RAISED = 2000
LONGEST = 10
# Counts of the source that are plainly wrong.
CORRECTED = {"石首": 60}

# Full names of divisions that are common nouns.
NEVER_PLACE = {"城区", "郊区", "矿区", "街道", "新区", "东区", "西区", "南区", "北区", "中区", "老城区", "新城区"}


def newer_frequencies(sources) -> dict[str, int]:
    lines = sources.jionlp("word_distribution.zip").splitlines()
    return dict(json.loads(line) for line in lines)


def place_names(dictionary, figures) -> tuple[set[str], set[str]]:
    """Full names of divisions, and short names down to the counties, of the table derived before, that are names first."""
    rows = table.read(dictionary / "divisions.tsv")
    full = {name for _, name, _, _, _ in rows}
    short = {short for _, _, short, level, _ in rows if short and level in "123"}
    everyday = {row[0] for row in table.read(figures / "everyday-divisions.tsv")}
    return full - NEVER_PLACE, short - everyday


def derive(sources, dictionary, figures) -> int:
    """jieba's dict.txt; frequencies raised where newer text uses a word far more often."""
    entries = {}
    for line in sources.jieba("dict.txt").splitlines():
        word, frequency, pos = line.split(" ")
        if table.chinese(word) and len(word) <= LONGEST:
            entries[word] = (CORRECTED.get(word, int(frequency)), pos)
    newer = newer_frequencies(sources)
    scale = sum(count for count, _ in entries.values()) / sum(
        count for word, count in newer.items() if word in entries)
    full, short = place_names(dictionary, figures)
    kinds = Kinds(sources, dictionary, figures)
    rows = []
    for word, (frequency, pos) in entries.items():
        if len(word) > 1:
            raised = min(int(newer.get(word, 0) * scale * NEWER_SHARE), MOST_RAISED)
            frequency = max(frequency, raised)
        if word in full or word in short:
            pos = "ns"
        else:
            pos = kinds.pos(word, pos)
        rows.append((word, str(frequency), pos))
    return table.write(dictionary / "words.tsv", "word\tfrequency\tpos", [
        "General words. Derived by scripts/derive-dictionaries from jieba (MIT); frequencies of words grown",
        "more common since then are raised after jionlp (Apache 2.0). Parts of speech as jieba prints them.",
    ], rows)
