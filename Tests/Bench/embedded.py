"""Measures a `decode` that has 10,000 entries built in, beside one that reads them as JSON: medians of fifteen, in turn.

    make bench-embedded CATALOGUE=catalogue.tsv

Takes many minutes and some gigabytes: a copy of the package, with synthetic content made of the catalogue's lines, is built in a folder of its own.
CATALOGUE is that of `make bench`.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import bench

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENTRIES = 10_000
SETTINGS = "title: Bench\nurl: https://example.com/\ndescription: Synthetic entries.\nlanguage: en\n"
BODY = """
## What it looks like

## Why it happens

It is synthetic.

## How to fix it

### Leave it

Nothing is broken.

## Stop it happening again

Do not measure.

## FAQ
"""


def entry(number, line):
    text = f"{line} case {number}"
    front = {
        "title": f"Case {number}", "summary": f"Case {number} of a measurement.", "updated": "2026-01-01",
        "signatures": [{"match": bench.signature(text)}], "samples": [{"text": text, "source": "https://example.com/"}],
        "counterexamples": [{"text": "all is well", "why": "a healthy line"}],
    }
    # A value in JSON is one in YAML.
    return "---\n" + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items()) + "---\n" + BODY


def write_content(folder, lines):
    (folder / "entries/bench").mkdir(parents=True)
    (folder / "benign").mkdir()
    (folder / "benign/healthy.log").write_text("all is well\n")
    (folder / "site.yml").write_text(SETTINGS)
    (folder / "areas.yml").write_text("bench: {title: Bench, summary: Synthetic entries.}\n")
    (folder / "conditions.yml").write_text("")
    for number in range(ENTRIES):
        (folder / f"entries/bench/case-{number}.md").write_text(entry(number, lines[number % len(lines)]), encoding="utf-8")


def built(package, build, lines):
    """The program of a copy of the package whose content is synthetic."""
    package.mkdir()
    shutil.copy(ROOT / "Package.swift", package)
    for name in ("Plugins", "Sources", "Tests", "templates"):
        shutil.copytree(ROOT / name, package / name, symlinks=True)
    write_content(package / "content", lines)
    start = time.perf_counter()
    subprocess.run([*build, "--product", "decode"], cwd=package, check=True)
    folder = subprocess.run([*build, "--show-bin-path"], cwd=package, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    print(f"built in {time.perf_counter() - start:.0f} s")
    return os.path.join(folder, "decode")


def main(build, catalogue):
    rows = [line.rstrip("\n").split("\t") for line in open(catalogue, encoding="utf-8") if not line.startswith("#")]
    lines = [row[2] for row in rows if len(row) == 3]
    if not lines:
        sys.exit("bench: no line in the catalogue")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        decode = built(folder / "package", build.split(), lines)
        (folder / "trace.txt").write_text(bench.TRACE)
        (folder / "hit.txt").write_text(f"{bench.TRACE}{lines[0]} case 0\n")
        many = [(f"case-{number}", "bench", f"{lines[number % len(lines)]} case {number}") for number in range(ENTRIES)]
        (folder / "many.json").write_text(bench.index(many), encoding="utf-8")
        print(f"the program has {os.path.getsize(decode) >> 20} MB")
        bench.compare(
            f"a trace of 40 lines, {ENTRIES} entries, whole process",
            [(f"{what}, {text}", [decode, *index, "-f", str(folder / f"{text}.txt")])
             for text in ("trace", "hit") for what, index in (("built in", []), ("as JSON", ["--index", str(folder / "many.json")]))],
            runs=15)


main(*sys.argv[1:])
