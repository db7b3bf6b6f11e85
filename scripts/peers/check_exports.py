#!/usr/bin/env python3
"""Reads an export with a well-known program and compares what it found with the graph's own views.

usage: check_exports.py GRAPH.sqlite ONTOLOGY.yaml CHECK=FILE[,FILE]…

CHECK is a function below without `check_`. Prints a line for each: `ok …` with counts, `differs …`
with what does, or `skipped …` where a Python package is missing; exits 1 if something differs.
"""
import csv
import json
import re
import sqlite3
import sys

MAILUO = "https://w3id.org/mailuo/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SKOS_ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
PROV = "http://www.w3.org/ns/prov#"


class Graph:
    """The graph as its documented views tell it."""

    def __init__(self, path, ontology):
        connection = sqlite3.connect(path)
        connection.row_factory = sqlite3.Row
        self.entities = {r["id"]: r for r in connection.execute("SELECT * FROM entities")}
        self.aliases = list(connection.execute("SELECT entity, alias FROM aliases"))
        self.relations = {r["statement"]: r for r in connection.execute("SELECT * FROM relations")}
        self.links = {k: r for k, r in self.relations.items() if r["object"] is not None}
        self.evidence = list(connection.execute("SELECT * FROM evidence"))
        self.qualifiers = list(connection.execute("SELECT * FROM qualifiers"))
        self.mentions = list(connection.execute("SELECT * FROM mentions"))
        self.articles = list(connection.execute("SELECT * FROM articles"))
        import yaml

        with open(ontology, encoding="utf-8") as file:
            words = yaml.safe_load(file)
        self.type_iris = {t["name"]: t["iri"] for t in words["types"]}
        self.predicate_iris = {p["name"]: p["iri"] for p in words["predicates"]}

    def triples(self):
        """Subject, predicate, object of all that is said; objects are (is_iri, text)."""
        found = set()
        for id, r in self.entities.items():
            subject = iri("entity", id)
            type_iri = self.type_iris.get(r["type"], MAILUO + "type#" + r["type"])
            found.add((subject, RDF + "type", (True, type_iri)))
            found.add((subject, RDFS_LABEL, (False, r["name"])))
            if r["distinction"] is not None:
                found.add((subject, MAILUO + "ns#distinction", (False, r["distinction"])))
        for r in self.aliases:
            found.add((iri("entity", r["entity"]), SKOS_ALT, (False, r["alias"])))
        for r in self.relations.values():
            found.add(self.triple(r))
        return found

    def triple(self, r):
        predicate = self.predicate_iris.get(r["predicate"], MAILUO + "ns#" + r["predicate"])
        is_link = r["object"] is not None
        object = (True, iri("entity", r["object"])) if is_link else (False, r["value"])
        return (iri("entity", r["subject"]), predicate, object)


def iri(kind, id):
    """Ids inside IRIs, percent-coded where an IRI must not hold them."""
    coded = re.sub(
        "[\x00-\x20\x7f-\x9f<>\"{}|^`\\\\%#?/\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]",
        lambda m: "".join("%%%02X" % b for b in m.group().encode()), id)
    return MAILUO + kind + "/" + coded


