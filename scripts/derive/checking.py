"""Checks the tables: columns, weights that are numbers, no fact twice, divisions with codes and parents of their own."""

import pathlib
import sys

from . import table


def run(dictionary: pathlib.Path) -> int:
    """Reports every fault of every table at once; returns 1 when there are any."""
    faults, seen = [], {}
    for path in sorted(dictionary.glob("*.tsv")):
        header, *lines = content(path)
        for number, line in lines:
            row = line.split("\t")
            if len(row) != len(header[1].split("\t")):
                faults.append(f"{path}:{number}: {len(header[1].split(chr(9)))} columns expected")
            elif header[1] == table.HEADER:
                faults += generic(f"{path}:{number}", row, seen)
    faults += divisions(dictionary / "divisions.tsv")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def content(path: pathlib.Path) -> list[tuple[int, str]]:
    """Numbered lines that are neither empty nor comments, the header first."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]


def generic(place: str, row: list[str], seen: dict) -> list[str]:
    entry, group, weight, _ = row
    faults = []
    if not entry or entry != entry.strip() or not group:
        faults.append(f"{place}: error: entry or group missing")
    if (entry, group) in seen:
        faults.append(f"{place}: error: {entry} is in {group} already: {seen[entry, group]}")
    seen[entry, group] = place
    try:
        float(weight or 0)
    except ValueError:
        faults.append(f"{place}: error: weight is no number: {weight}")
    return faults


def divisions(path: pathlib.Path) -> list[str]:
    rows = content(path)[1:]
    codes = {}
    faults = []
    for number, line in rows:
        code, _, _, level, _ = line.split("\t")
        if code in codes:
            faults.append(f"{path}:{number}: error: code {code} twice")
        codes[code] = level
    for number, line in rows:
        code, name, _, level, _ = line.split("\t")
        if level != "1" and not any(code[:length] in codes for length in range(2, len(code))):
            faults.append(f"{path}:{number}: error: no parent for {code} {name}")
    return faults
