"""divisions.tsv: the administrative divisions of China from province to township."""

import csv
import io
import re

from . import table

LEVEL_NAMES = ["province", "prefecture", "county", "township"]
PEOPLES = (
    "壮族|回族|满族|维吾尔|维吾尔族|苗族|彝族|土家族|藏族|蒙古|蒙古族|侗族|瑶族|白族|布依族|朝鲜族|哈尼族|黎族|哈萨克|哈萨克族|"
    "傣族|畲族|傈僳族|东乡族|仡佬族|拉祜族|佤族|水族|纳西族|羌族|土族|仫佬族|柯尔克孜|柯尔克孜族|锡伯|锡伯族|景颇族|达斡尔族|"
    "撒拉族|布朗族|毛南族|塔吉克|塔吉克族|普米族|阿昌族|怒族|鄂温克族|京族|基诺族|保安族|德昂族|俄罗斯族|裕固族|乌孜别克族|"
    "门巴族|鄂伦春|鄂伦春族|独龙族|赫哲族|高山族|珞巴族|塔塔尔族|各族"
)
AUTONOMOUS = re.compile(rf"(?:{PEOPLES})+(?:自治区|自治州|自治县|自治旗|民族乡|乡|族乡)$")
TOWNSHIP_TAIL = re.compile(r"(街道办事处|街道|地区办事处|地区|镇|乡|苏木)$")
# Endings a row of the township level must have to be a place of its own and not an office or a generic word.
TOWNSHIP_ENDINGS = re.compile(
    r"(.街道|.镇|.乡|.苏木|.{2}地区|.{2}[农林牧渔茶盐]场|.{3}(?:开发区|园区|产业园|管理区|新区|新城|度假区|风景区|名胜区|示范区|工业区))$")
GENERIC_START = re.compile(r"^(县|市|区|省|州|镇|乡|国营?农|国有|第.[农林]|园艺|良种|原种|种[畜羊牛马]|高新|经济|工业|循环|特色|现代|城市|城乡|商务|综合)")
ZONE = re.compile(
    r"(?P<stem>.+?)市?(?P<kind>经济技术开发区|经济开发区|高新技术产业开发区|高新技术产业园区|高新技术开发区|高技术产业开发区|工业园区)$")
PROVINCES = "河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
# Printed short forms that are common nouns.
GENERIC_SHORT = {"示范区", "产业园", "新城区", "管理区", "物流区", "航空港", "新区", "工业园", "保税区", "化工园区", "高新区",
                 "经开区", "文旅区", "运河区", "临港区", "城区", "郊区", "矿区"}
SHORT_KIND = {"经济技术开发区": "经开区", "经济开发区": "经开区", "工业园区": "工业园"}

# Corrections of the source: code → name as published by the state.
CORRECTED = {"610322": "凤翔区", "810000": "香港特别行政区", "820000": "澳门特别行政区"}

# Counties whose short form is a common noun.
NEVER_SHORT = {"合作", "资源", "比如", "通道", "会同", "互助", "延长", "富裕", "公安", "前进", "友好", "安定", "平安", "解放", "城区"}


def tree(text: str):
    """The rows above the villages, each with its path: `(level, name, code, short, path of names)`."""
    path = []
    for line in text.splitlines():
        level = len(line) - len(line.lstrip("\t"))
        if level > 3:
            continue
        fields = line.strip().split("\t")
        path = path[:level] + [fields[0]]
        name, code, short = (fields + ["", ""])[:3]
        yield level + 1, name, code, short, tuple(path)


def short_form(name: str, level: int, printed: str) -> str:
    """The usual short form or nothing: 闻喜县 → 闻喜, 新疆维吾尔自治区 → 新疆, 赵县 → nothing."""
    zone = ZONE.match(name)
    if level >= 3 and zone:
        stem = re.sub(rf"^(?:{PROVINCES})(?=..)", "", zone["stem"])
        stem = re.sub(r"(?<=..)[县区]$", "", stem)
        return stem + SHORT_KIND.get(zone["kind"], "高新区")
    short = printed.split("/")[-1]
    if level == 4:
        short = AUTONOMOUS.sub("", name) if name.endswith("乡") else name
        short = "" if name.endswith(("街道", "办事处")) else TOWNSHIP_TAIL.sub("", short)
    for tail in ("盟", "州", "地区", "县", "市", "区"):
        if level < 4 and not name.endswith("新区") and short == name and len(name) > len(tail) + 1 and name.endswith(tail):
            short = name[: -len(tail)]
    return short if len(short) > 1 and short != name and short not in GENERIC_SHORT else ""