def xml_text(text):
    """What XML 1.0 can hold of a text."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def same(name, ours, theirs):
    if ours == theirs:
        return
    if isinstance(ours, (set, dict)):
        left = sorted(map(repr, set(ours) - set(theirs)))[:3]
        right = sorted(map(repr, set(theirs) - set(ours)))[:3]
        sys.exit(f"{name} differ: only ours {left}, only theirs {right}")
    sys.exit(f"{name} differ: ours {ours!r}, theirs {theirs!r}")


# --- networks ---------------------------------------------------------------------------------


def check_gexf(graph, path):
    import networkx
    from lxml import etree

    network = networkx.read_gexf(path)
    same("nodes", {k: xml_text(r["name"]) for k, r in graph.entities.items()},
         {k: d["label"] for k, d in network.nodes(data=True)})
    same("types", {k: r["type"] for k, r in graph.entities.items()},
         {k: d["type"] for k, d in network.nodes(data=True)})
    root = etree.parse(path).getroot()
    space = {"g": "http://gexf.net/1.3"}
    edges = {e.get("id"): e for e in root.findall(".//g:edge", space)}
    same("edges", {k: (r["subject"], r["object"]) for k, r in graph.links.items()},
         {k: (e.get("source"), e.get("target")) for k, e in edges.items()})
    same("number of edges", len(graph.links), network.number_of_edges())
    for key, edge in edges.items():
        for name in ("start", "end"):
            if edge.get(name) and not re.fullmatch(r"\d{4}-\d\d-\d\d", edge.get(name)):
                sys.exit(f"{key}: {name} {edge.get(name)}")
    dated = sum(1 for e in edges.values() if e.get("start") or e.get("end"))
    return f"{len(network)} nodes, {len(edges)} edges, {dated} with days"


def check_graphml(graph, path):
    import networkx

    network = networkx.read_graphml(path, force_multigraph=True)
    same("nodes", {k: xml_text(r["name"]) for k, r in graph.entities.items()},
         {k: d["label"] for k, d in network.nodes(data=True)})
    theirs = {key: (s, o, d["predicate"], d.get("qualifier.role"), d["weight"])
              for s, o, key, d in network.edges(keys=True, data=True)}
    same("edges", {k: (r["subject"], r["object"], r["predicate"],
                       role(r["role"]), r["evidence"])
                   for k, r in graph.links.items()}, theirs)
    return f"{len(network)} nodes, {network.number_of_edges()} edges"


def role(value):
    """A qualifier of several values is a JSON array in the view and joined in the export."""
    if value is None or not value.startswith("["):
        return None if value is None else xml_text(value)
    try:
        return xml_text("、".join(json.loads(value)))
    except ValueError:
        return xml_text(value)


def check_igraph(graph, path):
    import igraph

    network = igraph.Graph.Read_GraphML(path)
    same("nodes", {k: xml_text(r["name"]) for k, r in graph.entities.items()},
         dict(zip(network.vs["id"], network.vs["label"])))
    names = network.vs["id"]
    same("edges", sorted((r["subject"], r["object"]) for r in graph.links.values()),
         sorted((names[e.source], names[e.target]) for e in network.es))
    return f"{network.vcount()} nodes, {network.ecount()} edges"


# --- RDF --------------------------------------------------------------------------------------


def oxigraph(path, form):
    import pyoxigraph

    forms = {"nt": pyoxigraph.RdfFormat.N_TRIPLES, "nq": pyoxigraph.RdfFormat.N_QUADS,
             "ttl": pyoxigraph.RdfFormat.TURTLE, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
    return list(pyoxigraph.parse(path=path, format=forms[form]))


def plain(term):
    import pyoxigraph

    if isinstance(term, pyoxigraph.Literal):
        return (False, term.value)
    return (True, term.value)


def check_oxigraph(graph, path):
    quads = oxigraph(path, path.rsplit(".", 1)[1])
    default = [q for q in quads if q.graph_name.__class__.__name__ == "DefaultGraph"]
    same("triples", graph.triples(),
         {(q.subject.value, q.predicate.value, plain(q.object)) for q in default})
    same("number of triples", len(graph.triples()), len(default))
    return f"{len(default)} triples, {len(quads) - len(default)} in named graphs"


def check_documents(graph, path):
    """N-Quads: each document's graph holds the statements read in it."""
    ours = {(iri("document", r["document"]),) + graph.triple(graph.relations[r["statement"]])
            for r in graph.evidence}
    theirs = {(q.graph_name.value, q.subject.value, q.predicate.value, plain(q.object))
              for q in oxigraph(path, "nq") if q.graph_name.__class__.__name__ != "DefaultGraph"}
    same("quads", ours, theirs)
    return f"{len(theirs)} quads"


def check_annotations(graph, path):
    """RDF 1.2: every statement reifies its triple and has its qualifiers and evidence."""
    import pyoxigraph

    default = [q for q in oxigraph(path, path.rsplit(".", 1)[1])
               if q.graph_name.__class__.__name__ == "DefaultGraph"]
    theirs = {}
    for q in default:
        if q.predicate.value == RDF + "reifies":
            t = q.object
            theirs[q.subject.value] = (t.subject.value, t.predicate.value, plain(t.object))
    same("reified", {MAILUO + "statement/" + k: graph.triple(r)
                     for k, r in graph.relations.items()}, theirs)
    return qualifiers_and_evidence(graph, [
        (q.subject.value, q.predicate.value, plain(q.object)) for q in default
        if not isinstance(q.object, pyoxigraph.Triple)])


