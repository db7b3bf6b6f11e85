"""How other corpora draw the spans of names, where they differ from ours.

The program follows its own guidelines everywhere; these few rules translate its names into those of
a corpus before they are compared. Each takes a `Sentence` and its `(start, end, type)` triples."""
import pathlib
import re
from typing import NamedTuple


DICTIONARY = pathlib.Path(__file__).resolve().parent.parent / "seeds/dictionary"


class Sentence(NamedTuple):
    text: str
    cuts: frozenset  # positions between the units of an address, from its partOf statements
    inner_places: frozenset = frozenset()  # (start, end) of places inside the names of projects
    nested: frozenset = frozenset()  # positions behind a place that the name of another begins with


# 「澳门国际机场」 stays whole: what is left behind the place is no name.
GENERIC = re.compile(
    r"(?:国际|工人|人民|中心|古)?(?:机场|航空港|特区|特别行政区|新区|开发区|群岛|半岛|体育场|体育馆|体育中心|音乐厅|剧院|展览馆|展览中心|博物馆"
    r"|植物园|动物园|图书馆|图书大厦|广场|火车站|车站|站|港|楼|城|路|城墙.*|.{2}发射(?:中心|场))")


def address_cuts(records, rule="structure.address"):
    """Document → positions between 「江苏省」 and 「苏州市」, from the statements about addresses, or between
    「伦敦」 and 「希思罗机场」 from those about nested names."""
    aliases = {r["id"]: r["aliases"] for r in records if r["kind"] == "entity"}
    texts, cuts = {}, {}
    for record in records:
        if record["kind"] == "mention" and record["type"] == "Place":
            for position in range(len(record["text"])):
                texts[record["doc"], record["start"] + position] = record["text"][position]
    for record in records:
        if record["kind"] != "statement" or record.get("rule") != rule:
            continue
        document, start, end = record["doc"], record["start"], record["end"]
        printed = "".join(texts.get((document, position), " ") for position in range(start, end))
        for alias in aliases.get(record["subject"], []):
            if rule != "structure.address" and GENERIC.fullmatch(alias):
                continue
            if printed.endswith(alias) and printed[:-len(alias)] in aliases.get(record["object"], []):
                cuts.setdefault(document, set()).add(end - len(alias))
    return cuts


