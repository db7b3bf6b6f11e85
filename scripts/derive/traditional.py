"""traditional.tsv: traditional characters that have one simplified form."""

from . import table

# Simplified differently from word to word, so left as they are.
KEEP = {"乾", "瞭", "藉", "著", "覆", "徵"}
ADDED = {"裏": "里", "裡": "里", "後": "后", "衆": "众", "羣": "群", "峯": "峰", "綫": "线", "爲": "为",
         "臺": "台", "檯": "台", "颱": "台", "纔": "才", "啓": "启", "啟": "启", "彙": "汇", "匯": "汇",
         "發": "发", "髮": "发", "麵": "面", "鬥": "斗", "鬱": "郁", "製": "制", "準": "准", "範": "范",
         "穀": "谷", "囘": "回", "姪": "侄", "菸": "烟", "鷄": "鸡", "牀": "床", "說": "说", "説": "说",
         "鍾": "钟", "餘": "余", "於": "于", "麼": "么", "畫": "画", "綠": "绿", "緑": "绿", "產": "产",
         "産": "产", "爭": "争", "淨": "净", "銳": "锐", "稅": "税", "內": "内", "呂": "吕", "吳": "吴",
         "錄": "录", "戶": "户", "黃": "黄", "溫": "温", "強": "强", "鄉": "乡", "鎮": "镇", "縣": "县"}


def derive(sources, dictionary, figures) -> int:
    """jionlp's tra2sim_char.txt without what changes from word to word, completed from OpenCC."""
    pairs = {}
    for line in sources.opencc("TSCharacters.txt").splitlines():
        fields = line.split("\t")
        if len(fields) == 2 and len(fields[0]) == 1 and len(fields[1]) == 1:
            pairs[fields[0]] = fields[1]
    for line in sources.jionlp("tra2sim_char.txt").splitlines():
        fields = line.split("\t")
        if len(fields) == 2 and len(fields[0]) == 1 and len(fields[1]) == 1:
            pairs[fields[0]] = fields[1]
    pairs.update(ADDED)
    rows = [(old, new) for old, new in pairs.items()
            if old != new and old not in KEEP and ord(old) < 0x20000 and ord(new) < 0x20000]
    return table.write(dictionary / "traditional.tsv", "traditional\tsimplified", [
        "Traditional characters with one simplified form, used to match names across both scripts.",
        "Derived by scripts/derive-dictionaries from jionlp and OpenCC (both Apache 2.0); ambiguous ones (乾 著 …)",
        "are left out.",
    ], rows)
