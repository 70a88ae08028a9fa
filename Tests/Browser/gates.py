#!/usr/bin/env python3
"""What must hold of every page: no dead link, no style a browser would drop, nothing of a large paste done by the page itself, two sheets of paper,
and hostile content drawn as text.

Usage: python3 Tests/Browser/gates.py DECODE_SITE

Needs what site.py needs. Exit status: 0 all checks hold, 1 some do not, 2 something is missing.
"""
import contextlib
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree

sys.dont_write_bytecode = True
import markup
import reading
import synthetic
from reading import equal, until

HOSTILE = pathlib.Path(__file__).parent / "hostile"
PROGRAM = sys.argv[1] if len(sys.argv) == 2 else None
TITLE = "EHOSTILE</script><script>hit=6</script> & \"x\""
ATOM = "{http://www.w3.org/2005/Atom}"
ANSWERED = "document.querySelector('.answer-found')"


# Links


def no_link_leads_nowhere(reader):
    print(f"gates: {crawl(reader.server)}")


def crawl(server):
    """Walks a served site from its home page; fails with every link that leads to no page, or to no place on it. Returns the counts in words."""
    origin = server.address.removesuffix(server.base)
    pages, dead, anchors, links = {}, set(), [], 0
    left = ["index.html", "404.html"]
    while left:
        path = left.pop()
        if path in pages:
            continue
        page = pages[path] = markup.read(server.folder / path)
        addresses = page.links + page.loads + [address for address in (page.next, page.previous) if address]
        if page.canonical:
            assert page.canonical.startswith(server.address), (path, page.canonical)
            addresses.append(page.canonical.removeprefix(origin))
        for address in addresses:
            if markup.is_elsewhere(address):
                continue
            links += 1
            file, anchor = markup.target(address, path.removesuffix("index.html") if path.endswith("index.html") else path, server.base)
            if file is None or not (server.folder / file).is_file():
                dead.add((path, address))
            elif file.endswith(".html"):
                left.append(file)
                if anchor and not anchor.startswith(("?", "q=")):
                    anchors.append((path, address, file, anchor))
    dead.update((path, address) for path, address, file, anchor in anchors if anchor not in pages[file].ids)
    equal(sorted(dead), [])
    missed = {str(file.relative_to(server.folder)) for file in server.folder.rglob("*.html")} - pages.keys()
    missed = {path for path in missed if "http-equiv=\"refresh\"" not in (server.folder / path).read_text() and path != "offline.html"}
    equal(sorted(missed), [])
    with urllib.request.urlopen(server.address) as home:
        equal(home.status, 200)
    return f"{len(pages)} pages at {server.base}, {links} links and {len(anchors)} anchors, none dead"


def long_lists_are_walked_and_accessible(reader):
    """Lists of several pages, which content/ does not have yet."""
    with tempfile.TemporaryDirectory() as name:
        synthetic.write(pathlib.Path(name) / "content", 600)
        with site(pathlib.Path(name) / "content") as server:
            print(f"gates: {crawl(server)}")
            for options in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
                page = reader.browser.new_page(viewport=reading.PHONE, **options)
                for path in ("errors/", "letters/e/", "letters/e/2/", "areas/area-0/2/", "conditions/condition-0/2/"):
                    page.goto(server.address + path)
                    reading.axe(page, f"{path} {options}")
                    equal((path, page.evaluate("document.documentElement.scrollWidth")), (path, reading.PHONE["width"]))
                page.close()


# Styles


def the_browser_takes_every_style(reader):
    """A declaration that it does not know is one that nobody sees; the validator's own list of properties is years old."""
    stylesheet = re.sub(r"@page \{[^}]*\}", "", next(reader.folder.glob("assets/site.*.css")).read_text())
    declarations = set(re.findall(r"^([a-z-]+): ([^;{}]+);$", stylesheet, re.M))
    others = {(name, value) for name, value in declarations if name.startswith("-webkit-") or name == "text-size-adjust"}
    rules = re.sub(r"@[a-z-]+[^{;]*[{;]|\{[^{}]*\}", "{", stylesheet)
    selectors = {part.strip() for part in re.split(r"[{}]", rules) if part.strip() and not re.fullmatch(r"from|to", part.strip())}
    page = reader.page("errors/")
    unknown = page.evaluate(
        """([declarations, selectors]) => [
          ...declarations.filter(([name, value]) => !CSS.supports(name, value)).map((pair) => pair.join(': ')),
          ...selectors.filter((selector) => { try { document.querySelector(selector); } catch { return true; } }),
        ]""",
        [sorted(declarations - others), sorted(selectors)])
    assert len(declarations) > 200 and len(selectors) > 150, (len(declarations), len(selectors))
    equal(unknown, [])


# The box


