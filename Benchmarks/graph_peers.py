#!/usr/bin/env python3
"""Asks the same graph of other stores, and prints them beside Mailuo's figures.

usage: graph_peers.py FOLDER OURS.json

Plain SQL is SQLite through Python with a table of edges in three orders and a table of things, made for just these
questions, as a careful person would write it; SQL over our file asks the tables of Mailuo's own graph by hand; DuckDB
has the tables of plain SQL; Oxigraph the same N-Triples. Times are medians of processor time in milliseconds, one connection in
one process, with statements as warm as ours. What is not installed is left out and said so."""
import datetime
import json
import os
import pathlib
import platform
import sqlite3
import statistics
import sys
import tempfile
import time

folder = pathlib.Path(sys.argv[1])
questions = json.loads((folder / "questions.json").read_text())
BASE = questions["base"]
TRIPLES = questions["triples"]
CLOSED = questions.get("closure predicate", 0)
SLOW_SHARE = 30  # of a hundred questions, where one takes long


def milliseconds(ask, arguments):
    """Median and 99th percentile over the arguments."""
    ask(arguments[0])
    times = []
    for argument in arguments:
        start = time.process_time()
        ask(argument)
        times.append((time.process_time() - start) * 1000)
    times.sort()
    return statistics.median(times), times[min(len(times) - 1, int(len(times) * .99))]


def loading(load):
    """Triples a CPU second."""
    before = time.process_time()
    load()
    return TRIPLES / (time.process_time() - before)


class PlainSQL:
    name = "SQL over SQLite"

    def __init__(self, path):
        self.file = path
        self.load = loading(self.fill)
        self.size = os.path.getsize(path) / TRIPLES
        self.database = sqlite3.connect(path)

    def fill(self):
        database = sqlite3.connect(self.file)
        database.executescript("""
            PRAGMA journal_mode = off; PRAGMA synchronous = off;
            CREATE TABLE edge (s INTEGER, p INTEGER, o INTEGER, PRIMARY KEY (s, p, o)) WITHOUT ROWID;
            CREATE TABLE node (id INTEGER PRIMARY KEY, type TEXT, name TEXT, founded TEXT, size INTEGER);""")
        rows = (line.rstrip("\n").split(",") for line in open(folder / "edges.csv"))
        database.executemany("INSERT INTO edge VALUES (?, ?, ?)", rows)
        rows = (line.rstrip("\n").split(",") for line in open(folder / "nodes.csv", encoding="utf-8"))
        database.executemany(
            "INSERT INTO node VALUES (?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''))", rows)
        database.executescript("""
            CREATE INDEX edge_osp ON edge (o, s, p); CREATE INDEX edge_pos ON edge (p, o, s);
            CREATE INDEX node_type ON node (type, founded); ANALYZE;""")
        database.commit()

    def all(self, sql, *values):
        return self.database.execute(sql, values).fetchall()

    def relations(self, entity):
        return self.all("""
            SELECT e.p, n.id, n.type, n.name FROM edge AS e JOIN node AS n ON n.id = e.o WHERE e.s = ?1
            UNION ALL
            SELECT e.p, n.id, n.type, n.name FROM edge AS e JOIN node AS n ON n.id = e.s WHERE e.o = ?1""", entity)

    def two_hops(self, entity):
        return self.all("""
            SELECT DISTINCT n.id, n.name FROM edge AS a CROSS JOIN edge AS b ON b.s = a.o
            CROSS JOIN node AS n ON n.id = b.o WHERE a.s = ? AND n.type = ?""", entity, questions["type"])

    def neighbours(self, entity):
        return [row[0] for row in self.all(
            "SELECT o FROM edge WHERE s = ?1 UNION ALL SELECT s FROM edge WHERE o = ?1", entity)]

    def path(self, pair):
        return bidirectional(pair, self.neighbours)

    def star(self, question):
        return self.all("""
            SELECT n.id, n.founded, e.o FROM node AS n CROSS JOIN edge AS e ON e.s = n.id AND e.p = ?
            WHERE n.type = ? AND n.founded >= ? ORDER BY n.founded, n.id, e.o""",
            question[1], question[0], question[2])

    def in_degree(self, _):
        return self.all("SELECT o, count(*) AS n FROM edge GROUP BY o ORDER BY n DESC, o LIMIT 10")

    def closure(self, entity):
        return self.all("""
            WITH RECURSIVE reached (o) AS (
              SELECT o FROM edge WHERE s = ?1 AND p = ?2
              UNION SELECT edge.o FROM reached CROSS JOIN edge ON edge.s = reached.o AND edge.p = ?2)
            SELECT count(*) FROM reached""", entity, CLOSED)


