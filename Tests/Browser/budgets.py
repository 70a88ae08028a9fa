#!/usr/bin/env python3
"""Weighs built sites: the one of content/, and synthetic ones of few and of many entries, which must weigh the same.

Usage: python3 Tests/Browser/budgets.py DECODE_SITE [FEW MANY]

DECODE_SITE is the program; FEW and MANY are numbers of entries, 100 and 10,000 unless told. Needs Python alone.

Exit status: 0 all budgets are kept, 1 some are not.
"""
import gzip
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import markup
import synthetic

ROOT = pathlib.Path(__file__).resolve().parents[2]
KIB = 1 << 10
# What a page may weigh, raw and packed, and what its median.
LARGEST, MEDIAN, MEDIAN_PACKED = 60 * KIB, 25 * KIB, 8 * KIB
STYLESHEET_PACKED, SCRIPT_PACKED = 10 * KIB, 6 * KIB
# What every page loads before it is read.
SCRIPTS = ("head", "page")
# How much more a page may weigh for its counts having more digits, and its list more pages.
DIGITS = 512
# Read by programs that take them whole, or tables of which scripts take parts: Tests/Browser/conformance.py weighs these.
WHOLE = re.compile(r"index\.json|index\.schema\.json|index/.*|search\.json|search/.*|sitemap.*|assets/.*|sw\.js|_redirects|\..*")


def packed(content):
    return len(gzip.compress(content, 9))


def kind(path):
    """Pages of one kind may differ in their content, not with the number of entries."""
    return re.sub(r"(errors|areas|conditions|letters)/[^/]+/(\d+/)?", r"\1/…/", path)


class Site:
    def __init__(self, name, folder):
        self.name, self.folder = name, folder
        self.files = {str(file.relative_to(folder)): file for file in sorted(folder.rglob("*")) if file.is_file()}
        self.pages = {path: file.read_bytes() for path, file in self.files.items() if path.endswith(".html")}

    def asset(self, name):
        files = [file for path, file in self.files.items() if re.fullmatch(rf"assets/{name}\.[0-9a-f]+\.(css|js)", path)]
        return packed(files[0].read_bytes())

    def largest(self):
        """The largest file of each kind that is not read whole."""
        sizes = {}
        for path, file in self.files.items():
            if not WHOLE.fullmatch(path):
                sizes[kind(path)] = max(sizes.get(kind(path), 0), file.stat().st_size)
        return sizes

    def broken(self):
        """The budgets that the site does not keep, in words; prints what it weighs."""
        raw = statistics.median(len(page) for page in self.pages.values())
        median = statistics.median(packed(page) for page in list(self.pages.values())[:2_000])
        heaviest = max(self.pages, key=lambda path: len(self.pages[path]))
        style, script = self.asset("site"), sum(self.asset(name) for name in SCRIPTS)
        print(
            f"budgets: {self.name}: {len(self.pages)} pages, median {raw:.0f} bytes, {median:.0f} packed; the largest {len(self.pages[heaviest])} "
            f"({heaviest}); style {style}, script {script} packed", flush=True)
        weights = (
            ("the median page", raw, MEDIAN), ("the median page, packed,", median, MEDIAN_PACKED), (heaviest, len(self.pages[heaviest]), LARGEST),
            ("the stylesheet, packed,", style, STYLESHEET_PACKED), ("the scripts for reading, packed,", script, SCRIPT_PACKED))
        return [f"{self.name}: {what} weighs {weight:.0f} bytes, more than {most}" for what, weight, most in weights if weight > most] + self.foreign()

    def foreign(self):
        """What pages and stylesheets run inline or load from elsewhere."""
        found = []
        for path, content in self.pages.items():
            page = markup.Page(content.decode())
            found += [f"{self.name}: {path} has an inline {what}" for what in page.inline]
            found += [f"{self.name}: {path} loads {address}" for address in page.loads if markup.is_elsewhere(address)]
        for path, file in self.files.items():
            if path.endswith(".css") and re.search(r"url\(|@import", file.read_text()):
                found.append(f"{self.name}: {path} loads something")
        return found


def build(program, content, output):
    arguments = ["--content", content, "--templates", ROOT / "templates", "--output", output]
    subprocess.run([program, "build", *arguments], check=True, stdout=subprocess.DEVNULL)
    return output


def growing(few, many):
    """What is larger in the site of many entries, beyond a list's own page."""
    before, after = few.largest(), many.largest()
    lists = {path for path in after if path.startswith(("areas/", "conditions/", "letters/", "errors/")) or path == "feed.xml"}
    found = [f"{path} weighs {after[path]} bytes in {many.name}, more than {LARGEST}" for path in sorted(lists) if after[path] > LARGEST]
    for path in sorted(after.keys() - lists):
        if path not in before or after[path] > before[path] + DIGITS:
            found.append(f"{path} grows with the number of entries: {before.get(path, 0)} bytes in {few.name}, {after[path]} in {many.name}")
    return found


def main(program, few="100", many="10000"):
    broken = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        broken += Site("content/", build(program, ROOT / "content", folder / "site")).broken()
        sites = []
        for count in (int(few), int(many)):
            synthetic.write(folder / f"content-{count}", count)
            sites.append(Site(f"{count} entries", build(program, folder / f"content-{count}", folder / f"site-{count}")))
            broken += sites[-1].broken()
        broken += growing(*sites)
    for line in broken:
        print(f"budgets: FAILED {line}")
    print(f"budgets: {len(broken)} broken", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 4):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(main(*sys.argv[1:]))
