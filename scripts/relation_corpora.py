"""What statements are called in corpora of relations, and how they are compared.

percent4  person–title–organisation in news: worksFor, memberOf and nativeOf, one triple a post; a statement's
          entities stand under the names printed nearest its passage. The 部 of 外交部长 belongs to body
          and post and is printed once, as is the 市 of 上海市委副书记、市长. A place printed right before a body
          is part of its name there (法国|里昂大学).
duie2     attributes in encyclopedias: the predicates of core_preds.txt that the ontology covers, bodies
          under their fullest printed name. 总部地点 is what the text calls a seat, not where something
          lies or is held; 面积 and 人口数量 are the whole of a place, not of a house or a field; 简称 is a
          name that the text introduces, in brackets or after 简称, and no former one; 祖籍 is not 籍贯 nor
          a 籍 in a post. Who is said to have founded a body is its 创始人, whatever the verb.
aliases   pairs of names for one body: two printed names of one entity."""
import collections
import json
import re

DUIE = ["董事长", "校长", "创始人", "毕业院校", "祖籍", "总部地点", "成立日期", "简称", "注册资本", "面积", "占地面积",
        "人口数量"]
POSTS = {"董事长|董事[局会]主席": "董事长", "校长": "校长", "创[始办立建设]|始创|缔造|奠基|成立|建立|组建|开办|设立": "创始人"}
FIGURES = {"注册资": "注册资本", "占地": "占地面积", "(^|总|土地|国土|域|辖区|幅员)面积": "面积", "人口": "人口数量"}
SEAT = re.compile("总部|总公司|注册地|所在地|地址|住所")
FORMER = re.compile("[原曾]|前身")
NATIVE = re.compile("[祖原本]籍")
OF_PLACES = {"面积", "人口数量"}
ASIDE = "[(（][^()（）]*"
INTRODUCES = re.compile(
    f"{ASIDE}|({ASIDE}[)）])?[^，。]{{0,3}}[，,]?[^，。]{{0,4}}([简全又俗也亦]称|缩写|即)[为是：:“\"\\s]*")


class Extraction:
    """The records of `mailuo extract` by document."""

    def __init__(self, path):
        self.entities, self.mentions = {}, collections.defaultdict(list)
        self.statements = collections.defaultdict(list)
        self.printed = collections.defaultdict(list)
        with open(path, encoding="utf-8") as file:
            for record in map(json.loads, file):
                if record["kind"] == "entity":
                    self.entities[record["id"]] = record
                elif record["kind"] == "mention":
                    self.mentions[record["doc"]].append(record)
                    self.printed[record["doc"], record["entity"]].append(record)
                elif record["kind"] == "statement":
                    self.statements[record["doc"]].append(record)

    def name(self, document, entity, start, end, with_place=False):
        """The printed name of an entity inside the passage, else nearest to it; perhaps with a place right before."""
        def distance(mention):
            if start <= mention["start"] and mention["end"] <= end:
                return 0
            return 1 + min(abs(mention["start"] - start), abs(mention["end"] - end))
        mentions = self.printed.get((document, entity))
        if not mentions:
            return self.entities[entity]["name"]
        nearest = min(mentions, key=distance)
        # 上海文广互动电视有限公司（SiTV）: what brackets add to a name is not the name printed.
        fuller = [m for m in mentions if 0 < nearest["start"] - m["end"] <= 8 and len(m["text"]) > len(nearest["text"])]
        chosen = (fuller or [nearest])[0]
        places = [m["text"] for m in self.mentions[document]
                  if with_place and m["end"] == chosen["start"] and m["type"] == "Place" != chosen["type"]]
        return "".join(places) + chosen["text"]

    def fullest(self, document, entity):
        """The longest printed name of an entity."""
        names = [mention["text"] for mention in self.printed.get((document, entity), [])]
        return max(names, key=len, default=self.entities[entity]["name"])

    def arguments(self, document, statement, with_place=False):
        passage = statement["start"], statement["end"]
        subject = self.name(document, statement["subject"], *passage)
        other = statement["object"]
        return subject, self.name(document, other, *passage, with_place) if other else statement["value"]


