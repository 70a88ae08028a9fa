"""Measures the built `decode` beside its peers, in one run: medians of at least five, one after the other in turn.

    make bench LOGS=folder-of-logs CATALOGUE=catalogue.tsv

LOGS holds *.log files, repeated to 256 MB. CATALOGUE has an error a line: slug, area and the line a user sees, parted by TABs; an index of as many
entries is made of it, and the same lines are what the peers search for. Hyperscan is a peer where this Python has the package `hyperscan`; of it, the
search of a text in memory is timed, without starting, compiling and reading. Nothing is asserted: machines differ.
"""

import importlib.util
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 5
SIZE = 256 << 20
TRACE = """Error: listen EADDRINUSE: address already in use :::3000
    at Server.setupListenHandle [as _listen2] (node:net:1872:16)
""" + "".join(f"    at step{n} (/srv/app/node_modules/lib/step.js:{n}:7)\n" for n in range(38))


# What a child of this process runs: the seconds that a search takes, on standard output.
HYPERSCAN = """
import re, sys, time, hyperscan
lines = [line for line in open(sys.argv[1], "rb").read().split(b"\\n") if line]
database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
database.compile(expressions=[re.escape(line) for line in lines], ids=list(range(len(lines))), flags=[hyperscan.HS_FLAG_CASELESS] * len(lines))
text = open(sys.argv[2], "rb").read()
start = time.perf_counter()
database.scan(text, match_event_handler=lambda *match: None)
print(time.perf_counter() - start)
"""


def signature(line):
    """A line as a signature without holes; a single word stands alone on its line."""
    text = line.strip().replace("{", "{{").replace("}", "}}")
    if not any(character in text for character in " \t([{:'\""):
        return f"^{text}$"
    if text.startswith("^"):
        text = "{^}" + text[1:]
    return text[:-1] + "{$}" if text.endswith("$") else text


def index(rows):
    entries = [
        {
            "slug": slug, "area": area, "url": f"errors/{slug}/", "title": line[:60], "code": None, "aliases": [], "condition": None,
            "role": "cause", "summary": line, "signatures": [{"match": signature(line), "weight": len(line.replace(" ", ""))}],
            "steps": [], "faq": [], "examples": {}, "types": {},
        }
        for slug, area, line in sorted(rows)
    ]
    return json.dumps({"schema": 1, "site": {"title": "Bench", "url": None, "content": "2026-01-01"}, "entries": entries})


def run(command):
    """Seconds that a command takes whose output goes nowhere; of Hyperscan, those that it prints."""
    start = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return float(done.stdout) if HYPERSCAN in command else time.perf_counter() - start


def peak(command):
    """Peak memory in MB, as GNU time tells it; a child of this process would be told this process's own."""
    if not os.path.exists("/usr/bin/time"):
        return "-"
    done = subprocess.run(["/usr/bin/time", "-f", "%M"] + command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return str(int(done.stderr.split()[-1]) // 1024)


def compare(title, commands, runs=RUNS):
    """Runs all commands in turn, several times; each is compared with the first."""
    times = {name: [] for name, _ in commands}
    for _ in range(runs):
        for name, command in commands:
            times[name].append(run(command))
    first = statistics.median(times[commands[0][0]])
    print(f"\n{title}")
    for name, command in commands:
        median = statistics.median(times[name])
        shown = " ".join(command if HYPERSCAN not in command else ["hyperscan", *command[-2:]])
        print(f"  {name:<24} {median * 1000:9.1f} ms  {first / median:5.2f} x  {peak(command):>6} MB   {shown}")


def main():
    decode, logs, catalogue = sys.argv[1:4]
    rows = [line.rstrip("\n").split("\t") for line in open(catalogue, encoding="utf-8") if not line.startswith("#")]
    rows = [row for row in rows if len(row) == 3]
    texts = [open(os.path.join(logs, name), "rb").read() for name in sorted(os.listdir(logs)) if name.endswith(".log")]
    if not rows or not texts:
        sys.exit("bench: no line in the catalogue, or no *.log in the folder")
    folder = tempfile.mkdtemp()
    try:
        path = lambda name: os.path.join(folder, name)
        with open(path("big.log"), "wb") as file:
            part = b"".join(texts)
            for _ in range(SIZE // len(part) + 1):
                file.write(part)
        open(path("literals.txt"), "w", encoding="utf-8").write("".join(row[2] + "\n" for row in rows))
        open(path("index.json"), "w", encoding="utf-8").write(index(rows))
        many = [(f"{slug}-{n}", area, f"{line} case {n}") for n in range(10_000 // len(rows) + 1) for slug, area, line in rows]
        open(path("many.json"), "w", encoding="utf-8").write(index(many[:10_000]))
        open(path("trace.txt"), "w", encoding="utf-8").write(TRACE)
        one = lambda command: ["taskset", "-c", "0"] + command if shutil.which("taskset") else command
        scan = [decode, "--index", path("index.json"), "--format", "json", "-f", path("big.log")]
        peers = [("rg, one thread", ["rg", "-j1", "-F", "-i", "-c", "-f", path("literals.txt"), path("big.log")])]
        if not shutil.which("rg"):
            print("NOT RUN: rg (install ripgrep)")
            peers = []
        if importlib.util.find_spec("hyperscan"):
            peers.append(("Hyperscan, block mode", [sys.executable, "-c", HYPERSCAN, path("literals.txt"), path("big.log")]))
        else:
            print("NOT RUN: Hyperscan (install the package hyperscan for this Python, or name another: make bench PYTHON=…)")
        compare(
            f"{len(rows)} errors in a log of {os.path.getsize(path('big.log')) >> 20} MB",
            [(name, one(command)) for name, command in peers] + [("decode, one core", one(scan)), (f"decode, {os.cpu_count()} cores", scan)])
        compare(
            "a trace of 40 lines, whole process",
            ([("rg --version", ["rg", "--version"])] if shutil.which("rg") else [])
            + [("decode, built-in index", [decode, "-f", path("trace.txt")]),
               ("decode, index.json", [decode, "--index", path("index.json"), "-f", path("trace.txt")]),
               ("decode, 10,000 as JSON", [decode, "--index", path("many.json"), "-f", path("trace.txt")])], runs=15)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
