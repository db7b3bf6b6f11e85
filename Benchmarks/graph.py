#!/usr/bin/env python3
"""Writes a graph like one read from news: few entities are spoken of much, most hardly at all.

usage: graph.py FOLDER [ENTITIES]

For ENTITIES things (100,000) it draws five relations, one type and one literal each: relations leave and
reach things by a power law over a random order, predicates and types by Zipf's law. FOLDER gets graph.nt, the
same as edges.csv and nodes.csv for databases that read tables, and questions.json. The same on every machine."""
import json
import pathlib
import sys

import numpy

PREDICATES, TYPES = 20, 12
BASE = "http://graph.example/"
SYLLABLES = "山河石金云清南北东西平安新华长江海天明光瑞祥和兴丰盛达通源永"
BUSINESS = ["集团", "有限公司", "研究院", "中学", "合作社", "投资公司", "管委会", "工会", "医院", "项目"]


def skewed(random, count, exponent, size):
    """`size` draws from 0 ..< count, the r-th most frequent with weight r to the minus `exponent`."""
    weights = numpy.arange(1, count + 1, dtype=float) ** -exponent
    return random.permutation(count)[
        numpy.searchsorted(numpy.cumsum(weights) / weights.sum(), random.random(size))]


def edges(random, entities):
    """Five relations an entity, none to itself, none twice."""
    found = numpy.empty((0, 3), dtype=numpy.int64)
    while len(found) < 5 * entities:
        size = 6 * entities
        drawn = numpy.stack([
            skewed(random, entities, .5, size), skewed(random, PREDICATES, 1, size),
            skewed(random, entities, .75, size)], axis=1)
        found = numpy.unique(numpy.concatenate([found, drawn[drawn[:, 0] != drawn[:, 2]]]), axis=0)
    chosen = random.permutation(len(found))[:5 * entities]
    return found[numpy.sort(chosen)]


def literals(random, entities):
    """One of name, date and number for each entity, two thirds names."""
    kinds = random.choice(3, entities, p=[.6, .25, .15])
    names = random.integers(0, len(SYLLABLES), (entities, 4))
    days = numpy.datetime64("1985-01-01") + random.integers(0, 14_000, entities).astype("timedelta64[D]")
    numbers = (random.pareto(1.2, entities) * 10).astype(numpy.int64)
    for entity in range(entities):
        name = "".join(SYLLABLES[part] for part in names[entity][:2 + entity % 3]) + BUSINESS[entity % 10]
        yield (name, None, None) if kinds[entity] == 0 else (None, str(days[entity]), None) \
            if kinds[entity] == 1 else (None, None, int(numbers[entity]))


def write(folder, entities):
    random = numpy.random.Generator(numpy.random.PCG64(1949))
    relations = edges(random, entities)
    types = skewed(random, TYPES, 1, entities)
    bounds = numpy.searchsorted(relations[:, 0], numpy.arange(entities + 1))
    xsd = "http://www.w3.org/2001/XMLSchema#"
    triples = 0
    with open(folder / "graph.nt", "w", encoding="utf-8") as nt, \
            open(folder / "nodes.csv", "w", encoding="utf-8") as nodes, \
            open(folder / "edges.csv", "w", encoding="utf-8") as table:
        for entity, (name, founded, size) in enumerate(literals(random, entities)):
            subject = f"<{BASE}e/{entity}>"
            lines = [f"{subject} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{BASE}class/C{types[entity]}> ."]
            if name:
                lines.append(f'{subject} <https://schema.org/name> "{name}"@zh .')
            elif founded:
                lines.append(f'{subject} <{BASE}p/founded> "{founded}"^^<{xsd}date> .')
            else:
                lines.append(f'{subject} <{BASE}p/size> "{size}"^^<{xsd}integer> .')
            for _, predicate, target in relations[bounds[entity]:bounds[entity + 1]].tolist():
                lines.append(f"{subject} <{BASE}p/p{predicate}> <{BASE}e/{target}> .")
                table.write(f"{entity},{predicate},{target}\n")
            nt.write("\n".join(lines) + "\n")
            triples += len(lines)
            nodes.write(f"{entity},C{types[entity]},{name or ''},{founded or ''},{'' if size is None else size}\n")
    degrees = numpy.bincount(relations[:, [0, 2]].ravel(), minlength=entities)
    joined = numpy.flatnonzero(degrees)
    frequent = int(numpy.bincount(relations[:, 1]).argmax())
    starts = numpy.unique(relations[relations[:, 1] == frequent, 0])
    questions = {
        "base": BASE, "entities": entities, "triples": triples,
        "relations": random.choice(joined, 1000).tolist(),
        "two hops": random.choice(joined, 300).tolist(), "type": "C3",
        "paths": random.choice(joined, (200, 2)).tolist(),
        "stars": [["C2", 1, "2010-01-01"], ["C3", 0, "2005-06-01"], ["C5", 3, "2000-01-01"]],
        "closure predicate": frequent,
        "closures": far_starts(relations, frequent, random.choice(starts, 40).tolist()),
        "names": sample_names(folder, random),
    }
    (folder / "questions.json").write_text(json.dumps(questions, ensure_ascii=False))


def far_starts(relations, predicate, starts):
    """Of the starts those three from which the predicate leads to most things: of others a closure may be one step
    or two."""
    chosen = relations[relations[:, 1] == predicate]
    bounds = numpy.searchsorted(chosen[:, 0], numpy.arange(chosen[:, 0].max() + 3))
    sizes = []
    for start in starts:
        reached, level = {start}, [start]
        while level:
            following = {target for entity in level if entity + 1 < len(bounds)
                         for target in chosen[bounds[entity]:bounds[entity + 1], 2].tolist()}
            level = list(following - reached)
            reached |= following
            if len(reached) > 20_000:
                break
        sizes.append(len(reached))
    return [starts[place] for place in numpy.argsort(-numpy.array(sizes), kind="stable")[:3].tolist()]


def sample_names(folder, random):
    """Three hundred names of the graph."""
    lines = (folder / "nodes.csv").read_text(encoding="utf-8").split("\n")
    names = [fields[2] for fields in (line.split(",") for line in lines if line) if fields[2]]
    return [names[place] for place in random.choice(len(names), 300).tolist()]


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write(target, int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
