"""surnames.tsv: single and compound surnames, weighted by how many people bear them."""

import math

from . import table


def derive(sources, dictionary, figures) -> int:
    """scripts/figures/surname-shares.tsv holds the shares; the weight is their logarithm."""
    rows = []
    for surname, share, note in table.read(figures / "surname-shares.tsv"):
        group = "surname" if len(surname) == 1 else "surname.compound"
        rows.append((surname, group, table.weight(math.log(float(share) / 100)), note))
    return table.write(dictionary / "surnames.tsv", table.HEADER, [
        "Chinese surnames; weight = ln of the share of the population. Shares: scripts/figures/surname-shares.tsv.",
    ], rows)
