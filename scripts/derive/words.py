"""words.tsv: the general vocabulary with frequency and part of speech."""

import json

from . import table
from .kinds import Kinds

# Words of which jieba counts fewer than this share of newer web text are raised to half of that share.
NEWER_SHARE = 0.5
# … but never above this: the newer text counts some words of advertising far too often.
MOST_RAISED = 2000
LONGEST = 10
# Counts of the source that are plainly wrong.
CORRECTED = {"石首": 60}

# Short names of counties that are everyday words first; all other names of divisions become place names (ns),
# where the source guessed a part of speech.
EVERYDAY = set(
    "合作 资源 比如 南部 平安 解放 东方 六合 新兴 前进 港口 公安 通道 友好 示范区 城中 中方 安定 延长 光明 运河 万年 东风 光泽 "
    "南岸 振兴 会同 城北 兴业 工农 大名 富裕 清水 前锋 复兴 长子 清新 宏伟 平定 芙蓉 洞口 石门 三元 产业园 大方 互助 建平 莲花 "
    "平和 名山 大堂 航空港 桃源 大观 五峰 台前 方城 石棉 丰满 峰峰 双桥 文峰 高台 天涯 紫金 二道 大兴 无为 安居 民权 小店 同心 "
    "平房 太白 灯塔 双流 保税区 海棠 麒麟 来宾 回民 江岸 黑水 鼓楼 湖里 清流 水城 龙口 老城 爱民 民和 天台 天心 天元 铜鼓 市北 "
    "市南 路南 路北 城厢 鸡冠 双城 围场 内乡 天长 东源 盐田 双塔 大足 大竹 集贤 磐石 牧野 船山 轮台 石鼓 海北 锦屏 曲水 修水 "
    "响水 金水 未央 乐业 管理区 三水 大同 二七 新民 民乐 富民 古丈 三台 化州 怀集 正安 安化 平安 长安 永安 和平 新华 红旗 向阳 "
    "友谊 建华 爱民 爱辉 昌平 江北 江东 河东 河西 河北 城关 城区 郊区 矿区 新区 东区 西区 南区 北区 中区 街道 老城区 新城区 城中区 "
    "城东区 城西区 城北区 市中区 回民区 管理区 高新区 经开区 东山 西山 南山 北山 龙湖 西湖 东湖 南湖 金山 金湖 白云 青云 青山 "
    "龙山 龙江 龙泉 凤凰 凤山 凤台 花山 花溪 桃江 桃城 梅江 梅列 兰山 兰溪 松山 松江 松溪 柳林 柳城 杨陵 万山 万里 中山 中原 "
    "中江 临海 临江 江口 江城 江川 河口 河津 海宁 海州 海港 海安 海晏 海丰 安宁 安康 安平 安福 安乡 丰台 丰城 丰顺 福安 福山 福海 "
    "吉安 吉利 长寿 长岭 长顺 永寿 永福 永吉 永和 永兴 永丰 兴隆 兴旺 兴安 兴国 兴平 兴城 康乐 康平 广德 广昌 德兴 德庆 德安 武功 "
    "武威 武乡 文县 礼县 宁静 安静 平阳 平昌 朝阳 太阳 阳光 明光 明山 明水 绿园 花园 果园 农安 林业 石景 石泉 石城 石河 石林 "
    "沙湾 沙河 沙县 沙洋 水口 泉港 泉山 井陉 天山 天河 天宁 天桥 天全 大关 大英 大东 大邑 大宁 大田 大理 小河 上林 上城 下城 上街 "
    "中站 解放区 西固 金川 金台 金口 银海 银州 铁东 铁西 铁锋 铁山 钢城 站前 城子 仙桃 宝山 宝塔 宝清 玉树 玉山 玉泉 珠山 红山 "
    "红桥 红塔 红古 红花 红安 青浦 青羊 青山湖 黄山 黄岩 黄石 黄陵 黄龙 黑山 白水 白山 白塔 白河 白沙 白银".split())
NEVER_PLACE = {"城区", "郊区", "矿区", "街道", "新区", "东区", "西区", "南区", "北区", "中区", "老城区", "新城区"}


def newer_frequencies(sources) -> dict[str, int]:
    lines = sources.jionlp("word_distribution.zip").splitlines()
    return dict(json.loads(line) for line in lines)


def place_names(dictionary) -> tuple[set[str], set[str]]:
    """Full names of divisions, and short names down to the counties, of the table derived before."""
    rows = table.read(dictionary / "divisions.tsv")
    full = {name for _, name, _, _, _ in rows}
    short = {short for _, _, short, level, _ in rows if short and level in "123"}
    return full - NEVER_PLACE, short - EVERYDAY


def derive(sources, dictionary, figures) -> int:
    """jieba's dict.txt; frequencies raised where newer text uses a word far more often."""
    entries = {}
    for line in sources.jieba("dict.txt").splitlines():
        word, frequency, pos = line.split(" ")
        if table.chinese(word) and len(word) <= LONGEST:
            entries[word] = (CORRECTED.get(word, int(frequency)), pos)
    newer = newer_frequencies(sources)
    scale = sum(count for count, _ in entries.values()) / sum(
        count for word, count in newer.items() if word in entries)
    full, short = place_names(dictionary)
    kinds = Kinds(sources, dictionary, figures)
    rows = []
    for word, (frequency, pos) in entries.items():
        if len(word) > 1:
            raised = min(int(newer.get(word, 0) * scale * NEWER_SHARE), MOST_RAISED)
            frequency = max(frequency, raised)
        if word in full or word in short:
            pos = "ns"
        else:
            pos = kinds.pos(word, pos)
        rows.append((word, str(frequency), pos))
    return table.write(dictionary / "words.tsv", "word\tfrequency\tpos", [
        "General words. Derived by scripts/derive-dictionaries from jieba (MIT); frequencies of words grown",
        "more common since then are raised after jionlp (Apache 2.0). Parts of speech as jieba prints them.",
    ], rows)