class OurFile:
    """The questions that Mailuo translates into SQL, written by hand over the same file."""

    name = "SQL over our file"

    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.database.executescript("PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824")
        self.predicates = [self.row("p/", f"p{number}") for number in range(20)]

    def row(self, namespace, local):
        return self.all("""
            SELECT t.id FROM namespace AS n JOIN term AS t ON t.kind = n.id WHERE n.form = 1 AND n.text = ?
            AND t.value = ?""", BASE + namespace, local)[0][0]

    def all(self, sql, *values):
        return self.database.execute(sql, values).fetchall()

    def star(self, question):
        return self.all("""
            SELECT n.text || i.value AS name, d.value, t.o FROM triple AS c
            CROSS JOIN triple AS f ON f.s = c.s AND f.p = ? CROSS JOIN term AS d ON d.id = f.o AND d.value >= ?
            CROSS JOIN triple AS t ON t.s = c.s AND t.p = ?
            CROSS JOIN term AS i ON i.id = c.s CROSS JOIN namespace AS n ON n.id = i.kind
            WHERE c.p = 1 AND c.o = ? ORDER BY d.value, name, t.o""",
            self.row("p/", "founded"), question[2], self.predicates[question[1]], self.row("class/", question[0]))

    def in_degree(self, _):
        marks = ", ".join(map(str, self.predicates))
        return self.all(f"""
            SELECT o, count(*) AS n FROM triple WHERE p IN ({marks}) GROUP BY o ORDER BY n DESC, o LIMIT 10""")

    def closure(self, entity):
        return self.all("""
            WITH RECURSIVE reached (o) AS (
              SELECT o FROM triple WHERE s = ?1 AND p = ?2
              UNION SELECT triple.o FROM reached CROSS JOIN triple ON triple.s = reached.o AND triple.p = ?2)
            SELECT count(*) FROM reached""", self.row("e/", str(entity)), self.predicates[CLOSED])


