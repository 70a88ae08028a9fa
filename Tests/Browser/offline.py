#!/usr/bin/env python3
"""Reads the site without a network, and sees a new version of it come.

Usage: python3 Tests/Browser/offline.py DECODE_SITE

DECODE_SITE is the program. How the checks are run is told in reading.py. The network is cut by a server that answers nobody, so that the
service worker meets what it meets on a train.

Needs the packages playwright and axe-playwright-python, and Chromium: CHROMIUM, /usr/bin/chromium by default.

Exit status: 0 all checks hold, 1 some do not, 2 something is missing.
"""
import contextlib
import pathlib
import shutil
import sys
import tempfile

import reading
from reading import Reader, Server, axe, equal, until

ENTRY = "errors/eaddrinuse/"
PASTE = "Error: listen EADDRINUSE: address already in use 10.0.0.5:8080"


@contextlib.contextmanager
def copy(reader, base=reading.BASE):
    """A reader of a copy of the site, with a server of its own."""
    with tempfile.TemporaryDirectory() as temporary:
        server = Server(pathlib.Path(shutil.copytree(reader.folder, f"{temporary}/site")), base)
        own = Reader(reader.browser, server)
        try:
            yield own
        finally:
            own.close()
            server.shutdown()
            server.server_close()


def change(folder, text):
    """A new version: another home page, and so another worker."""
    home, worker = folder / "index.html", folder / "sw.js"
    home.write_text(home.read_text().replace("What does this error mean?", text))
    script = worker.read_text()
    version = script.split('"version":"')[1][:16]
    worker.write_text(script.replace(version, f"{len(text):016x}"))


def ready(page):
    """Waits until the worker answers for the site."""
    until(page, "navigator.serviceWorker.controller !== null")


def cut(reader):
    reader.server.is_cut = True


def heading(page, path, reader):
    page.goto(reader.address + path)
    return page.inner_text("h1")


def what_was_read_and_the_decoder_are_there_without_a_network(reader):
    with copy(reader) as own:
        page = own.page(ENTRY)
        ready(page)
        page.goto(own.address + "errors/econnrefused/")
        cut(own)
        equal(heading(page, ENTRY, own), "EADDRINUSE: address already in use")
        equal(page.evaluate("getComputedStyle(document.querySelector('.masthead')).borderBottomStyle"), "solid")
        page.fill(".values input[name=port]", "4000")
        until(page, "document.querySelector('.first-look pre').textContent.includes('4000')")
        assert "ECONNREFUSED" in heading(page, "errors/econnrefused/", own)
        equal(heading(page, "", own), "What does this error mean?")
        page.fill("#paste", PASTE)
        page.wait_for_selector(".answer-found")
        page.keyboard.press("Control+k")
        page.wait_for_selector(".finder[open]")
        page.keyboard.type("oomkilled")
        page.wait_for_selector(".finder .result")
        equal(page.evaluate("caches.keys()"), [f"/repo/ {version(own.folder)}"])
        equal(heading(page, "errors/eacces/", own), "There is no network")
        equal(page.url, own.address + "errors/eacces/")
        axe(page, "the page that is shown instead")
        own.server.is_cut = False
        page.reload()
        assert "EACCES" in page.inner_text("h1"), page.inner_text("h1")


def version(folder):
    return (folder / "sw.js").read_text().split('"version":"')[1][:16]


def a_site_at_the_root_leaves_others_alone(reader):
    with copy(reader, "/") as own:
        page = own.page(ENTRY)
        page.evaluate("caches.open('/repo/ 0123456789abcdef').then((cache) => cache.put('/repo/', new Response('theirs')))")
        page.evaluate("caches.open('theirs')")
        ready(page)
        equal(sorted(page.evaluate("caches.keys()")), sorted([f"/ {version(own.folder)}", "/repo/ 0123456789abcdef", "theirs"]))
        (own.folder / "other").mkdir()
        (own.folder / "other/index.html").write_text("<!doctype html><title>Other</title><h1>Another program</h1>")
        equal(heading(page, "other/", own), "Another program")
        page.goto(own.address)
        kept = page.evaluate(f"caches.open('/ {version(own.folder)}').then((cache) => cache.keys()).then((keys) => keys.map((key) => new URL(key.url).pathname))")
        assert "/other/" not in kept and "/errors/eaddrinuse/" in kept and "/" in kept, kept
        cut(own)
        equal(heading(page, ENTRY, own), "EADDRINUSE: address already in use")


def only_pages_of_the_site_are_kept(reader):
    with copy(reader) as own:
        page = own.page(ENTRY)
        ready(page)
        page.evaluate("fetch(location.href, { method: 'POST' }).catch(() => {})")
        page.goto(own.address + "errors/nowhere/")
        page.goto(own.address + ENTRY + "?from=elsewhere")
        page.evaluate("fetch('../../feed.xml?x=1').then((response) => response.text())")
        page.wait_for_timeout(200)
        kept = page.evaluate(f"caches.open('/repo/ {version(own.folder)}').then((cache) => cache.keys()).then((keys) => keys.map(({{ url, method }}) => [method, url]))")
        equal({method for method, _ in kept}, {"GET"})
        assert all(url.startswith(own.address) and "?" not in url and "nowhere" not in url for _, url in kept), kept
        own.complaints.clear()


def a_new_version_comes_whole_and_the_old_one_goes(reader):
    with copy(reader) as own:
        page = own.page(ENTRY)
        ready(page)
        context = own.contexts[0]
        first = version(own.folder)
        equal(heading(page, "", own), "What does this error mean?")
        change(own.folder, "What does it mean now?")
        second = version(own.folder)
        assert first != second
        # Pages are new at once, and what they were made with stays for those that are open.
        equal(heading(page, "", own), "What does it mean now?")
        until(page, "navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null)")
        equal(sorted(page.evaluate("caches.keys()")), sorted([f"/repo/ {first}", f"/repo/ {second}"]))
        page.evaluate("caches.open('theirs')")
        other = context.new_page()
        page.close()
        other.wait_for_timeout(500)
        other.goto(own.address)
        until(other, "(name) => caches.keys().then((keys) => !keys.includes(name))", f"/repo/ {first}")
        equal(sorted(other.evaluate("caches.keys()")), sorted([f"/repo/ {second}", "theirs"]))
        cut(own)
        equal(heading(other, "", own), "What does it mean now?")
        # What was read in the old version has been read again for the new one.
        equal(heading(other, ENTRY, own), "EADDRINUSE: address already in use")


def a_page_opened_from_a_folder_registers_nothing(reader):
    context = reader.browser.new_context()
    reader.contexts.append(context)
    page = context.new_page()
    page.goto((reader.folder / "index.html").as_uri())
    equal(page.locator("h1").inner_text(), "What does this error mean?")
    page.keyboard.press("/")
    equal(page.locator(".finder").count(), 0)
    page.click(".search-link")
    equal(page.inner_text("h1"), "All errors from A to Z")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(reading.run("offline", reading.checks(globals()), sys.argv[1]))
