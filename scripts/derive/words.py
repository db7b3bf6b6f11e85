"""words.tsv: the general vocabulary with frequency and part of speech."""

import json

from . import table

# Words of which jieba counts fewer than this share of newer web text are raised to half of that share.
NEWER_SHARE = 0.5
LONGEST = 10


def newer_frequencies(sources) -> dict[str, int]:
    lines = sources.jionlp("word_distribution.zip").splitlines()
    return dict(json.loads(line) for line in lines)


def derive(sources, dictionary, figures) -> int:
    """jieba's dict.txt; frequencies raised where newer text uses a word far more often."""
    entries = {}
    for line in sources.jieba("dict.txt").splitlines():
        word, frequency, pos = line.split(" ")
        if table.chinese(word) and len(word) <= LONGEST:
            entries[word] = (int(frequency), pos)
    newer = newer_frequencies(sources)
    scale = sum(count for count, _ in entries.values()) / sum(
        count for word, count in newer.items() if word in entries)
    rows = []
    for word, (frequency, pos) in entries.items():
        if len(word) > 1:
            frequency = max(frequency, int(newer.get(word, 0) * scale * NEWER_SHARE))
        rows.append((word, str(frequency), pos))
    return table.write(dictionary / "words.tsv", "word\tfrequency\tpos", [
        "General words. Derived by scripts/derive-dictionaries from jieba (MIT); frequencies of words grown",
        "more common since then are raised after jionlp (Apache 2.0). Parts of speech as jieba prints them.",
    ], rows)
