"""listed-companies.tsv: short names of companies listed on the mainland's exchanges."""

import csv
import re
import unicodedata

from . import table

# Marks of the exchanges before and behind a name: special treatment, first day, rights, share classes, delisting.
BEFORE = re.compile(r"^(?:S?\*?ST|XD|XR|DR|PT|G|N|C|S|退市)(?=[^a-z])")
BEHIND = re.compile(r"(?:-?[A-Z]|\(?退\)?|B股)+$")

# jieba's count from which on a word is everyday.
EVERYDAY = 300
# Weight from which on an ending of companies (证券, 药业) tells a name from a phrase behind a place (大同证券).
TELLING = 1
SHORTEST = 3


def derive(sources, dictionary, figures) -> int:
    """adata's code.csv: `code, short name, date of listing`.

    Left out: names of two characters, words of jieba (太阳能), names made of an everyday word and another word (完美世界)
    that is no trade, behind a place also where it is one (中国黄金), and names that end in a ware (青岛啤酒).
    """
    words = {row[0]: int(row[1]) for row in table.read(dictionary / "words.tsv")}
    heads = rows(dictionary, "organisation-heads")
    telling = {row[0] for row in heads if float(row[2] or 0) >= TELLING} | {"股份", "控股"}
    trades = {row[0] for row in heads} | {row[0] for row in rows(dictionary, "industry")}
    places = {row[0][:2] for name in ("divisions", "countries") for row in rows(dictionary, name)}
    wares = {row[0] for row in rows(dictionary, "products")}
    taken = {row[0] for name in ("organisations", "places", "landmarks") for row in rows(dictionary, name)}
    names = {
        name for name in map(short, csv.DictReader(sources.adata("stock/cache/code.csv").splitlines()))
        if len(name) >= SHORTEST and table.chinese(name) and name not in words and name not in taken
        and not any(name.endswith(ware) for ware in wares)
        and not is_phrase(name, words, telling if name[:2] in places else trades)
    }
    return table.write(dictionary / "listed-companies.tsv", table.HEADER, [
        "Short names of companies listed in Shanghai, Shenzhen and Beijing.",
        "Derived by scripts/derive-dictionaries from adata (Apache 2.0); other well-known companies: organisations.tsv.",
    ], [(name, "name.Organization", "", "") for name in names])


def rows(dictionary, name: str):
    return table.read(dictionary / f"{name}.tsv")


def short(row: dict) -> str:
    """The name without the marks of the exchanges: `*ST 海  越A` → 海越."""
    name = unicodedata.normalize("NFKC", row["short_name"]).replace(" ", "")
    return BEHIND.sub("", BEFORE.sub("", name))


def is_phrase(name: str, words: dict, endings: set) -> bool:
    """Whether the name falls into an everyday word and a word that is none of the endings."""
    return any(
        words.get(name[:cut], 0) >= EVERYDAY and name[cut:] in words and name[cut:] not in endings
        for cut in range(2, len(name) - 1))
