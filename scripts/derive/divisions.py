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

# Old names by code of today's division; what the source of changes does not have.
FORMER = {
    "420600": ["襄樊市"], "140700": ["晋中地区", "榆次地区"], "140800": ["运城地区"],
    "141000": ["临汾地区"], "141100": ["吕梁地区"], "140400": ["晋东南地区"], "140900": ["忻县地区", "忻州地区"],
    "140600": ["雁北地区"], "140881": ["永济县"], "140882": ["河津县"], 
    "140702": ["榆次市"], "140703": ["太谷县"], 
    "141102": ["离石市", "离石县"], "141181": ["孝义县"], "141182": ["汾阳县"], "140781": ["介休县"],
    "141082": ["霍县"], "141081": ["侯马县"], "140981": ["原平县"], "140581": ["高平县"], "140404": ["长治县"],
    "140405": ["屯留县"], "140406": ["潞城市"], "140403": ["长治市城区", "长治市郊区"], "140215": ["大同县"],
    "360981": ["丰城县"], "530800": ["思茅市", "思茅地区"], "530802": ["翠云区"],
    "533401": ["中甸县"], "530821": ["普洱县"], "540200": ["日喀则地区"], "540300": ["昌都地区"], "540400": ["林芝地区"],
    "540500": ["山南地区"], "540600": ["那曲地区"], "650400": ["吐鲁番地区"], "650500": ["哈密地区"],
    "520500": ["毕节地区"], "520600": ["铜仁地区"], "341500": ["六安地区"], "341600": ["亳州市"], "341700": ["池州地区"],
    "341800": ["宣城地区"], "341200": ["阜阳地区"], "340800": ["安庆地区"], "421000": ["荆沙市", "沙市"], "421100": ["黄冈地区"],
    "421200": ["咸宁地区"], "420900": ["孝感地区"], "430800": ["大庸市"], "430600": ["岳阳地区"],
    "431300": ["娄底地区"], "431200": ["怀化地区"], "431100": ["零陵地区"], "431000": ["郴州地区"], "430900": ["益阳地区"],
    "430700": ["常德地区"], "411700": ["驻马店地区"], "411600": ["周口地区"], "411500": ["信阳地区"], "411400": ["商丘地区"],
    "411300": ["南阳地区"], "411000": ["许昌地区"], "371700": ["菏泽地区"], "371600": ["滨州地区"], "371500": ["聊城地区"],
    "371400": ["德州地区"], "371300": ["临沂地区"], "370900": ["泰安地区"], "371100": ["日照县"],     "370116": ["莱芜市莱城区"], "370117": ["莱芜市钢城区"], "370114": ["章丘市"], "370115": ["济阳县"], "370215": ["即墨市"],
    "370211": ["胶南市"], "370681": ["龙口县", "黄县"], "370685": ["招远县"], "370687": ["海阳县"], "130400": ["邯郸地区"],
    "130500": ["邢台地区"], "131100": ["衡水地区"], "130900": ["沧州地区"], "131000": ["廊坊地区"],     "130109": ["藁城市"], "130110": ["鹿泉市"], "130111": ["栾城县"], "130606": ["保定市北市区", "保定市南市区"],
    "320600": ["南通县"], "321300": ["淮阴地区"], "320800": ["淮阴市"], "320803": ["楚州区"], "320500": ["苏州地区"],
    "320505": ["虎丘区"], "320509": ["吴江市"], "320506": ["吴县市", "吴县"], "320213": ["崇安区", "南长区", "北塘区"],
    "320412": ["武进市", "武进县"], "320612": ["通州市"], "320614": ["海门市"], "320115": ["江宁县"], "320116": ["六合县"],
    "320117": ["溧水县"], "320118": ["高淳县"], "330109": ["萧山市"], "330110": ["余杭市"], "330111": ["富阳市"],
    "330112": ["临安市"], "330212": ["鄞县"], "330213": ["奉化市"], "330603": ["绍兴县"],
    "330604": ["上虞市"], "330305": ["洞头县"], "331100": ["丽水地区"], "330800": ["衢县"], "330900": ["舟山地区"],
    "350212": ["同安县"], "350112": ["长乐市"], "350703": ["建阳市"], "350800": ["龙岩地区"],
    "350900": ["宁德地区"], "360700": ["赣州地区"], "360800": ["吉安地区"], "360900": ["宜春地区"], "361000": ["抚州地区"],
    "361100": ["上饶地区"], "440604": ["石湾区"], "440605": ["南海市"], "440606": ["顺德市"], "440607": ["三水市"],
    "440608": ["高明市"], "440113": ["番禺市"], "440114": ["花都市", "花县"], "440117": ["从化市"], "440118": ["增城市"],
    "450100": ["邕宁县"], "451000": ["百色地区"], "451100": ["贺州地区"], "451200": ["河池地区"], "451300": ["柳州地区"],
    "451400": ["南宁地区"], "450900": ["玉林地区"], "511300": ["南充地区"], "511500": ["宜宾地区"], "511600": ["广安地区"],
    "511700": ["达川地区", "达县地区"], "511800": ["雅安地区"], "511900": ["巴中地区"], "512000": ["资阳地区"],
    "511400": ["眉山地区"], "510115": ["温江县"], "510116": ["双流县"], "510117": ["郫县"], "510118": ["新津县"],
    "500155": ["梁平县"], "500156": ["武隆县"], "500154": ["开县"], "500114": ["黔江地区"], "500102": ["涪陵地区"],
    "500101": ["万县", "万县市"], "500119": ["南川市"], "500118": ["永川市"], "500117": ["合川市"], "500116": ["江津市"],
    "520400": ["安顺地区"], "520281": ["盘县"], "530300": ["曲靖地区"], "530400": ["玉溪地区"], "530500": ["保山地区"],
    "530600": ["昭通地区"], "530700": ["丽江地区"], "530900": ["临沧地区"], "610500": ["渭南地区"], "610700": ["汉中地区"],
    "610800": ["榆林地区"], "610900": ["安康地区"], "611000": ["商洛地区"], "610600": ["延安地区"], "610118": ["户县"],
    "610117": ["高陵县"], "610116": ["长安县"], "620600": ["武威地区"], "620700": ["张掖地区"], "620800": ["平凉地区"],
    "620900": ["酒泉地区"], "621000": ["庆阳地区"], "621100": ["定西地区"], "621200": ["陇南地区"], "630200": ["海东地区"],
    "632803": ["冷湖行委", "茫崖行委"], "640300": ["吴忠县"], "640400": ["固原地区"], "640500": ["中卫县"],
    "150400": ["昭乌达盟"], "150500": ["哲里木盟"], "150600": ["伊克昭盟"], "150700": ["呼伦贝尔盟"], "150800": ["巴彦淖尔盟"],
    "150900": ["乌兰察布盟"], "210200": ["旅大市"], "211200": ["铁岭地区"], "211400": ["锦西市"], 
    "220600": ["浑江市"], "220800": ["白城地区"], "231100": ["黑河地区"], "231200": ["绥化地区"],
    "230184": ["五常县"], "310115": ["南汇区", "川沙县"], "310101": ["南市区", "卢湾区"], "310106": ["闸北区"],
    "310151": ["崇明县"], "310120": ["奉贤县"], "310118": ["青浦县"], "310117": ["松江县"], "110101": ["崇文区"],
    "110102": ["宣武区"], "110118": ["密云县"], "110119": ["延庆县"], "110115": ["大兴县"], "110116": ["怀柔县"],
    "120116": ["塘沽区", "汉沽区", "大港区"], "120117": ["宁河县"], "120118": ["静海县"], "120119": ["蓟县"], "120115": ["宝坻县"],
}


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
    rows, used, code_of, numbers = [], set(), {}, {}

    def emit(code, name, short, level, path):
        old = list(dict.fromkeys(FORMER.get(code.ljust(6, "0"), []) if level < 4 else []))
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
            emit(code, name, short_form(name, 3, short), 3, path)
            continue
        name = without_upper_units(name, path)
        if TOWNSHIP_ENDINGS.search(name) and not GENERIC_START.match(name) and parent:
            number = numbers[parent] = numbers.get(parent, 0) + 1
            short = short_form(name, 4, "")
            emit(f"{parent.ljust(6, '0')}{number:03}", name, "" if short in common else short, 4, path)
    return table.write(dictionary / "divisions.tsv", "code\tname\tshort\tlevel\tformer", [
        "Divisions of China, province (1) to township (4). Code: 2, 4, 6 digits as the state numbers them, townships",
        "numbered here within their county (9 digits); the parent is the longest other code that is a prefix.",
        "Derived by scripts/derive-dictionaries from jionlp (Apache 2.0), codes completed from cpca (MIT).",
    ], rows)
