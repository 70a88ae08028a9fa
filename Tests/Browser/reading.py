"""What the checks of the site share: a server, a browser that remembers what it asked for, and how checks are run.

The site of content/ is built with a repository named, into a temporary folder, and served under a path with the page's strict
Content-Security-Policy. A check is a function with one argument, a `Reader`; its name says what holds.
"""
import contextlib
import http.server
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time
import traceback
import types
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
BASE = "/repo/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml"}
WIDE, PHONE, NARROW = {"width": 1280, "height": 720}, {"width": 390, "height": 844}, {"width": 320, "height": 640}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.server.is_cut:
            return self.connection.close()
        file = self.file(urllib.parse.urlsplit(self.path).path)
        found = file is not None
        file = file if found else self.server.folder / "404.html"
        content = file.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{KINDS.get(file.suffix, 'text/plain')}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        try:
            self.wfile.write(content)
        except BrokenPipeError:
            pass  # The reader went on to another page.

    def file(self, path):
        """The file at a path; None when there is none."""
        if not path.startswith(self.server.base) or ".." in path:
            return None
        file = self.server.folder / urllib.parse.unquote(path.removeprefix(self.server.base))
        try:
            file = file / "index.html" if path.endswith("/") else file
            return file if file.is_file() else None
        except (OSError, ValueError):  # No file can have such a name.
            return None

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder under a path, on loopback, on a port that is free."""

    def __init__(self, folder, base=BASE):
        self.folder, self.base, self.is_cut = folder, base, False
        super().__init__(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server_port}{base}"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Reader:
    """A browser at the site; remembers what it asked for, and every complaint of a page.

    A `script` runs in each page before the page's own.
    """

    def __init__(self, browser, server, script=""):
        self.browser, self.server, self.address, self.folder = browser, server, server.address, server.folder
        self.script = script
        self.requests, self.complaints = [], []
        self.contexts = []

    def page(self, path="", viewport=WIDE, **options):
        context = self.browser.new_context(viewport=viewport, **options)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_init_script(self.script)
        self.contexts.append(context)
        return self.open(context, path)

    def open(self, context, path):
        page = context.new_page()
        page.on("request", lambda request: self.requests.append(request))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: message.type == "error" and self.complaints.append(message.text))
        page.goto(self.address + path)
        return page

    def expect_missing_pages(self):
        """Takes back the browser's complaints of pages that were to be none."""
        self.complaints[:] = [complaint for complaint in self.complaints if "404" not in complaint]

    def close(self):
        for context in self.contexts:
            context.close()


def equal(one, other):
    assert one == other, f"{one!r} is not {other!r}"


def until(page, expression, argument=None):
    """Waits until an expression holds. Playwright's own waiting evaluates text in the page, which the policy forbids."""
    end = time.monotonic() + 30
    while not page.evaluate(expression, argument):
        assert time.monotonic() < end, f"never: {expression}"
        page.wait_for_timeout(20)


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def tab_to(page, selector):
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not lead to {selector}")


def axe(page, what):
    """Fails with what axe has to say against a page as it stands."""
    from axe_playwright_python.sync_playwright import Axe

    # axe is put into the page by a script that the page's policy would refuse; the driver's own evaluation is not held to it.
    found = Axe().run(page).response["violations"]
    names = [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"][:2]]
    assert not names, f"{what}: " + "\n".join(names)


def checks(names):
    """The checks among a module's names, in its order."""
    def is_check(value):
        return isinstance(value, types.FunctionType) and value.__code__.co_varnames[: value.__code__.co_argcount] == ("reader",)

    return [value for value in names.values() if is_check(value)]


def build(program, folder, address):
    """Builds the site into the folder's `site`, with a repository and a colour of the owner's."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    with open(content / "site.yml", "a", encoding="utf-8") as settings:
        settings.write('\nrepository: https://example.com/owner/repository\nstyle: { accent: "light-dark(#5b2a86, #cfb1f0)" }\n')
    arguments = ["--content", content, "--templates", ROOT / "templates", "--output", folder / "site", "--base-url", address]
    subprocess.run([program, "build", *arguments], check=True, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def built(program, folder):
    """A server of the site that a program builds."""
    server = Server(folder / "site")
    build(program, folder, server.address)
    yield server
    server.shutdown()


def run(name, checks, program, serve=built):
    """Runs checks over a site. Returns the exit status: 0 all hold, 1 some do not, 2 something is missing.

    `serve` takes the program and an empty folder; while its context lasts, the site is at the `address` of what it gives.
    """
    try:
        import axe_playwright_python  # noqa: F401
        import playwright.sync_api
    except ImportError as error:
        print(f"{name}: {error}")
        return 2
    failed = 0
    with (
        tempfile.TemporaryDirectory() as temporary, serve(program, pathlib.Path(temporary)) as server,
        playwright.sync_api.sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for check in checks:
            reader = Reader(browser, server)
            try:
                check(reader)
                equal(reader.complaints, [])
                equal([request.url for request in reader.requests if not request.url.startswith(server.address)], [])
            except Exception as error:  # A check that fails must not keep the others from running.
                failed += 1
                print(f"{name}: FAILED {check.__name__}: {error if isinstance(error, AssertionError) else ''.join(traceback.format_exception(error, limit=2))}")
            reader.close()
        browser.close()
    print(f"{name}: {len(checks) - failed} of {len(checks)} checks hold", flush=True)
    return 1 if failed else 0