class DuckDB:
    name = "DuckDB"

    def __init__(self, path):
        import duckdb

        self.database = duckdb.connect(path)
        self.database.execute("PRAGMA threads = 1")
        self.load = loading(self.fill)
        self.size = os.path.getsize(path) / TRIPLES

    def fill(self):
        self.database.execute(f"""
            CREATE TABLE edge AS SELECT column0 AS s, column1 AS p, column2 AS o
            FROM read_csv('{folder}/edges.csv', header = false);
            CREATE TABLE node AS SELECT column0 AS id, column1 AS type, column2 AS name, column3 AS founded,
            column4 AS size FROM read_csv('{folder}/nodes.csv', header = false);
            CREATE INDEX edge_s ON edge (s); CREATE INDEX edge_o ON edge (o); CREATE INDEX node_id ON node (id);
            CHECKPOINT;""")

    def all(self, sql, *values):
        return self.database.execute(sql, values).fetchall()

    def relations(self, entity):
        return self.all("""
            SELECT e.p, n.id, n.type, n.name FROM edge AS e JOIN node AS n ON n.id = e.o WHERE e.s = $1
            UNION ALL
            SELECT e.p, n.id, n.type, n.name FROM edge AS e JOIN node AS n ON n.id = e.s WHERE e.o = $1""", entity)

    def two_hops(self, entity):
        return self.all("""
            SELECT DISTINCT n.id, n.name FROM edge AS a JOIN edge AS b ON b.s = a.o
            JOIN node AS n ON n.id = b.o WHERE a.s = $1 AND n.type = $2""", entity, questions["type"])

    def path(self, pair):
        """Level by level from one end, in joins."""
        start, end = pair
        self.database.execute("CREATE OR REPLACE TEMP TABLE reached AS SELECT $1::BIGINT AS id, 0 AS level", [start])
        for level in range(6):
            self.database.execute(f"""
                INSERT INTO reached SELECT DISTINCT next.id, {level + 1} FROM (
                  SELECT e.o AS id FROM reached AS r JOIN edge AS e ON e.s = r.id WHERE r.level = {level}
                  UNION ALL
                  SELECT e.s FROM reached AS r JOIN edge AS e ON e.o = r.id WHERE r.level = {level}) AS next
                WHERE next.id NOT IN (SELECT id FROM reached)""")
            if self.all("SELECT 1 FROM reached WHERE id = $1", end):
                return level + 1
        return None

    def star(self, question):
        return self.all("""
            SELECT n.id, n.founded, e.o FROM node AS n JOIN edge AS e ON e.s = n.id
            WHERE e.p = $1 AND n.type = $2 AND n.founded >= $3::DATE ORDER BY n.founded, n.id, e.o""",
            question[1], question[0], question[2])

    def in_degree(self, _):
        return self.all("SELECT o, count(*) AS n FROM edge GROUP BY o ORDER BY n DESC, o LIMIT 10")

    def closure(self, entity):
        return self.all("""
            WITH RECURSIVE reached (o) AS (
              SELECT o FROM edge WHERE s = $1 AND p = $2
              UNION SELECT edge.o FROM reached JOIN edge ON edge.s = reached.o AND edge.p = $2)
            SELECT count(*) FROM reached""", entity, CLOSED)


