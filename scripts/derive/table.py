"""Writing and reading of the tables: header, heading comments, lines in byte order."""

import pathlib

HEADER = "entry\tgroup\tweight\tnote"


def write(path: pathlib.Path, header: str, heading: list[str], rows) -> int:
    """Writes the rows (sequences of fields) sorted bytewise and without repeats; returns their number."""
    lines = sorted({"\t".join(row) for row in rows}, key=lambda line: line.encode("utf-8"))
    comments = [f"# {line}" for line in heading]
    path.write_text("\n".join([header, *comments, *lines]) + "\n", encoding="utf-8", newline="\n")
    return len(lines)


def read(path: pathlib.Path) -> list[list[str]]:
    """The fields of every line that is neither header nor comment; none when the file is absent."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def chinese(text: str) -> bool:
    """Whether every character is an ideograph or the dot of foreign names."""
    return bool(text) and all(
        "\u3400" <= character <= "\u9fff" or character in "·〇" for character in text)


def weight(value: float) -> str:
    """A weight as printed: two decimals, no minus zero."""
    return f"{value + 0.0:.2f}"