def a_large_paste_is_not_read_by_the_page(reader):
    """As counted steps, not by a clock: of a text a thousand times as long, the page's own thread executes no more. The worker has the work."""
    counts = []
    for lines in (120, 120_000):
        page = reader.page()
        session = page.context.new_cdp_session(page)
        page.focus("#paste")
        until(page, "performance.getEntriesByType('resource').some((entry) => /decoder[^/]*mjs|worker[^/]*mjs/.test(entry.name))")
        text = "2026-11-22T15:52:07 [INFO] web-01 GET /healthz 200 3ms, connected to 10.0.0.5:5432\n" * lines
        text += "Error: listen EADDRINUSE: address already in use 10.0.0.5:8080\n"
        session.send("Profiler.enable")
        session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})
        page.evaluate(
            "(text) => { const box = document.querySelector('#paste'); box.value = text; box.dispatchEvent(new Event('input', { bubbles: true })); }", text)
        until(page, f"{ANSWERED} !== null")
        covered = session.send("Profiler.takePreciseCoverage")["result"]
        own = [script for script in covered if script["url"].startswith(reader.address)]
        counts.append(sum(part["count"] for script in own for function in script["functions"] for part in function["ranges"]))
        equal(page.inner_text(".answer-found figcaption"), f"Line {lines + 1} of your text.")
        size = len(text)
        page.context.close()
    reader.contexts.clear()
    print(f"gates: steps of the page's own thread for a short paste and one of {size / 1e6:.0f} MB: {counts[0]} and {counts[1]}")
    assert counts[1] <= counts[0] * 1.5 + 500, counts


# Looks


def the_page_of_an_old_address_is_accessible(reader):
    with site(HOSTILE) as server:
        file = server.folder / "errors/hostile-before/index.html"
        address, text = f"{server.address}errors/hostile-before/", file.read_text()
        still = re.sub(r"<meta http-equiv=\"refresh\"[^>]*>", "", text)
        assert still != text
        for options in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
            page = reader.page(**options)
            page.route(address, lambda route: route.fulfill(body=still, content_type="text/html"))
            page.goto(address)
            reading.axe(page, f"{address} {options}")
    reader.requests.clear()


def a_usual_entry_is_two_sheets_of_paper(reader):
    """With every panel of commands, the addresses of links, and nothing that only a screen can use."""
    page = reader.page()
    sheets = {}
    for file in sorted(reader.folder.glob("errors/*/index.md"))[::6]:
        page.goto(f"{reader.address}errors/{file.parent.name}/")
        sheets[file.parent.name] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    equal(statistics.median(sheets.values()) <= 2, True)


# Hostile content


@contextlib.contextmanager
def site(content):
    """The site of a folder of content, served at `/`."""
    with tempfile.TemporaryDirectory() as name:
        server = reading.Server(pathlib.Path(name) / "site", base="/")
        arguments = ["--content", content, "--templates", reading.ROOT / "templates", "--output", server.folder, "--base-url", server.address]
        subprocess.run([PROGRAM, "build", *arguments], check=True, stdout=subprocess.DEVNULL)
        yield server
        server.shutdown()


def hostile_content_is_text_on_every_page(reader):
    with site(HOSTILE) as server:
        # A page that forwards may be gone at any time: what hits it is a complaint, which stays.
        own = reading.Reader(reader.browser, server, script="Object.defineProperty(self, 'hit', { set: (number) => console.error('hit', number) })")
        for file in sorted(server.folder.rglob("*.html")):
            page = own.page(str(file.relative_to(server.folder)).removesuffix("index.html"))
            page.wait_for_timeout(50)
            equal([address for address in markup.read(file).links if address.lower().startswith("javascript:")], [])
            equal(markup.read(file).inline, [])
        page = own.page("errors/hostile/")
        # The sample's escapes are seen, not obeyed.
        assert "␛[31mhostile <b>EHOSTILE</b> failed: </script>" in page.inner_text(".sample pre"), page.inner_text(".sample pre")
        page = own.page()
        page.fill("#paste", "hostile <b>EHOSTILE</b> failed: <img src=x onerror=hit=20>")
        until(page, f"{ANSWERED} !== null")
        equal(page.inner_text(".answer-found h2"), TITLE)
        equal(page.evaluate("document.querySelectorAll('.box img, .box script').length"), 0)
        own.close()
        equal(own.complaints, [])


def hostile_content_is_text_for_programs(reader):
    with site(HOSTILE) as server:
        print(f"gates: {crawl(server)}")
        index = json.loads((server.folder / "index.json").read_bytes())
        equal(index["entries"][0]["title"], TITLE)
        page = reader.browser.new_page()
        page.goto(f"{server.address}errors/hostile/")
        equal(page.inner_text("h1"), TITLE)
        graph = page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@graph']")
        equal(graph[0]["headline"], TITLE)
        # What search engines are told is what a reader sees.
        equal([part["name"] for part in graph[2]["mainEntity"]], [page.inner_text(".question h3")])
        equal([part["acceptedAnswer"]["text"] for part in graph[2]["mainEntity"]], [page.inner_text(".question p")])
        page.close()
        feed = xml.etree.ElementTree.parse(server.folder / "feed.xml").getroot()
        equal([feed.findtext(f"{ATOM}title"), feed.findtext(f"{ATOM}entry/{ATOM}title")], [index["site"]["title"], TITLE])
        for file in ("opensearch.xml", "sitemap.xml"):
            xml.etree.ElementTree.parse(server.folder / file)
        equal(json.loads((server.folder / "manifest.webmanifest").read_bytes())["name"], index["site"]["title"])


CHECKS = reading.checks({name: value for name, value in globals().items() if name not in ("crawl", "site")})

if __name__ == "__main__":
    if PROGRAM is None:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(reading.run("gates", CHECKS, PROGRAM))
