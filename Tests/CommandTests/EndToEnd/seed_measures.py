"""Compares what `mailuo analyze` printed with networkx on the same graph file.

usage: seed_measures.py GRAPH FOLDER; FOLDER holds MEASURE.json of each measure."""

import json
import sqlite3
import sys

import networkx as nx

graph_file, folder = sys.argv[1:]
database = sqlite3.connect(graph_file)
nodes = [row[0] for row in database.execute("SELECT id FROM entities")]
links = database.execute(
    "SELECT DISTINCT subject, object FROM relations WHERE object IS NOT NULL AND subject <> object"
).fetchall()
directed = nx.DiGraph()
directed.add_nodes_from(nodes)
directed.add_edges_from(links)
plain = directed.to_undirected()


def rows(measure):
    with open(f"{folder}/{measure}.json", encoding="utf-8") as file:
        return json.load(file)


def column(measure, key):
    return {row["id"]: row[key] for row in rows(measure)}


faults = []


def near(what, ours, theirs, limit=1e-9):
    if set(ours) != set(theirs):
        faults.append(f"{what}: other nodes")
        return
    worst = max(abs(ours[node] - theirs[node]) for node in ours)
    if worst > limit:
        faults.append(f"{what}: {worst}")


near("pagerank", column("pagerank", "pagerank"), nx.pagerank(directed, tol=1e-15, max_iter=1000))
near("betweenness", column("betweenness", "betweenness"), nx.betweenness_centrality(plain))
near("cores", column("cores", "core"), nx.core_number(plain))
near("neighbours", column("degree", "neighbours"), dict(plain.degree()))
near("out", column("degree", "out_degree"), dict(directed.out_degree()))
components = sorted(map(len, nx.connected_components(plain)), reverse=True)
found = column("components", "component")
sizes = {}
for number in found.values():
    sizes[number] = sizes.get(number, 0) + 1
if sorted(sizes.values(), reverse=True) != components:
    faults.append("components")
groups = {}
for node, number in column("communities", "community").items():
    groups.setdefault(number, set()).add(node)
ours = nx.community.modularity(plain, groups.values())
best = max(
    nx.community.modularity(plain, nx.community.louvain_communities(plain, seed=seed))
    for seed in range(10)
)
if ours < 0.99 * best:
    faults.append(f"communities: {ours} against {best}")
print("; ".join(faults) or f"{len(nodes)} nodes, {len(links)} links agree")
sys.exit(1 if faults else 0)
