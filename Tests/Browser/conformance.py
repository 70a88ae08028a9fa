#!/usr/bin/env python3
"""Holds the page's engine to the program: both must print the same answers, byte for byte.

Usage: python3 Tests/Browser/conformance.py DECODE SITE

DECODE is the program, SITE a folder that decode-site wrote. The program answers with the site's index.json, the page with the modules of
templates/ and the site's index in parts, of which it reads those that a text needs. Decoded in headless Chromium, with the page's strict
Content-Security-Policy: the table of Tests/Conformance (its traces too), all samples and counterexamples of content/, the texts of the files that
DECODE_CASES names (paths of JSON lines with a member "text", separated by colons), and mutations of all these. Prints how many texts each set has,
how much a page fetches for its first answer, and times.

Needs the packages playwright and PyYAML, and Chromium: CHROMIUM, /usr/bin/chromium by default.

Exit status: 0 all answers are equal, 1 some differ or a set is empty, 2 something is missing.
"""
import base64
import functools
import gzip
import http.server
import json
import os
import pathlib
import statistics
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
PAGE = b'<!doctype html><html lang="en"><meta charset="utf-8"><title>Conformance</title><script type="module" src="page.mjs"></script></html>'
TABLE = ROOT / "Tests/Conformance/table.jsonl"
TABLE_INDEX = ROOT / "Tests/Conformance/index.json"
TABLE_PARTS = ROOT / "Tests/RenderingTests/Goldens/page-index.json"
MODULES = ["scalars", "normalizer", "page-index", "decoder", "answer", "nearest"]
# What a page fetches before its first answer, compressed, and what of that is script.
MOST_FETCHED, MOST_AT_FOCUS = 100_000, 20_000
MUTATIONS, BYTE_MUTATIONS, SEED = 10_000, 1_000, 1
BATCH = 250


class Server(http.server.ThreadingHTTPServer):
    """Serves the page, the modules and the indexes in parts on loopback, on a port that is free."""

    def __init__(self, parts):
        self.files = {
            "/": ("text/html", PAGE),
            "/page.mjs": ("text/javascript", (ROOT / "Tests/Browser/page.mjs").read_bytes()),
            "/mutations.mjs": ("text/javascript", (ROOT / "Tests/Conformance/mutations.mjs").read_bytes()),
            "/trace.mjs": ("text/javascript", (ROOT / "Tests/Conformance/trace.mjs").read_bytes()),
            **{f"/{name}.mjs": ("text/javascript", (ROOT / f"templates/assets/{name}.mjs").read_bytes()) for name in MODULES},
            **{f"/index/{name}": ("application/json", content) for name, content in parts.items()},
            **{f"/table/{name}": ("application/json", json.dumps(part).encode()) for name, part in json.loads(TABLE_PARTS.read_bytes()).items()},
        }
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_address[1]}/"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        kind, content = self.server.files.get(self.path, ("text/plain", None))
        self.send_response(404 if content is None else 200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_):
        pass