def check_reification(graph, path):
    """RDF 1.1, read by rdflib: the same with rdf:Statement."""
    import rdflib

    found = rdflib.Dataset()
    form = {"nt": "nt", "ttl": "turtle", "nq": "nquads", "jsonld": "json-ld"}
    found.parse(path, format=form[path.rsplit(".", 1)[1]])
    triples = {(str(s), str(p), (not isinstance(o, rdflib.Literal), str(o)))
               for s, p, o, _ in found.quads((None, None, None, None))}
    parts = {}
    for s, p, o in triples:
        if p in (RDF + "subject", RDF + "predicate", RDF + "object"):
            parts.setdefault(s, {})[p] = o
    same("reified", {MAILUO + "statement/" + k: graph.triple(r)
                     for k, r in graph.relations.items()},
         {k: (v[RDF + "subject"][1], v[RDF + "predicate"][1], v[RDF + "object"])
          for k, v in parts.items()})
    return qualifiers_and_evidence(graph, triples)


def qualifiers_and_evidence(graph, triples):
    triples = set(triples)
    for q in graph.qualifiers:
        predicate = graph.predicate_iris.get(q["name"], MAILUO + "ns#" + q["name"])
        if q["name"] != "number":
            triple = (MAILUO + "statement/" + q["statement"], predicate, (False, q["value"]))
            if triple not in triples:
                sys.exit(f"missing qualifier {triple}")
    evidence = {o[1] for s, p, o in triples if p == PROV + "wasDerivedFrom"}
    same("number of evidence", len(graph.evidence), len(evidence))
    sentences = {(s, o[1]) for s, p, o in triples if p == MAILUO + "ns#sentence"}
    same("evidence with a sentence", evidence, {s for s, _ in sentences})
    same("sentences", {r["sentence"] for r in graph.evidence}, {t for _, t in sentences})
    return f"{len(triples)} triples, {len(evidence)} evidence"


def check_rdflib(graph, path):
    import rdflib

    found = rdflib.Graph()
    form = {"nt": "nt", "ttl": "turtle", "jsonld": "json-ld"}[path.rsplit(".", 1)[1]]
    found.parse(path, format=form)
    same("triples", graph.triples(),
         {(str(s), str(p), (not isinstance(o, rdflib.Literal), str(o))) for s, p, o in found})
    return f"{len(found)} triples"


def check_pyld(graph, path):
    from pyld import jsonld

    with open(path, encoding="utf-8") as file:
        dataset = jsonld.to_rdf(json.load(file))
    triples = {(t["subject"]["value"], t["predicate"]["value"],
                (t["object"]["type"] != "literal", t["object"]["value"]))
               for t in dataset["@default"]}
    same("triples", graph.triples(), triples)
    return f"{len(triples)} triples"


# --- tables -----------------------------------------------------------------------------------


def frame(path):
    import pandas

    separator = "\t" if path.endswith("tsv") else ","
    return pandas.read_csv(path, sep=separator, dtype=str, keep_default_na=False,
                           encoding="utf-8")


def check_gephi(graph, nodes_path, edges_path):
    nodes, edges = frame(nodes_path), frame(edges_path)
    same("first columns", ["Id", "Label"], list(nodes.columns[:2]))
    same("edge columns", ["Id", "Source", "Target", "Type"], list(edges.columns[:4]))
    same("nodes", {k: r["name"] for k, r in graph.entities.items()},
         dict(zip(nodes["Id"], nodes["Label"])))
    same("edges", {k: (r["subject"], r["object"], r["predicate"], str(r["evidence"]))
                   for k, r in graph.links.items()},
         {r["Id"]: (r["Source"], r["Target"], r["Kind"], r["Weight"])
          for _, r in edges.iterrows()})
    if not set(edges["Type"]) <= {"Directed", "Undirected"}:
        sys.exit(f"types {set(edges['Type'])}")
    return f"{len(nodes)} nodes, {len(edges)} edges"


def check_neo4j(graph, nodes_path, edges_path):
    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            reader = csv.reader(file, delimiter="\t" if path.endswith("tsv") else ",",
                                doublequote=True, strict=True)
            header, *rest = list(reader)
        for field in header:
            if not re.fullmatch(
                    r":(ID|LABEL|START_ID|END_ID|TYPE)|\w+(:(ID|int|long|double|boolean|string)"
                    r"(\[\])?)?", field):
                sys.exit(f"{path}: heading {field!r}")
        return header, [dict(zip(header, row, strict=True)) for row in rest]

    _, nodes = rows(nodes_path)
    _, edges = rows(edges_path)
    own = {n["id:ID"]: n for n in nodes}
    same("ids are given once", len(nodes), len(own))
    same("nodes", {k: r["name"] for k, r in graph.entities.items()},
         {k: n["name"] for k, n in own.items() if n[":LABEL"].startswith("Entity;")})
    same("values", {k: r["value"] for k, r in graph.relations.items() if r["object"] is None},
         {k: n["name"] for k, n in own.items() if n[":LABEL"] == "Value"})
    same("edges", set(graph.relations), {e["statement"] for e in edges})
    for edge in edges:
        for end in (":START_ID", ":END_ID"):
            if edge[end] not in own:
                sys.exit(f"{edge['statement']}: no node {edge[end]}")
        float(edge["score:double"]), int(edge["evidence:int"])
        if edge.get("number:double"):
            float(edge["number:double"])
    return f"{len(nodes)} nodes, {len(edges)} edges"


