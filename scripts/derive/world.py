"""countries.tsv: countries, capitals and known cities of the world."""

from . import table

# Also everyday words or names of Chinese places; left to the tables written by hand.
LEFT_OUT = {"中国", "中华人民共和国", "北京", "上海", "深圳", "广州", "南京", "杭州", "成都", "西安", "天津", "重庆", "武汉"}


def derive(sources, dictionary, figures) -> int:
    """jionlp's world_location.txt: `country, full name, capital, cities`."""
    notes = {("中国", "place.country"): [], ("中华人民共和国", "place.country"): ["中国"]}
    for line in sources.jionlp("world_location.txt").splitlines():
        fields = [field.strip() for field in line.split("\t")]
        if len(fields) < 2 or fields[0] in LEFT_OUT:
            continue
        country, full, capital, cities = (fields + ["", ""])[:4]
        for name in dict.fromkeys((country, full)):
            if len(name) > 1:
                note = notes.setdefault((name, "place.country"), [])
                note += [country] if name != country else []
        for city in dict.fromkeys([capital, *cities.split("/")]):
            if len(city) > 1 and city != country:
                notes.setdefault((city, "place.foreign"), []).append(country)
    rows = [(name, group, "", "、".join(note)) for (name, group), note in notes.items()]
    return table.write(dictionary / "countries.tsv", table.HEADER, [
        "Countries, their capitals and known cities; the note names the country.",
        "Derived by scripts/derive-dictionaries from jionlp (Apache 2.0); more places of the world: places.tsv.",
    ], rows)
