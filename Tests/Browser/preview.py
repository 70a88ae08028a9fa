#!/usr/bin/env python3
"""Writes an entry beside `decode-site serve`, as writers do, and looks at its page.

Usage: python3 Tests/Browser/preview.py DECODE_SITE

DECODE_SITE is the program. It shows a copy of content/ and of templates/. How the checks are run is told in reading.py.

Needs the packages playwright and axe-playwright-python, and Chromium: CHROMIUM, /usr/bin/chromium by default.

Exit status: 0 all checks hold, 1 some do not, 2 something is missing.
"""
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

import reading
from reading import PHONE, ROOT, WIDE, axe, equal

ENTRY = "errors/eaddrinuse/"
FILE = "content/entries/node/eaddrinuse.md"
PANEL = "#decode-site-preview details"


class Preview:
    """The program at work on copies in a folder."""

    def __init__(self, program, folder):
        self.folder = folder
        for name in ("content", "templates"):
            shutil.copytree(ROOT / name, folder / name)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        arguments = ["serve", "--templates", "templates", "--port", str(port)]
        self.log = open(folder / "serve.log", "w", encoding="utf-8")
        self.process = subprocess.Popen([os.path.abspath(program), *arguments], cwd=folder, stderr=self.log)
        self.address = f"http://127.0.0.1:{port}/"
        end = time.monotonic() + 120
        while True:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                return
            assert time.monotonic() < end and self.process.poll() is None, "the preview does not answer"
            time.sleep(0.1)

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        self.log.close()


@contextlib.contextmanager
def previewed(program, folder):
    preview = Preview(program, folder)
    try:
        yield preview
    finally:
        preview.stop()


@contextlib.contextmanager
def saved(reader, path, old, new):
    """A file with a change, which is taken back at the end."""
    file = reader.folder / path
    good = file.read_text(encoding="utf-8")
    assert old in good, f"{path} does not say {old}"
    file.write_text(good.replace(old, new, 1), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text(good, encoding="utf-8")


def until(page, expression, argument=None):
    """Waits until an expression holds in a page that may load again meanwhile."""
    from playwright.sync_api import Error

    def holds():
        try:
            return page.evaluate(expression, argument)
        except Error:
            return False

    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end, f"never: {expression}"
        page.wait_for_timeout(20)


def until_it_says(page, text):
    until(page, "(text) => document.body?.innerText.includes(text) ?? false", text)


def a_saved_entry_loads_its_page_again_where_it_was_read(reader):
    page = reader.page(ENTRY)
    page.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
    page.evaluate("document.querySelector('main details').open = true")
    with saved(reader, FILE, "## FAQ\n", "## FAQ\n\nThis was saved just now.\n"):
        until_it_says(page, "This was saved just now.")
        until(page, "document.readyState === 'complete' && scrollY === 1500")
        equal(page.evaluate("document.querySelector('main details').open"), True)
        equal(page.locator(PANEL).count(), 0)


def a_saved_template_and_the_settings_load_every_page_again(reader):
    pages = [reader.page(path) for path in ("", ENTRY, "areas/node/", "nowhere/")]
    reader.expect_missing_pages()
    with saved(reader, "templates/partials/footer.mustache", "<footer", "<p>Above the footer.</p>\n<footer"):
        for page in pages:
            until_it_says(page, "Above the footer.")
    with saved(reader, "content/site.yml", "title: ", "title: New "):
        for page in pages:
            until(page, "document.title.includes('New ')")
    reader.expect_missing_pages()


def findings_stand_over_the_last_good_page_until_they_are_mended(reader):
    page = reader.page(ENTRY)
    title = page.inner_text("h1")
    with saved(reader, FILE, "role: cause", "role: couse"):
        page.wait_for_selector(f"{PANEL} li")
        equal(page.inner_text(f"{PANEL} summary"), "The content has errors: this is the last good site · 1 finding")
        equal(page.inner_text(f"{PANEL} li").split("\n\n"), [f"{FILE}:6:7", "error: there is no role 'couse'", "did you mean 'cause'?"])
        equal(page.inner_text("h1"), title)
        with page.context.expect_page() as opened:
            page.click(f"{PANEL} li a")
        source = opened.value
        source.wait_for_load_state()
        equal(source.evaluate("document.querySelector(':target').innerText.split('\\n')[0]"), "role: couse")
        equal(source.evaluate("document.querySelector(':target').className"), "marked")
        axe(source, "the source")
    until(page, "document.querySelector('#decode-site-preview').shadowRoot.querySelector('details') === null")


def findings_can_be_read_in_all_looks_and_the_page_to_its_end(reader):
    with saved(reader, FILE, "role: cause", "role: couse"):
        for options in [{"viewport": size, "color_scheme": scheme} for size in (WIDE, PHONE) for scheme in ("light", "dark")]:
            page = reader.page(ENTRY, **options)
            page.wait_for_selector(f"{PANEL} li")
            page.wait_for_timeout(200)
            equal(reader.complaints, [])
            axe(page, f"findings {options}")
            # It puts the panel's style where the page's policy lets nobody.
            reader.complaints.clear()
            equal(page.evaluate("document.documentElement.scrollWidth - innerWidth"), 0)
            page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
            top = page.locator(PANEL).bounding_box()["y"]
            footer = page.locator("footer").last.bounding_box()
            assert footer["y"] + footer["height"] <= top + 1, (options, footer, top)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(reading.run("preview", reading.checks(globals()), sys.argv[1], previewed))