def check_statements(graph, path):
    """The one table of statements; TSV escapes instead of quoting."""
    if path.endswith("csv"):
        table = frame(path).to_dict("records")
    else:
        unescape = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
        with open(path, encoding="utf-8", newline="") as file:
            header, *lines = file.read()[:-1].split("\n")
        table = [dict(zip(header.split("\t"),
                          [re.sub(r"\\(.)", lambda m: unescape[m[1]], f)
                           for f in line.split("\t")], strict=True)) for line in lines]
    same("rows", {k: (r["subject_name"], r["predicate"], r["object_name"] or r["value"])
                  for k, r in graph.relations.items()},
         {r["statement"]: (r["subject"], r["predicate"], r["object"]) for r in table})
    return f"{len(table)} rows"


# --- records ----------------------------------------------------------------------------------


def check_jsonl(graph, path):
    import pandas

    kinds = {}
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            kinds.setdefault(json.loads(line)["kind"], []).append(json.loads(line))
    same("entities", {k: r["name"] for k, r in graph.entities.items()},
         {e["id"]: e["name"] for e in kinds.get("entity", [])})
    same("statements", len(graph.evidence), len(kinds.get("statement", [])))
    same("mentions", len(graph.mentions), len(kinds.get("mention", [])))
    same("pandas", sum(map(len, kinds.values())), len(pandas.read_json(path, lines=True)))
    return ", ".join(f"{len(v)} {k}" for k, v in sorted(kinds.items()))


def check_ftm(graph, path):
    from collections import Counter

    from followthemoney import model
    from followthemoney.types import registry

    proxies = {}
    counts = Counter()
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            data = json.loads(line)
            proxy = model.get_proxy(data, cleaned=False)
            schema = model.get(data["schema"])
            if schema is None or schema.abstract:
                sys.exit(f"no schema {data['schema']}")
            for name, values in data["properties"].items():
                if name not in schema.properties:
                    sys.exit(f"{data['schema']} has no {name}")
                for value in values:
                    if schema.get(name).type in (registry.date, registry.entity, registry.number):
                        if not schema.get(name).type.validate(value):
                            sys.exit(f"{data['schema']}.{name}: {value!r}")
            schema.validate(data)
            if proxy.id in proxies:
                sys.exit(f"{proxy.id} twice")
            proxies[proxy.id] = proxy
            counts[data["schema"]] += 1
    for proxy in proxies.values():
        for prop, value in proxy.itervalues():
            if prop.type is registry.entity:
                if value not in proxies:
                    sys.exit(f"{proxy.id}.{prop.name}: nothing is {value}")
                if not proxies[value].schema.is_a(prop.range):
                    sys.exit(f"{proxy.id}.{prop.name}: {proxies[value].schema.name} "
                             f"is no {prop.range.name}")
    links = {p.first("recordId"): p for p in proxies.values()
             if p.schema.edge and p.schema.name != "Documentation"}
    if not set(links) <= set(graph.links):
        sys.exit("links of nothing")
    for id, link in links.items():
        if not link.get("proof"):
            sys.exit(f"{id} has no proof")
    same("articles", len(graph.articles), counts["Article"])
    things = len(proxies) - len(links) - counts["Article"] - counts["Documentation"]
    same("entities", len(graph.entities), things)
    same("mentioned", len({(m["document"], m["article"], m["entity"]) for m in graph.mentions}),
         counts["Documentation"])
    return ", ".join(f"{n} {s}" for s, n in sorted(counts.items()))


def main():
    graph, ontology, *checks = sys.argv[1:]
    graph = Graph(graph, ontology)
    status = 0
    for check in checks:
        name, files = check.split("=", 1)
        try:
            print("ok", check, globals()["check_" + name](graph, *files.split(",")))
        except ImportError as error:
            print("skipped", check, error)
        except (Exception, SystemExit) as error:
            print("differs", check, type(error).__name__, error)
            status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