def posts(extraction, document, text):
    """percent4: one triple a post, the organisation first."""
    for statement in extraction.statements[document]:
        if statement["predicate"] in ("worksFor", "memberOf", "nativeOf"):
            person, body = extraction.arguments(document, statement, with_place=True)
            for role in filter(None, re.split("[、兼及]", statement["qualifiers"].get("role", ""))):
                shares = len(role) == 2 and role[1] == "长" and body.endswith(role[0])
                is_printed = role[:1] in tuple("省市县区州镇乡") or body + "长" in text
                if shares and is_printed and not re.search(re.escape(body) + "的?" + re.escape(role), text):
                    role = role[1:]
                yield {"s": body, "p": role, "o": person}


def attributes(extraction, document, text):
    """duie2: statements under the corpus's predicates."""
    for statement in extraction.statements[document]:
        subject, other = extraction.arguments(document, statement)
        predicate, qualifiers = statement["predicate"], statement["qualifiers"]
        passage = text[statement["start"]:statement["end"]]
        kind = extraction.entities[statement["subject"]]["type"]
        if kind == "Organization":
            subject = extraction.fullest(document, statement["subject"])
        if predicate == "worksFor":
            other = extraction.fullest(document, statement["object"])
            for pattern, name in POSTS.items():
                if re.search(pattern, qualifiers.get("role", "")) and "副" not in qualifiers["role"]:
                    yield {"s": other, "p": name, "o": subject}
        elif statement["rule"].startswith("located.") and kind == "Organization" and SEAT.search(passage):
            yield {"s": subject, "p": "总部地点", "o": other}
        elif predicate == "metric":
            for pattern, name in FIGURES.items():
                if re.search(pattern, qualifiers.get("name", "")):
                    if name in OF_PLACES and (kind != "Place" or other.endswith(("户", "%"))):
                        break
                    yield {"s": subject, "p": name, "o": other}
                    break
        elif predicate == "nativeOf" and not NATIVE.search(passage):
            continue
        elif predicate in ("foundedOn", "alumniOf", "nativeOf"):
            names = {"foundedOn": "成立日期", "alumniOf": "毕业院校", "nativeOf": "祖籍"}
            yield {"s": subject, "p": names[predicate], "o": other}
    for full, short in aliases(extraction, document):
        if is_introduced(text, full, short):
            yield {"s": full, "p": "简称", "o": short}


def is_introduced(text, full, short):
    """Whether the short name follows the full one, with brackets or 简称 but no 原 between them."""
    between = re.search(f"{re.escape(full)}({INTRODUCES.pattern}){re.escape(short)}", text)
    return bool(between and not FORMER.search(between[1]))


def aliases(extraction, document):
    """Pairs of printed names of one body, the longer first."""
    forms = collections.defaultdict(dict)
    for mention in extraction.mentions[document]:
        if mention["type"] == "Organization":
            forms[mention["entity"]][mention["text"]] = None
    for names in forms.values():
        names = sorted(names, key=len, reverse=True)
        for index, full in enumerate(names):
            yield from ((full, short) for short in names[index + 1:])


def same_body(extraction, document, text):
    """finre: the label 自己 joins two names of one body."""
    for full, short in aliases(extraction, document):
        yield {"s": full, "p": "自己", "o": short}


# corpus, how its triples are made, options of score_re.py
CORPORA = [
    ("percent4.dev", posts, ["--kind", "title", "--merge-title"]),
    ("duie2.train", attributes, ["--norm", "--preds", ",".join(DUIE)]),
    ("finre.train", same_body, ["--norm", "--partial", "--preds", "自己", "--symmetric", "自己"]),
]
