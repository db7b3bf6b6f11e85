"""The same measures from networkx and igraph: a graph as JSON on standard input, values on output."""

import json
import random
import sys

import igraph
import networkx as nx

given = json.load(sys.stdin)
random.seed(1)  # igraph draws from it: the same communities in every run
nodes = range(given["nodes"])
links = [(s, t, w) for s, t, w in given["links"] if s != t]


def graph(kind, weighted):
    result = kind()
    result.add_nodes_from(nodes)
    for source, target, weight in links:
        if weighted and result.has_edge(source, target):
            result[source][target]["weight"] += weight
        else:
            result.add_edge(source, target, weight=weight if weighted else 1)
    return result


def listed(values):
    return [values[node] for node in nodes]


def numbered(groups):
    groups = sorted(map(sorted, groups), key=lambda group: (-len(group), group[0]))
    labels = {node: number for number, group in enumerate(groups) for node in group}
    return listed(labels)


plain, directed = graph(nx.Graph, False), graph(nx.DiGraph, False)
weighted, weighted_directed = graph(nx.Graph, True), graph(nx.DiGraph, True)
options = dict(tol=1e-15, max_iter=1000)
lengths = {}
for source, reached in nx.all_pairs_shortest_path_length(plain):
    for target, length in reached.items():
        if source != target:
            lengths[length] = lengths.get(length, 0) + 1

peer = igraph.Graph(n=len(nodes), edges=list(plain.edges()))
modularities = [
    nx.community.modularity(plain, nx.community.louvain_communities(plain, seed=seed), weight=None)
    for seed in range(given["communities"])
] + [
    peer.community_leiden(objective_function="modularity", n_iterations=-1).modularity
    for seed in range(given["communities"])
]

json.dump(
    {
        "pagerank": listed(nx.pagerank(directed, weight=None, **options)),
        "pagerank undirected": listed(nx.pagerank(plain, weight=None, **options)),
        "pagerank weighted": listed(nx.pagerank(weighted_directed, weight="weight", **options)),
        "betweenness": listed(nx.betweenness_centrality(plain)),
        "betweenness directed": listed(nx.betweenness_centrality(directed)),
        "betweenness igraph": [
            value * 2 / ((len(nodes) - 1) * (len(nodes) - 2)) for value in peer.betweenness()
        ],
        "cores": listed(nx.core_number(plain)),
        "weak": numbered(nx.connected_components(plain)),
        "strong": numbered(nx.strongly_connected_components(directed)),
        "degrees": listed(dict(plain.degree())),
        "in": listed(dict(directed.in_degree())),
        "out": listed(dict(directed.out_degree())),
        "strengths": listed(dict(weighted_directed.degree(weight="weight"))),
        "lengths": [lengths.get(length, 0) for length in range(max(lengths, default=0) + 1)],
        "modularity of labels": nx.community.modularity(
            plain,
            [[node for node in nodes if given["labels"][node] == label]
             for label in sorted(set(given["labels"]))],
            weight=None),
        "modularity": max(modularities) if modularities else 0,
    },
    sys.stdout,
)
