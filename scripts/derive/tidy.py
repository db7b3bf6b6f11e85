"""Keeps the tables in order: sorted bytewise, no line twice, weights that are numbers."""

import pathlib
import sys

from . import table


def run(dictionary: pathlib.Path) -> int:
    """Sorts every table in place and reports faults; returns 1 when there are any."""
    faults = []
    for path in sorted(dictionary.glob("*.tsv")):
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        heading = [line[1:].strip() for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        columns = len(header.split("\t"))
        seen = {}
        for row in rows:
            if len(row) != columns:
                faults.append(f"{path}: {columns} columns expected: {row}")
            elif header == table.HEADER:
                faults += check(path, row, seen)
        table.write(path, header, heading, rows)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def check(path: pathlib.Path, row: list[str], seen: dict) -> list[str]:
    entry, group, weight, _ = row
    faults = []
    if not entry or entry != entry.strip() or not group:
        faults.append(f"{path}: entry or group missing: {row}")
    if (entry, group) in seen:
        faults.append(f"{path}: twice in {group}: {entry}")
    seen[entry, group] = weight
    try:
        float(weight or 0)
    except ValueError:
        faults.append(f"{path}: weight is no number: {row}")
    return faults
