"""readings.tsv: the usual readings of characters in Hanyu pinyin, for searching names by what is typed."""

import collections
import re
import unicodedata

from . import table

SYLLABLE = re.compile(r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouv][aeiouvngr]*$")
# A reading that is not the first counts as usual when so many words have it.
LEAST_WORDS = 3
LEAST_SHARE = 0.04


def plain(syllable: str) -> str:
    """Without tone, ü written v: lǜ → lv; empty for what is no syllable (ḿ, ê)."""
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return letters if SYLLABLE.match(letters) else ""


def derive(sources, dictionary, figures) -> int:
    """pypinyin's readings by character, those that words use; names' own from figures/name-readings.tsv."""
    words = collections.defaultdict(collections.Counter)
    for word, syllables in sources.pypinyin("phrases_dict.json").items():
        if len(word) == len(syllables):
            for character, readings in zip(word, syllables):
                words[character][plain(readings[0])] += 1
    traditional = {row[0] for row in table.read(dictionary / "traditional.tsv")}
    own = collections.defaultdict(list)
    for name, syllables, _ in table.read(figures / "name-readings.tsv"):
        if len(name) != len(syllables.split(" ")):
            raise SystemExit(f"name-readings.tsv: {name}: {syllables}")
        for character, syllable in zip(name, syllables.split(" ")):
            own[character].append(syllable)
    rows = []
    for code, readings in sources.pypinyin("pinyin_dict.json").items():
        character = chr(int(code))
        if not "\u3400" <= character <= "\u9fff" or character in traditional:
            continue
        counts = words[character]
        known = [plain(reading) for reading in readings.split(",")]
        usual = known[:1] + [
            reading for reading in [*known[1:], *sorted(counts)]
            if counts[reading] >= max(LEAST_WORDS, LEAST_SHARE * sum(counts.values()))]
        chosen = [reading for reading in dict.fromkeys(usual + own[character]) if reading]
        if chosen:
            rows.append((character, " ".join(chosen)))
    return table.write(dictionary / "readings.tsv", "character\treadings", [
        "Usual readings of characters in Hanyu pinyin without tones, ü written v, the most usual first.",
        "Derived by scripts/derive-dictionaries from pypinyin (MIT) and scripts/figures/name-readings.tsv.",
    ], rows)
