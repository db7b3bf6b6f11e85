#!/usr/bin/env python3
"""Megabytes of text a second that well-known word segmenters with part-of-speech tags read, one core.

usage: peer.py FILE…     needs jieba and rjieba from the Python Package Index

They do less than Mailuo (words and tags, no names joined, no relations): the ratio is a yardstick that goes
with the machine, not a race."""
import sys
import time

text = "".join(open(path, encoding="utf-8").read() for path in sys.argv[1:])
lines = text.split("\n")
megabytes = len(text.encode("utf-8")) / 1e6


def report(name, tag):
    tag(lines[0])  # loads the dictionary
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        count = sum(len(tag(line)) for line in lines)
        best = min(best, time.process_time() - start)
    print(f"{name}\t{megabytes / best:.2f} MB/s\t{count}")


try:
    import jieba.posseg

    jieba.setLogLevel(60)
    report("jieba (Python)", lambda line: jieba.posseg.lcut(line))
except ImportError:
    print("jieba\tnot installed")
try:
    import rjieba

    report("rjieba (Rust)", lambda line: rjieba.tag(line))
except ImportError:
    print("rjieba\tnot installed")
