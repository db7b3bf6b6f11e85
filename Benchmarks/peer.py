#!/usr/bin/env python3
"""Megabytes of text a second that well-known tools of the Python Package Index read, one thread.

usage: peer.py FILE…

jieba and rjieba give words with part-of-speech tags, LAC words with tags and names; daachorse finds the words
of seeds/dictionary/words.tsv. They do less than Mailuo (no names joined, no relations): the ratio is a yardstick
that goes with the machine. What is not installed is left out and said so. Slow tools get less of the text."""
import pathlib
import sys
import time

WORDS = pathlib.Path(__file__).resolve().parent.parent / "seeds/dictionary/words.tsv"
SLOW = 400_000  # bytes for tools below a megabyte a second

text = "".join(open(path, encoding="utf-8").read() for path in sys.argv[1:])


def megabytes(text):
    return len(text.encode("utf-8")) / 1e6


def report(name, unit, share=None, note=""):
    """Best of three runs over all lines, or over the first `share` bytes."""
    sample = text if share is None else text.encode("utf-8")[:share].decode("utf-8", "ignore")
    lines = sample.split("\n")
    unit(lines[0])  # loads the dictionary
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        count = sum(len(unit(line)) for line in lines)
        best = min(best, time.process_time() - start)
    print(f"{name:<44}{megabytes(sample) / best:.2f} MB/s\t{count}{note}", flush=True)


def taggers():
    try:
        import rjieba

        report("rjieba, words and tags", rjieba.tag)
        report("rjieba, words", rjieba.cut)
    except ImportError:
        print("rjieba                                      absent")
    try:
        import jieba
        import jieba.posseg

        jieba.setLogLevel(60)
        report("jieba, words and tags", jieba.posseg.lcut, SLOW)
    except ImportError:
        print("jieba                                       absent")
    try:
        from LAC import LAC

        lac = LAC(mode="lac")
        report("LAC, words, tags and names", lambda line: lac.run(line)[0] if line else [], SLOW)
    except ImportError:
        print("LAC                                         absent")


def scanners():
    try:
        import daachorse
    except ImportError:
        print("daachorse                                   absent")
        return
    rows = [row for row in WORDS.read_text(encoding="utf-8").split("\n") if row and row[0] != "#"]
    words = [row.split("\t")[0] for row in rows[1:]]
    kind = daachorse.CharwiseDoubleArrayAhoCorasick
    note = "\t(most of it for making Python's list)"
    report("daachorse, every word", kind(words).find_overlapping, 4_000_000, note)
    longest = kind(words, daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    report("daachorse, leftmost longest", longest.find, 4_000_000, note)


taggers()
scanners()