class Program:
    """`decode --ndjson`, which answers line by line."""

    def __init__(self, path, index):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("DECODE_")}
        self.process = subprocess.Popen(
            [path, "--ndjson", "--index", str(index)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)

    def answers(self, lines):
        writer = threading.Thread(target=self.write, args=(lines,))
        writer.start()
        answers = [self.process.stdout.readline().rstrip(b"\n").decode("utf-8") for _ in lines]
        writer.join()
        return answers

    def write(self, lines):
        try:
            self.process.stdin.write(b"".join(line + b"\n" for line in lines))
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # What is missing is told by its answers.

    def close(self):
        self.process.stdin.close()
        return self.process.wait(timeout=60)


class Comparison:
    """Counts texts by set, and says where the answers differ."""

    def __init__(self):
        self.complaints = 0

    def complain(self, message):
        self.complaints += 1
        if self.complaints <= 20:
            print(f"browser: {message}")

    def compare(self, name, text, page, program):
        if page == program:
            return
        start = max(0, next((i for i, (a, b) in enumerate(zip(page, program)) if a != b), min(len(page), len(program))) - 80)
        self.complain(
            f"{name} differs\n  text:    {text[:400]!r}\n  page:    …{page[start:start + 240]}\n  program: …{program[start:start + 240]}")

    def count(self, name, number):
        print(f"browser: {name}: {number}", flush=True)
        if number == 0:
            self.complain(f"{name}: nothing was compared")


def content_texts():
    """All samples and counterexamples, as the entries' front matter names them."""
    import yaml

    for path in sorted((ROOT / "content/entries").glob("*/*.md")):
        front = yaml.load(path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n"), yaml.BaseLoader)
        for item in front.get("samples", []) + front.get("counterexamples", []):
            if "file" in item:
                yield (ROOT / "content" / item["file"]).read_bytes().decode("utf-8", "replace")
            else:
                yield item["text"]


def case_texts(paths):
    for path in filter(None, paths.split(":")):
        with open(path, encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                yield json.loads(line)["text"]


def json_line(case):
    """A mutation as a line of NDJSON: what no string can hold, as the bytes themselves."""
    if case["input"].startswith('"'):
        return case["input"].encode("utf-8")
    escapes = {0x22: b'\\"', 0x5C: b"\\\\"}
    raw = base64.b64decode(case["input"])
    return b'"' + b"".join(escapes.get(byte, b"\\u%04x" % byte if byte < 0x20 else bytes([byte])) for byte in raw) + b'"'


def check_texts(page, program, comparison, name, index, texts):
    for start in range(0, len(texts), BATCH):
        part = texts[start : start + BATCH]
        answers = page.evaluate("([index, json]) => conformance.answers(index, json)", [index, json.dumps(part)])
        for text, own, other in zip(part, answers, program.answers([json.dumps(text).encode() for text in part])):
            comparison.compare(name, text, own, other)
    comparison.count(name, len(texts))


def check_table(page, comparison):
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    values = [json.loads(line) for line in lines]
    traces = page.evaluate("([index, json]) => conformance.traces(index, json)", ["table", json.dumps(values)])
    for value, trace in zip(values, traces):
        comparison.compare(f"the table's trace of {value['name']}", value["text"], json.dumps(json.loads(trace)), json.dumps(value))
    comparison.count("the table's traces", len(traces))
    return [value["text"] for value in values]


def check_mutations(page, program, comparison, kind, texts, count):
    page.evaluate("([kind, json, count, seed]) => conformance.mutate(kind, json, count, seed)", [kind, json.dumps(texts), count, SEED])
    total = 0
    while cases := page.evaluate("([index, count]) => conformance.next(index, count)", ["index", BATCH]):
        for case, other in zip(cases, program.answers([json_line(case) for case in cases])):
            comparison.compare(f"{kind}, {case['name']}", case["input"], case["answer"], other)
        total += len(cases)
    comparison.count(f"mutations of {kind}", total)


def print_times(page, texts):
    lines = max(texts, key=lambda text: min(text.count("\n"), 40)).splitlines()[:40]
    print(f"browser: 40 lines: {page.evaluate('([i, t]) => conformance.best(i, t)', ['index', chr(10).join(lines)]):.1f} ms")
    log = "".join(f"2026-11-22T15:52:{n % 60:02} [INFO] web-{n % 9} GET /healthz/{n} 200 {n % 90}ms, connected to 10.0.0.5:5432\n" for n in range(120_000))
    for name, text in [
        ("a log of 10 MB", log[:10_000_000]), ("10 MB of samples", ("\n".join(texts) * (1 + 10_000_000 // sum(map(len, texts))))[:10_000_000]),
        ("one line of 10 MB", log[:10_000_000].replace("\n", " ")),
        ("one line of 10 MB with escapes", json.dumps(log[:9_000_000]))]:
        times = page.evaluate("([index, text]) => conformance.times(index, text)", ["index", text])
        print(f"browser: {name}: {times['total']:.0f} ms in slices, the longest {times['longest']:.0f} ms", flush=True)


def packed(content):
    return len(gzip.compress(content, 9))


def check_fetched(page, comparison, site, parts, texts):
    """What a page fetches from its first focus to its first answer, compressed: the site's scripts and parts of the index."""
    scripts = {path.name.split(".")[0]: packed(path.read_bytes()) for path in site.glob("assets/*.mjs")}
    sizes = {name: packed(content) for name, content in parts.items()}
    focus = sum(scripts[name] for name in ("scalars", "normalizer", "page-index", "worker", "box"))
    found = page.evaluate("([index, json]) => conformance.parts(index, json)", ["index", json.dumps(texts)])
    print(f"browser: on first focus: {focus} bytes of script, {sizes['keys.json']} of the index, packed")
    if focus > MOST_AT_FOCUS:
        comparison.complain(f"on first focus {focus} bytes of script are fetched, more than {MOST_AT_FOCUS}")
    for name, isMatched, modules in [("an answer", True, ("decoder", "answer")), ("a guess", False, ("decoder", "nearest"))]:
        script = focus + sum(scripts[module] for module in modules)
        weights = [script + sum(sizes[f"{part}.json"] for part in text["names"]) for text in found if text["matched"] == isMatched]
        print(f"browser: up to {name} of {len(weights)}: {script} bytes of script; with the index {statistics.median(weights):.0f} in the median, at most {max(weights)}")
        if max(weights) > MOST_FETCHED:
            comparison.complain(f"up to {name} {max(weights)} bytes are fetched, more than {MOST_FETCHED}")


def main(decode, site):
    try:
        import playwright.sync_api
        import yaml  # noqa: F401
    except ImportError as error:
        print(f"browser: {error}")
        return 2
    comparison = Comparison()
    site = pathlib.Path(site)
    index = site / "index.json"
    [folder] = site.glob("index/*/")
    parts = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("**/*.json")}
    parts |= {f"entries/{path.parent.name}.json": path.read_bytes() for path in site.glob("errors/*/entry.json")}
    server = Server(parts)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with playwright.sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(0)
        for event in ("pageerror", "console"):
            page.on(event, functools.partial(lambda kind, what: comparison.complain(f"{kind}: {getattr(what, 'text', what)}"), event))
        page.goto(server.address)
        page.wait_for_selector("[data-ready]", state="attached", timeout=30_000)
        texts = check_table(page, comparison)
        program = Program(decode, TABLE_INDEX)
        check_texts(page, program, comparison, "the table's answers", "table", texts)
        program.close()
        program = Program(decode, index)
        own = list(content_texts())
        check_texts(page, program, comparison, "the table's texts with the site's index", "index", texts)
        check_texts(page, program, comparison, "samples and counterexamples", "index", own)
        check_fetched(page, comparison, site, parts, own)
        if paths := os.environ.get("DECODE_CASES"):
            cases = list(case_texts(paths))
            check_texts(page, program, comparison, "cases", "index", cases)
            own += cases
        check_mutations(page, program, comparison, "texts", own, MUTATIONS)
        check_mutations(page, program, comparison, "bytes", own, BYTE_MUTATIONS)
        program.close()
        print_times(page, own)
        browser.close()
    server.shutdown()
    print("browser: all equal" if comparison.complaints == 0 else f"browser: {comparison.complaints} complaints")
    return 1 if comparison.complaints else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(main(*sys.argv[1:]))