class Oxigraph:
    name = "Oxigraph"

    def __init__(self, path):
        import pyoxigraph

        self.module = pyoxigraph
        self.store = pyoxigraph.Store(path)
        self.load = loading(self.fill)
        self.size = sum(file.stat().st_size for file in pathlib.Path(path).rglob("*") if file.is_file()) / TRIPLES

    def fill(self):
        self.store.bulk_load(path=str(folder / "graph.nt"), format=self.module.RdfFormat.N_TRIPLES)
        self.store.optimize()

    def all(self, text):
        return list(self.store.query(f"PREFIX e: <{BASE}e/> PREFIX p: <{BASE}p/> PREFIX c: <{BASE}class/> "
                                     "PREFIX schema: <https://schema.org/> " + text))

    def relations(self, entity):
        return self.all(f"""SELECT ?p ?x ?t ?n {{ {{ e:{entity} ?p ?x }} UNION {{ ?x ?p e:{entity} }}
            FILTER(isIRI(?x) && ?p != rdf:type) ?x a ?t OPTIONAL {{ ?x schema:name ?n }} }}"""
            .replace("rdf:type", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"))

    def two_hops(self, entity):
        return self.all(f"SELECT DISTINCT ?x {{ e:{entity} ?p ?y . ?y ?q ?x . ?x a c:{questions['type']} }}")

    def neighbours(self, entity):
        node = self.module.NamedNode(f"{BASE}e/{entity}")
        ends = [quad.object for quad in self.store.quads_for_pattern(node, None, None, None)]
        ends += [quad.subject for quad in self.store.quads_for_pattern(None, None, node, None)]
        start = BASE + "e/"
        return [int(end.value[len(start):]) for end in ends
                if isinstance(end, self.module.NamedNode) and end.value.startswith(start)]

    def path(self, pair):
        return bidirectional(pair, self.neighbours)

    def star(self, question):
        return self.all(f"""SELECT ?s ?d ?o {{ ?s a c:{question[0]} ; p:p{question[1]} ?o ; p:founded ?d
            FILTER(?d >= "{question[2]}"^^<http://www.w3.org/2001/XMLSchema#date>) }} ORDER BY ?d ?s ?o""")

    def in_degree(self, _):
        relations = " ".join(f"p:p{number}" for number in range(20))
        return self.all(f"""SELECT ?o (COUNT(*) AS ?n) {{ VALUES ?p {{ {relations} }} ?s ?p ?o }}
            GROUP BY ?o ORDER BY DESC(?n) ?o LIMIT 10""")

    def closure(self, entity):
        return self.all(f"SELECT (COUNT(*) AS ?n) {{ e:{entity} p:p{CLOSED}+ ?o }}")


def bidirectional(pair, neighbours):
    """Length of a shortest path of up to six steps."""
    sides = [({pair[0]}, {pair[0]}), ({pair[1]}, {pair[1]})]
    if pair[0] == pair[1]:
        return 0
    for length in range(1, 7):
        side = 0 if len(sides[0][0]) <= len(sides[1][0]) else 1
        frontier, seen = sides[side]
        level = set()
        for entity in frontier:
            for other in neighbours(entity):
                if other in sides[1 - side][1]:
                    return length
                if other not in seen:
                    seen.add(other)
                    level.add(other)
        sides[side] = (level, seen)
    return None


def measure(store):
    if isinstance(store, OurFile):
        return {"star join": milliseconds(store.star, questions["stars"])[0],
                "in-degree": milliseconds(store.in_degree, [None])[0],
                "p+": milliseconds(store.closure, questions["closures"])[0]}
    few = max(1, len(questions["paths"]) * SLOW_SHARE // 100)
    median, slow = milliseconds(store.path, questions["paths"][:few])
    return {
        "relations": milliseconds(store.relations, questions["relations"])[0],
        "two hops": milliseconds(store.two_hops, questions["two hops"])[0],
        "shortest path": median, "shortest path, 99 %": slow,
        "star join": milliseconds(store.star, questions["stars"])[0],
        "in-degree": milliseconds(store.in_degree, [None])[0],
        "p+": milliseconds(store.closure, questions["closures"])[0],
        "load, triples a CPU second": store.load, "bytes a triple": store.size,
    }


def show(columns):
    rows = list(columns[0][1])
    names = [name for name, _ in columns]
    print("| | " + " | ".join(names) + " |")
    print("|---|" + "---:|" * len(names))
    for row in rows:
        ours = columns[0][1][row]
        cells = []
        for name, figures in columns:
            value = figures.get(row)
            if value is None:
                cells.append("")
                continue
            text = f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
            cells.append(text if name == names[0] else f"{text} (× {float(f'{value / ours:.2g}'):g})")
        print(f"| {row} | " + " | ".join(cells) + " |")


def main():
    columns = [("Mailuo", json.loads(pathlib.Path(sys.argv[2]).read_text()))]
    with tempfile.TemporaryDirectory() as scratch:
        for kind, file in [(OurFile, folder / "graph.sqlite"), (PlainSQL, "plain.sqlite"), (DuckDB, "peer.duckdb"), (Oxigraph, "oxigraph")]:
            try:
                columns.append((kind.name, measure(kind(os.path.join(scratch, file)))))
            except ImportError:
                print(f"{kind.name}: absent")
    print(f"{TRIPLES:,} triples, {questions['entities']:,} entities; {platform.machine()}, {os.cpu_count()} cores, "
          f"{datetime.date.today()}, load {os.getloadavg()[0]:.1f}; milliseconds of processor time, medians; in brackets the ratio to Mailuo\n")
    show(columns)


main()
