"""A page's markup as the checks look at it: what it links to, what it runs, what it says to search engines."""
import html.parser
import json
import posixpath
import urllib.parse


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        # Addresses that a reader follows, and those that a browser loads by itself.
        self.links, self.loads = [], []
        self.ids = set()
        self.canonical = self.next = self.previous = None
        # Scripts and styles that stand in the page itself.
        self.inline, self.data = [], []
        self.open = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        self.ids.update(filter(None, [attributes.get("id")]))
        self.inline += [f"{tag} {name}" for name in attributes if name == "style" or name.startswith("on")]
        relation = attributes.get("rel")
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        elif tag == "link" and relation in ("canonical", "next", "prev"):
            setattr(self, "previous" if relation == "prev" else relation, attributes["href"])
        elif tag == "link":
            self.loads.append(attributes["href"])
        elif "src" in attributes:
            self.loads.append(attributes["src"])
        elif tag == "style":
            self.inline.append("style")
        elif tag == "script":
            self.open = attributes.get("type", "script")
            if self.open != "application/ld+json":
                self.inline.append("script")

    def handle_data(self, text):
        if self.open == "application/ld+json":
            self.data.append(json.loads(text))
        self.open = None


def read(file):
    return Page(file.read_text(encoding="utf-8"))


def is_elsewhere(address):
    return bool(urllib.parse.urlsplit(address).scheme) or address.startswith("//")


def target(address, path, base):
    """The file, from the site's root, and the anchor that an address on the page of a path leads to; the file is None outside the base."""
    place, _, anchor = address.partition("#")
    where = urllib.parse.urljoin(f"{base}{path}", place or posixpath.basename(path))
    where = urllib.parse.unquote(urllib.parse.urlsplit(where).path)
    if not where.startswith(base):
        return None, anchor
    file = where.removeprefix(base)
    return (file + "index.html" if file == "" or file.endswith("/") else file), anchor