def without_upper_units(name: str, path: tuple[str, ...]) -> str:
    """`察哈尔右翼后旗大六号镇` below 察哈尔右翼后旗 is 大六号镇; zones keep the name of their county."""
    if ZONE.match(name):
        return name
    for upper in path[2:0:-1]:
        rest = name.removeprefix(upper)
        if rest != name and len(rest) > 2 and not GENERIC_START.match(rest):
            return rest
    return name


def changes(text: str):
    """Old names by today's path, read from lines `date by province short … =>province prefecture county`."""
    former = {}
    for line in text.splitlines():
        if "=>" not in line:
            continue
        left, right = line.split("=>")
        old = left.split("\t")[2::2]
        new = right.split("\t")
        if len(old) == len(new) and old[-1] != new[-1]:
            former.setdefault(tuple(new), []).append(old[-1])
    return former


def common_words(sources) -> set[str]:
    """Words of jieba that are more than the name of a place."""
    words = set()
    for line in sources.jieba("dict.txt").splitlines():
        word, frequency, pos = line.split(" ")
        if pos != "ns" and int(frequency) > (20 if pos in ("nr", "nrt", "nrfg", "nz", "nt") else 3):
            words.add(word)
    return words


def codes_by_name(sources) -> dict[tuple[str, str], str]:
    """County codes of cpca by prefecture code and name, for rows that lack one."""
    rows = csv.DictReader(io.StringIO(sources.cpca("adcodes.csv")))
    return {(row["adcode"][:4], row["name"]): row["adcode"][:6] for row in rows}


def derive(sources, dictionary, figures) -> int:
    former = changes(sources.jionlp("china_location_change.txt"))
    common = common_words(sources)
    known = codes_by_name(sources)
    text = sources.jionlp("china_location.zip")
    official = {code for _, _, code, _, _ in tree(text)}
    older = {code: names.split(";") for code, names in table.read(figures / "former-divisions.tsv")}
    everyday = {row[0] for row in table.read(figures / "everyday-divisions.tsv")}
    rows, used, code_of, numbers = [], set(), {}, {}

    def emit(code, name, short, level, path):
        old = list(dict.fromkeys(older.get(code.ljust(6, "0"), []) if level < 4 else []))
        old += [item for item in dict.fromkeys(former.get(path, [])) if item not in old]
        rows.append((code, name, short, str(level), ";".join(item for item in old if item != name)))
        used.add(code)

    for level, name, code, short, path in tree(text):
        parent = code_of.get(path[:-1], "")
        if level == 1:
            code_of[path] = code[:2]
            emit(code[:2], name, short_form(name, 1, short), 1, path)
        elif level == 2:
            code_of[path] = code[:4]
            if name.endswith("行政区划") or code.endswith("0000"):
                code_of[path] = parent if code.endswith("0000") else code[:4]
                continue
            emit(code[:4], name, short_form(name, 2, short), 2, path)
        elif level == 3:
            if name.endswith("行政区划"):
                code_of[path] = parent
                continue
            if not code or code in used or code.endswith("0000") or not code.startswith(parent):
                code = known.get((parent, name), "")
            if not code or code in used:
                while not code or code in used or code in official:
                    number = numbers[parent] = numbers.get(parent, 0) + 1
                    code = f"{parent}{number:0{6 - len(parent)}}"
            code_of[path] = code
            name = CORRECTED.get(code, name)
            short = short_form(name, 3, short)
            if short in NEVER_SHORT or name.endswith("区") and short in everyday:
                short = ""
            emit(code, name, short, 3, path)
            continue
        name = without_upper_units(name, path)
        if TOWNSHIP_ENDINGS.search(name) and not GENERIC_START.match(name) and parent:
            number = numbers[parent] = numbers.get(parent, 0) + 1
            short = short_form(name, 4, "")
            if short in common or len(short) == 2:
                short = ""
            emit(f"{parent.ljust(6, '0')}{number:03}", name, short, 4, path)
    return table.write(dictionary / "divisions.tsv", "code\tname\tshort\tlevel\tformer", [
        "Divisions of China, province (1) to township (4). Code: 2, 4, 6 digits as the state numbers them, townships",
        "numbered here within their county (9 digits); the parent is the longest other code that is a prefix.",
        "Derived by scripts/derive-dictionaries from jionlp (Apache 2.0), codes completed from cpca (MIT).",
    ], rows)
