"""Opens every page that docs/metadata.yaml adds to Datasette: DATASETTE GRAPH METADATA as arguments."""

import json
import subprocess
import sys
import urllib.parse

import yaml

datasette, graph, metadata = sys.argv[1:]
values = json.load(sys.stdin)
described = yaml.safe_load(open(metadata, encoding="utf-8"))["databases"]["graph"]


def get(path):
    run = subprocess.run(
        [datasette, graph, "--metadata", metadata, "--get", path], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{path}: {run.stderr[-300:]}")
        sys.exit(1)
    return run.stdout


front = get("/graph")
for name, query in described["queries"].items():
    asked = urllib.parse.urlencode({"_shape": "array", **values})
    rows = json.loads(get(f"/graph/{name}.json?{asked}"))
    if query["title"] not in front or not rows:
        print(f"{name}: no rows, or not on the front page")
        sys.exit(1)
for view in described["tables"]:
    json.loads(get(f"/graph/{view}.json?_shape=array"))
print(f"{len(described['queries'])} queries")