def known_places(dictionary):
    """Names of countries, regions and divisions down to the county, long and short, from the dictionaries."""
    rows = [
        (file, line.split("\t")) for file in ("countries.tsv", "places.tsv", "divisions.tsv")
        for line in (dictionary / file).read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")]
    names = {row[0] for file, row in rows if file != "divisions.tsv"}
    names |= {n for f, row in rows if f == "divisions.tsv" and row[3] in "123" for n in row[1:3]}
    return frozenset(name for name in names if len(name) > 1)


def inner_places(records, places):
    """Document → spans of the places that begin the name of a project, behind its number or year."""
    spans = {}
    for record in records:
        if record["kind"] != "mention" or record["type"] != "Project":
            continue
        text = record["text"]
        position = re.match(r"[“「『]?(?:第?[〇一二三四五六七八九十百\d０-９]+届?[年・·]?)?", text).end()
        while True:
            ends = [end for end in range(position + 2, len(text)) if text[position:end] in places]
            if not ends:
                break
            span = (record["start"] + position, record["start"] + max(ends))
            spans.setdefault(record["doc"], set()).add(span)
            position = max(ends)
    return spans


def places_inside_projects(sentence, names):
    """MSRA and People's Daily know no projects: 「北京｜国际马拉松赛」 is a Place and common nouns."""
    names = list(names)
    yield from names
    for start, end in sorted(sentence.inner_places):
        if not any(first < end and start < last for first, last, _ in names):
            yield start, end, "LOC"


def split_addresses(sentence, names):
    """Neighbouring places are separate: 「江苏省｜苏州」."""
    return split(sentence.cuts, names)


def split_nested_places(sentence, names):
    """MSRA: 「北京｜人民大会堂」."""
    return split(sentence.nested, names)


def split(positions, names):
    """Places cut at those positions."""
    for start, end, kind in names:
        cuts = sorted(cut for cut in positions if start < cut < end) if kind == "LOC" else []
        for first, last in zip([start, *cuts], [*cuts, end]):
            yield first, last, kind


def government_as_place(sentence, names):
    """MSRA: 「北京市｜政府」 is a Place and a common noun."""
    for start, end, kind in names:
        if kind == "ORG" and re.fullmatch(r".+(?<!人民)(?<!自治)政府", sentence.text[start:end]):
            yield start, end - 2, "LOC"
        else:
            yield start, end, kind


def units_apart(divisions):
    """MSRA: 「江苏｜无锡山禾女队」, 「成都市｜武侯区教委」: units before a body of a lower one are places."""

    def unit(text, lowest):
        """The longest division at the start of the text down to that level: length, level, whether it says so."""
        for length in range(min(len(text), 11), 1, -1):
            level = divisions.get(text[:length], 9)
            if level <= lowest:
                return length, level, length > 2 and text[length - 1] in "省市县区旗州"
        return 0, 9, False

    def adapter(sentence, names):
        for start, end, kind in names:
            while kind == "ORG":
                length, level, is_full = unit(sentence.text[start:end], 2)
                rest = sentence.text[start + length:end]
                below, lower, is_lower_full = unit(rest, 3)
                is_named = re.match(r"[一-鿿]{1,4}[县区旗州乡镇村].", rest) and is_full
                if not length or not (is_named or level < lower <= 3 and below < len(rest) and (
                        is_full or is_lower_full or lower == 2)):
                    break
                yield start, start + length, "LOC"
                start += length
            yield start, end, kind

    return adapter


def division_levels(dictionary):
    """Divisions down to the county, long and short names → level, 1 for provinces; the highest of one name."""
    levels = {}
    for line in (dictionary / "divisions.tsv").read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if not line.startswith("#") and row[3] in "123":
            for name in row[1:3]:
                if len(name) > 1:
                    levels[name] = min(levels.get(name, 9), int(row[3]))
    return levels


def retyped(source, target, endings):
    """Names of one type that end so are of the other: museums and the like are places, in MSRA libraries and
    military regions as well; hotels, oil fields and power stations are there those who run them."""

    def adapter(sentence, names):
        for start, end, kind in names:
            ends_so = re.fullmatch(rf".+(?:{endings})", sentence.text[start:end])
            yield start, end, target if kind == source and ends_so else kind

    return adapter


def addressed_surnames(surnames):
    """「李总理」, 「王某」: a surname with a form of address is a Person of one character."""
    pattern = re.compile(
        rf"([{surnames}])(?=先生|女士|小姐|夫人|老师|教练|总书记|总(?![统理共会部数公署局工店是之裁量计额投产])|老(?![师板百年人家龄化少幼师爷爹])|总理|总统|主席|书记|部长|司令|省长|市长|县长|局长|处长|厂长"
        r"|经理|教授|院长|医生|大夫|老汉|老太|大妈|大娘|大爷|大嫂|师傅|老板|某|氏)")

    def adapter(sentence, names):
        names = list(names)
        yield from names
        for match in pattern.finditer(sentence.text):
            if not any(start <= match.start() < end for start, end, _ in names):
                yield match.start(), match.end(), "PER"

    return adapter


# MSRA names what it can inside words and titles; each pattern finds only the name.
COUNTRY = "中美日英法德俄韩朝印意加澳巴西蒙越泰缅以伊埃马波葡多奥苏"
INSIDE_WORDS = [
    ("PER", r"邓小平(?=理论)|毛泽东(?=思想)|马克思(?=主义)|列宁(?=主义)|马(?=列)|(?<=马)列(?!车)|[汤尤](?=杯|、尤杯)"),
    ("LOC", "地球|太阳(?![能镜])|月球|[火木水金土]星(?=[上的表探])|东北(?![风角侧部向面方])|中华(?!人民共和)|华夏|中原"),
    ("LOC", r"京(?=[剧九城])|奥(?=运)|[中藏](?=[医药]|草药)|港(?=人)|(?<=[侵驻访来反留])华|[美日](?=军)"),
    ("LOC", rf"[{COUNTRY}](?=[{COUNTRY}](?:[两关边友双建贸文联和之首会]|$))|(?<=[{COUNTRY}])[{COUNTRY}](?=[两关边友双建贸文联和之首会])"),
    ("ORG", "(?:中共)?十[三四五六]大|内阁|武警(?!战士|官兵)"),
]


def names_inside_words(sentence, names):
    """MSRA: 「邓小平｜理论」, 「汤｜杯」, 「京｜剧」, 「中｜法｜文化交流」, and things that are places there."""
    names = list(names)
    yield from names
    taken = {position for start, end, _ in names for position in range(start, end)}
    for kind, pattern in INSIDE_WORDS:
        for match in re.finditer(pattern, sentence.text):
            span = range(*match.span())
            if not taken.intersection(span):
                taken.update(span)
                yield *match.span(), kind


def without_single_characters(sentence, names):
    """People's Daily and CLUENER: 中、美、晋 are no names."""
    return (name for name in names if name[1] - name[0] > 1 or name[2] != "LOC")


def without_newspapers(sentence, names):
    """People's Daily: newspapers are not annotated."""
    return (
        name for name in names
        if name[2] != "ORG" or not re.search(r"[日晚时周导早画]报$", sentence.text[name[0]:name[1]]))


def without_terms(sentence, names):
    """People's Daily: 「第九届｜全国政协」."""
    for start, end, kind in names:
        match = re.match(r"第?[一二三四五六七八九十]+届", sentence.text[start:end])
        yield start + (len(match[0]) if match and kind == "ORG" else 0), end, kind


def without_abbreviated_bodies(sentence, names):
    """People's Daily: the commonest abbreviations are words of their own, not names of bodies."""
    bodies = "北约 欧盟 中宣部 中组部 中纪委 纪委 国民党 白宫 海协 人民政协 民主党 中共十五大".split()
    return (
        name for name in names if name[2] != "ORG" or sentence.text[name[0]:name[1]] not in bodies)


def without_bare_bodies(sentence, names):
    """People's Daily: a body printed without its place (「省委」, 「市公安局」, 「村党支部」) is no name."""
    for start, end, kind in names:
        if kind != "ORG" or not re.match(r"自治区|[省市县区州乡镇村]", sentence.text[start:end]):
            yield start, end, kind


# The surnames that most people have; rarer ones are too often ordinary words.
COMMON = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤"

ADAPTERS = {
    "msra": [
        places_inside_projects, split_addresses, split_nested_places, government_as_place,
        units_apart(division_levels(DICTIONARY)),
        retyped("ORG", "LOC", "博物馆|纪念馆|美术馆|音乐厅|图书馆|军区"),
        retyped("LOC", "ORG", "饭店|宾馆|酒店|油田|电站|气象台|天文台"), names_inside_words,
        addressed_surnames(COMMON)],
    "pfr98": [
        places_inside_projects, split_addresses, without_single_characters, without_newspapers,
        without_terms, retyped("ORG", "LOC", "博物馆|纪念馆|美术馆|音乐厅"), without_abbreviated_bodies,
        without_bare_bodies, addressed_surnames(COMMON)],
    "cluener": [without_single_characters, retyped("ORG", "LOC", "博物馆|纪念馆|美术馆|图书馆")],
}


def adapted(corpus, sentence, names):
    """The names as the corpus would draw them, sorted."""
    for adapter in ADAPTERS[corpus.split(".")[0]]:
        names = list(adapter(sentence, names))
    return sorted(names)
