"""given-names.tsv: characters of given names and of transliterated names by position."""

import collections
import math

from . import figures as counting
from . import table
from .kinds import Kinds

POSITIONS = {"first": "given.first", "second": "given.second", "single": "given.single",
             "foreign": "foreign.character"}
# Weight of a name of the dictionary, where novels abound, against one of news text.
DICTIONARY_WEIGHT = 0.3
TEXT_WEIGHT = 2.0
# A character not seen in the text counts when at least so many names of the dictionary have it.
LISTED_OFTEN = 4
SMOOTHING = 0.5
# Last characters of villages, streets and waters: 杨家湾 and 张庄镇 are among the persons of the source.
PLACES = set("村镇乡庄屯寨堡店铺沟坡湾湖桥街路巷渡塔寺庙宫殿洲墩潭滩渊岗埠垸荡畈郡府庵祠")


def counted(sources, dictionary, figures) -> dict[str, collections.Counter]:
    surnames = {row[0] for row in table.read(figures / "surname-shares.tsv")}
    kinds = Kinds(sources, dictionary, figures)
    counts = {position: collections.Counter() for position in POSITIONS}
    for position, character, number in table.read(figures / "name-characters.tsv"):
        if position in counts:
            counts[position][character] += TEXT_WEIGHT * int(number)
    for position, character, number in table.read(figures / "newer-name-characters.tsv"):
        counts[position][character] += int(number)
    seen = {position: set(characters) for position, characters in counts.items()}
    unseen = collections.Counter()
    for line in sources.jieba("dict.txt").splitlines():
        word, _, pos = line.split(" ")
        if not table.chinese(word) or len(word) < 2:
            continue
        if pos == "nrt" and len(word) > 2:
            counts["foreign"].update(dict.fromkeys(word, DICTIONARY_WEIGHT))
        elif pos in ("nr", "nrfg") and is_name(word, kinds.pos(word, pos)):
            places = [part for part in counting.parts(word, surnames) if part[0] != "surname"]
            missing = [part for part in places if part[1] not in seen[part[0]]]
            unseen.update(missing)
            for position, character in [] if missing else places:
                counts[position][character] += DICTIONARY_WEIGHT
    for (position, character), number in unseen.items():
        if number >= LISTED_OFTEN and position != "foreign":
            counts[position][character] = 1
    return counts


def is_name(word: str, pos: str) -> bool:
    """Whether a word that is left as a person is no village: 谭家渊, 官田湖."""
    return pos in ("nr", "nrfg") and word[-1] not in PLACES and word[1] != "家"


def derive(sources, dictionary, figures) -> int:
    rows = []
    for position, characters in counted(sources, dictionary, figures).items():
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
