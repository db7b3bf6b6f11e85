"""Annotated pages rewritten in traditional characters, their annotation with them.

OpenCC (https://github.com/BYVoid/OpenCC, Apache 2.0) from the Python Package Index converts; offsets stay as they
are, because what does not keep its length is left in simplified characters."""
import json
import re

CONFIGURATIONS = ["s2t", "s2tw"]


def converter(configuration):
    """A function from simplified to traditional text of the same length, or None without OpenCC."""
    try:
        import opencc
    except ImportError:
        return None
    convert = opencc.OpenCC(configuration).convert

    def same_length(text):
        whole = convert(text)
        if len(whole) == len(text):
            return whole
        pieces = re.split(r"(?<=[，。；、\n])", text)
        if len(pieces) == 1:
            return text
        return "".join(same_length(piece) for piece in pieces)

    return same_length


def write(source, target, convert):
    """Writes the pages of the folder `source` into the folder `target`, converted."""
    target.mkdir(parents=True)
    for page in sorted(source.glob("*.txt")):
        text = page.read_bytes().decode("utf-8")
        converted = convert(text)
        (target / page.name).write_bytes(converted.encode("utf-8"))
        for kind in ["mentions", "entities", "relations", "tolerated"]:
            annotation = source / f"{page.stem}.{kind}.jsonl"
            if annotation.exists():
                rows = [json.loads(line) for line in annotation.read_text("utf-8").splitlines() if line]
                with open(target / annotation.name, "w", encoding="utf-8") as file:
                    for row in rows:
                        row = rewritten(row, convert)
                        if "start" in row:
                            row["text"] = converted[row["start"]:row["end"]]
                        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def rewritten(value, convert):
    """All texts of a record converted; its keys and ids are ASCII and stay."""
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, list):
        return [rewritten(item, convert) for item in value]
    if isinstance(value, dict):
        return {key: rewritten(item, convert) for key, item in value.items()}
    return value
