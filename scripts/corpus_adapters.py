"""How other corpora draw the spans of names, where they differ from ours.

The program follows its own guidelines everywhere; these few rules translate its names into those of
a corpus before they are compared. Each takes the text and `(start, end, type)` triples."""
import re

PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 "
    "广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国").split()
# A unit ends in one of these, or is a bare province in front of something else.
UNIT = re.compile(
    rf"(?:{'|'.join(PROVINCES)})(?=[^省市自特地西东南北中])"
    r"|.+?(?:自治区|特别行政区|自治州|地区|新区|省|(?<!城)市(?!场)|州(?!市|区|县)|盟|县|区|旗|镇|乡|街道|村)")


def address_units(text, start, end):
    """「江苏省苏州市」 → 「江苏省」「苏州市」."""
    position = start
    while position < end:
        match = UNIT.match(text, position, end)
        stop = match.end() if match and end - match.end() >= 2 and match.end() - position >= 2 else end
        yield position, stop
        position = stop


def split_addresses(text, names):
    for start, end, kind in names:
        if kind == "LOC":
            yield from ((first, last, kind) for first, last in address_units(text, start, end))
        else:
            yield start, end, kind


def government_as_place(text, names):
    """MSRA: 「北京市｜政府」 is a Place and a common noun."""
    for start, end, kind in names:
        body = text[start:end]
        if kind == "ORG" and re.fullmatch(r".+(?<!人民)(?<!自治)政府", body):
            yield start, end - 2, "LOC"
        else:
            yield start, end, kind


def without_single_characters(text, names):
    """People's Daily and CLUENER: 中、美、晋 are no names."""
    return (name for name in names if name[1] - name[0] > 1 or name[2] != "LOC")


def without_newspapers(text, names):
    """People's Daily: newspapers are not annotated."""
    return (name for name in names
            if name[2] != "ORG" or not re.search(r"(日|晚|时|周|导|早|画)报$", text[name[0]:name[1]]))


ADAPTERS = {
    "msra": [split_addresses, government_as_place],
    "pfr98": [split_addresses, without_single_characters, without_newspapers],
    "cluener": [without_single_characters],
}


def adapted(corpus, text, names):
    """The names as the corpus would draw them, sorted."""
    for adapter in ADAPTERS[corpus.split(".")[0]]:
        names = list(adapter(text, names))
    return sorted(names)
