"""Parts of speech of names, put right: the source calls 文明 and 雷达 persons, 城市 and 英雄 places.

In this order: divisions of the gazetteer and names of the tables written by hand are what these say; words seen in
annotated training text are what they mostly are there (figures/word-kinds.tsv); headwords of a dictionary of
general Chinese, idioms and words of figures/everyday-words.tsv are everyday words; what is left is kept when its
form fits.
"""

import pathlib

from . import table

PERSON = {"nr", "nrt", "nrfg"}
NAMES = PERSON | {"ns", "nt"}
# Share of the occurrences within names below which a word is no name, and from which a kind prevails.
LEAST_SHARE = 0.3
PREVAILING_SHARE = 0.5
# Last characters of things, bodies and places, which no given name ends in.
THINGS = set("性化权者员率品机厂局院校馆县市省区路街桥寺庙殿部队费税券额价款股债险键症病菌药片膜剂酸钢矿油车舰弹炮枪")


class Kinds:
    """Decides the part of speech of the words that the source calls names."""

    def __init__(self, sources, dictionary: pathlib.Path, figures: pathlib.Path):
        self.seen = {row[0]: [int(count) for count in row[1:]] for row in table.read(figures / "word-kinds.tsv")}
        self.everyday = {row[0] for row in table.read(figures / "everyday-words.tsv")}
        self.everyday |= headwords(sources)
        self.surnames = {row[0] for row in table.read(figures / "surname-shares.tsv")}
        self.known = {}
        for path, group, pos in [
            ("countries.tsv", "place.", "ns"), ("places.tsv", "place.", "ns"), ("landmarks.tsv", "name.Place", "ns"),
            ("organisations.tsv", "name.Organization", "nt"), ("persons.tsv", "name.Person", "nr"),
        ]:
            for row in table.read(dictionary / path):
                if row[1].startswith(group) and not row[1].endswith("abbreviation"):
                    self.known.setdefault(row[0], pos)
        self.heads = {row[0] for row in table.read(dictionary / "organisation-heads.tsv")
                      if float(row[2] or 0) > -0.8}

    def pos(self, word: str, pos: str) -> str:
        """The part of speech to print for a word that the source tags `pos`."""
        if pos not in NAMES:
            return pos
        if word in self.known:
            return self.known[word]
        if len(word) == 1:
            return "n"
        if word in self.seen:
            return self.seen_as(word, pos)
        if word in self.everyday:
            return "n"
        if pos == "nt":
            return "nt" if any(word[cut:] in self.heads for cut in range(1, len(word))) else "nz"
        if pos == "nr":
            return self.person(word)
        return pos

    def seen_as(self, word: str, pos: str) -> str:
        total, *counts = self.seen[word]
        if sum(counts) < LEAST_SHARE * total:
            return "n"
        person, place, organisation = (count >= PREVAILING_SHARE * total for count in counts)
        if person:
            return pos if pos in PERSON else "nr"
        return "ns" if place else "nt" if organisation else pos

    def person(self, word: str) -> str:
        """`nr` when the word is a surname with a given name of one or two characters."""
        size = 2 if word[:2] in self.surnames and len(word) > 2 else 1
        given = word[size:]
        if word[:size] not in self.surnames:
            return "nz"
        if len(given) > 2:
            return "l"
        return "n" if word[-1] in THINGS else "nr"


def headwords(sources) -> set[str]:
    """Headwords of jionlp's dictionary of Chinese that are not persons, and its idioms."""
    words = {line.split("\t")[0] for line in sources.jionlp("chinese_idiom.zip").splitlines()}
    for line in sources.jionlp("chinese_word_dictionary.zip").splitlines():
        word, _, meaning = line.partition("\t")
        if not any(character.isdigit() for character in meaning.replace("1.", "")[:24]):
            words.add(word)
    return words
