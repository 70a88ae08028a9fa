"""Compares two builds of one site, ours and Hugo's: `python3 same.py OURS THEIRS`.

Pages are compared element by element, twins line by line, JSON value by value. What may differ: white space that no browser shows, the
way an address is written (relative, from the root, `page/2/`), fingerprints, the order of attributes and of keys.
"""

import difflib
import html.parser
import json
import os
import re
import sys
import urllib.parse
import xml.etree.ElementTree

ENTRIES = 20
BASE = "https://example.com/errors/"
ADDRESSES = {"href", "src", "data-engine", "data-finder", "data-module", "data-root", "data-worker"}
# The parts of the decoder's index, which Hugo does not make, have their folder's hash here.
LEFT_OUT = {"data-index"}
INLINE = set("a b button code em i input kbd label rt ruby span strong time var".split())


def address(text, page=BASE):
    text = urllib.parse.urljoin(page, text)
    text = re.sub(r"(?<=[./])[0-9a-f]{16,64}(?=[./])", "#", text)
    return re.sub(r"/page/(\d+)/", r"/\1/", text)


class Page(html.parser.HTMLParser):
    """The tokens of a page: tags with their attributes, and texts."""

    def __init__(self, text, place):
        super().__init__()
        self.tokens, self.page, self.open = [], place, []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        values = []
        for name, value in sorted(attributes):
            if name in LEFT_OUT:
                continue
            if name in ADDRESSES or (name == "content" and value.startswith("http")):
                value = address(value, self.page)
            values.append(f' {name}="{value}"')
        self.tokens.append(f"<{tag}{''.join(values)}>")
        self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass
        self.tokens.append(f"</{tag}>")

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            data = json.dumps(json.loads(data), sort_keys=True, indent=0) if data.strip() else ""
        elif not {"pre", "textarea"} & set(self.open):
            data = re.sub(r"\s+", " ", data)
        self.tokens.append(data)

    def shown(self):
        """The tokens without blanks at the edges of blocks."""
        shown = []
        for index, token in enumerate(self.tokens):
            if token[:1] != "<" and "\n" not in token:
                if self.ends(index - 1):
                    token = token.lstrip(" ")
                if self.ends(index + 1):
                    token = token.rstrip(" ")
            if token:
                shown += token.split("\n")
        return shown

    def ends(self, index):
        token = self.tokens[index] if 0 <= index < len(self.tokens) else "<>"
        return token[:1] == "<" and re.match(r"</?(\w*)", token)[1] not in INLINE


def plain(value):
    """JSON with blanks of one kind in its texts."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return words(value) if isinstance(value, str) else value


def words(text):
    """A text with single blanks, and an asset's address as all have it."""
    return address(text) if "assets/" in text else " ".join(text.split())


def rows(value):
    return json.dumps(plain(value), sort_keys=True, indent=1, ensure_ascii=False).split("\n")


def lines(text):
    # Which signs get a backslash that need none is a matter of taste.
    return [line.strip().replace("/page/", "/").replace("\\", "") for line in text.split("\n") if line.strip()]


def tree(text):
    """The elements of an XML file."""
    elements = xml.etree.ElementTree.fromstring(text).iter()
    return [f"{element.tag} {sorted(element.attrib.items())} {words(element.text or '')}" for element in elements]


class Site:
    def __init__(self, folder):
        self.folder = folder

    def text(self, path):
        # Hugo puts the pages of a list into a folder of their own.
        numbered = re.sub(r"/(\d+)/index", r"/page/\1/index", path)
        for name in (path, numbered):
            if os.path.exists(os.path.join(self.folder, name)):
                with open(os.path.join(self.folder, name), encoding="utf-8") as file:
                    return file.read()
        return ""

    def value(self, path):
        """What a file says, as lines that can be compared."""
        text = self.text(path)
        if not text:
            return ["there is no such file"]
        if path.endswith(".html"):
            return Page(text, urllib.parse.urljoin(BASE, path.removesuffix("index.html"))).shown()
        if path == "sitemap.xml":
            places = re.findall(r"<loc>(.*?)</loc>(?:<lastmod>(.*?)</lastmod>)?", text)
            return sorted(f"{address(place)} {day}" for place, day in places if not place.endswith("/accuracy/"))
        if path.endswith(".xml"):
            return tree(text)
        if path.endswith(("json", "webmanifest")):
            return rows(json.loads(text))
        return lines(text)

    def search(self):
        """The entries as the search shows them."""
        head = json.loads(self.text("search.json"))
        files = [json.loads(self.text(f"{head['folder']}entries-{number}.json")) for number in range(-(-head["entries"] // head["step"]))]
        return rows([head["areas"], sum(files, []), json.loads(self.text(head["folder"] + "names.json"))])


def chosen(ours):
    """Entries from all over the site, and pages of every other kind."""
    slugs = sorted(name for name in os.listdir(os.path.join(ours, "errors")) if name != "index.html")
    some = slugs[:: max(1, len(slugs) // ENTRIES)][:ENTRIES]
    lists = [f"areas/{area}/index.{kind}" for area in ("area-00", "area-07/2", "area-19") for kind in ("html", "md")]
    lists += [f"conditions/{condition}/index.html" for condition in sorted(os.listdir(os.path.join(ours, "conditions")))[:3]]
    lists += [f"letters/e/{number}index.html" for number in ("", "2/", "3/")] + ["index.html", "errors/index.html", "404.html", "offline.html"]
    machine = ["sitemap.xml", "feed.xml", "opensearch.xml", "manifest.webmanifest", "llms.txt", "robots.txt", "_headers"]
    return some, lists, machine


def difference(path, ours, theirs):
    """The first difference of two lists of lines; nothing where they are the same."""
    if ours == theirs:
        return []
    changed = [line for line in difflib.unified_diff(ours, theirs, "ours", "Hugo's", n=1, lineterm="") if not line.startswith(("---", "+++"))]
    return [f"{path}\n" + "\n".join(f"    {line[:300]}" for line in changed[:8])]


def compare(ours, theirs):
    """How many files were compared, and what differs."""
    left, right = Site(ours), Site(theirs)
    slugs, lists, machine = chosen(ours)
    paths = [f"errors/{slug}/{name}" for slug in slugs for name in ("index.html", "index.md", "entry.json")]
    paths += [path for path in lists if left.text(path)] + machine
    differences = [text for path in paths for text in difference(path, left.value(path), right.value(path))]
    differences += difference("the search's entries", left.search(), right.search())
    indexes = [json.loads(site.text("index.json")) for site in (left, right)]
    listed = [[entry for entry in index["entries"] if entry["slug"] in slugs] for index in indexes]
    counts = [[str(len(index["entries"])), json.dumps(index["site"], sort_keys=True)] for index in indexes]
    differences += difference("index.json, its head", *counts) + difference("index.json", *(rows(entries) for entries in listed))
    return len(paths) + 2, differences


if __name__ == "__main__":
    count, found = compare(*sys.argv[1:3])
    print(f"files compared: {count}, different: {len(found)}", *found, sep="\n")
    sys.exit(bool(found))
