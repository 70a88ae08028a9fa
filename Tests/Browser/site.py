#!/usr/bin/env python3
"""Reads the site as people do: by keyboard, with and without script, in all its looks, with hostile texts.

Usage: python3 Tests/Browser/site.py DECODE_SITE

DECODE_SITE is the program. It builds the site of content/, with a repository named, into a temporary folder, which is served under a path, with
the page's strict Content-Security-Policy. Each check is a function here; its name says what holds.

Needs the packages playwright and axe-playwright-python, and Chromium: CHROMIUM, /usr/bin/chromium by default.

Exit status: 0 all checks hold, 1 some do not, 2 something is missing.
"""
import gzip
import statistics
import sys
import tempfile
import time
import urllib.parse

import reading
from reading import NARROW, PHONE, WIDE, axe, clipboard, equal, tab_to, until

PAGES = ["", "errors/", "errors/eaddrinuse/", "areas/node/", "conditions/address-in-use/", "accuracy/", "404.html"]
ENTRY = "errors/eaddrinuse/"
PASTE = "Error: listen EADDRINUSE: address already in use 10.0.0.5:8080\n    at Server.setupListenHandle"


def decode(page, text):
    page.fill("#paste", text)
    until(page, "document.querySelector('.box-answer').childElementCount > 0")


def commands(page, scope="body"):
    return page.eval_on_selector_all(f"{scope} .command > pre", "all => all.map((pre) => pre.textContent)")


# The box


def a_paste_is_answered_and_its_command_copied_by_keyboard_alone(reader):
    page = reader.page()
    tab_to(page, "#paste")
    page.keyboard.insert_text(PASTE)
    page.wait_for_selector(".answer-found")
    equal(page.inner_text(".answer-found h2"), "EADDRINUSE: address already in use")
    equal(page.eval_on_selector(".answer-found .message", "e => { for (const rt of e.querySelectorAll('rt')) rt.remove(); return e.textContent; }"), PASTE.splitlines()[0])
    equal(page.inner_text(".answer-found figcaption"), "Line 1 of your text.")
    until(page, "document.querySelector('.answer-found .whole').href.endsWith('#?port=8080')")
    tab_to(page, ".answer-found .copy")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.textContent === 'Copied'")
    equal(clipboard(page), "sudo ss -ltnp 'sport = :8080'")
    equal(page.evaluate("[...document.querySelectorAll('[role=status]')].some((e) => e.textContent === 'Copied')"), True)
    report = urllib.parse.urlsplit(page.get_attribute(".answer-found .aside a[href*=issues]", "href"))
    body = urllib.parse.parse_qs(report.query)["body"][0]
    assert body.startswith("Entry: eaddrinuse\nSignature: 1\nContent of: 20"), body
    assert "10.0.0.5" not in body, body


def an_example_is_answered_by_a_click(reader):
    page = reader.page()
    examples = page.locator(".example")
    equal(examples.count(), 3)
    for number in range(3):
        examples.nth(number).click()
        title = examples.nth(number).inner_text()
        until(page, "(title) => document.querySelector('.answer-found h2')?.innerText === title", title)


def a_chain_names_the_cause_first(reader):
    page = reader.page()
    decode(page, PASTE + "\nnpm ERR! code ELIFECYCLE\nnpm ERR! errno 1\n")
    equal(page.inner_text(".answer-found h2"), "EADDRINUSE: address already in use")
    assert page.inner_text(".chain li").startswith("Reported as: npm ERR! code ELIFECYCLE"), page.inner_text(".chain")


def a_file_is_read_in_a_worker(reader):
    page = reader.page()
    line = "2026-11-22T15:52:07 [INFO] web-01 GET /healthz 200 3ms, connected to 10.0.0.5:5432\n"
    with tempfile.NamedTemporaryFile("w", suffix=".log") as log:
        log.write(line * 250_000 + PASTE)
        log.flush()
        size, start = log.tell(), time.monotonic()
        page.set_input_files("#file", log.name)
        page.wait_for_selector(".answer-found", timeout=120_000)
    print(f"site: a log of {size / 1e6:.0f} MB is answered in {time.monotonic() - start:.1f} s")
    equal(page.inner_text(".answer-found figcaption"), "Line 250001 of your text.")


def a_guess_is_called_one_and_a_proposal_shows_what_it_would_send(reader):
    page = reader.page()
    before = len(reader.contexts[0].pages)
    decode(page, "frobnicate: error: the flux of user jane@example.org at 192.0.2.7 is refused\npassword=hunter2 x\n" + "more text\n" * 900)
    assert "guess" in page.inner_text(".box-state"), page.inner_text(".box-state")
    text = page.inner_text(".proposal pre")
    link = page.get_attribute(".proposal a", "href")
    assert link.startswith("https://example.com/owner/repository/new/main/content/entries?filename="), link
    equal(urllib.parse.parse_qs(urllib.parse.urlsplit(link).query)["value"], [text])
    assert len(text) <= 2000, len(text)
    equal(text.splitlines()[7], "      frobnicate: error: the flux of user user@example.com at 10.0.0.5 is refused")
    equal(text.splitlines()[8], "      password=REDACTED x")
    equal(len(reader.contexts[0].pages), before)


def hostile_texts_are_drawn_as_text(reader):
    page = reader.page()
    hostile = "<script>hit=1</script><img src=x onerror=hit=1>\"'`</textarea></script>"
    decode(page, f"Error: listen EADDRINUSE: address already in use {hostile}\nError: ENOENT: no such file or directory, open '{hostile}$(touch x)'")
    decode(page, f"Error: Cannot find module '{hostile}'\nRequire stack:\n- /srv/app/index.js")
    equal(page.evaluate("[typeof hit, document.querySelectorAll('.box script, .box img').length]"), ["undefined", 0])
    page = reader.page(ENTRY)
    page.fill(".values input[name=path]", "/srv/a'; touch \"$(id)\" <script>hit=1</script>")
    until(page, "document.body.textContent.includes('touch')")
    equal(page.evaluate("typeof hit"), "undefined")
    assert any("'/srv/a'\\''; touch \"$(id)\" <script>hit=1</script>'" in command for command in commands(page)), commands(page)


def what_looks_private_is_taken_out_of_a_proposal(reader):
    page = reader.page()
    cases = {
        "PGPASSWORD=abc psql": "PGPASSWORD=REDACTED psql",
        '"api_key": "abc def", "a": 1': '"api_key": REDACTED, "a": 1',
        "Authorization: Bearer abc.def": "Authorization: REDACTED",
        "used bearer abcdefgh1": "used bearer REDACTED",
        "Unexpected token < in JSON at position 0": "Unexpected token < in JSON at position 0",
        "postgres://user:pw@db.corp.internal:5432/x": "postgres://host.example.com:5432/x",
        "/home/jane/app, C:\\Users\\jane\\app": "/home/user/app, C:\\Users\\user\\app",
        "listen 127.0.0.1 and 192.0.2.7": "listen 127.0.0.1 and 10.0.0.5",
        "key AKIAABCDEFGHIJKLMNOP, id 0123456789abcdef0123456789abcdef": "key REDACTED, id REDACTED",
        "java.net.BindException: Address already in use": "java.net.BindException: Address already in use",
        "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----": "REDACTED",
    }
    module = page.get_attribute(".box", "data-module")
    for text, redacted in cases.items():
        own = page.evaluate("async ([module, text]) => (await import(new URL(module, document.baseURI).href)).redacted(text)", [module, text])
        equal(own, redacted)


def nothing_of_a_paste_leaves_the_page(reader):
    page = reader.page()
    decode(page, PASTE)
    # The first answer brings the script that fills its commands; from then on all of it is there.
    until(page, "document.querySelector('.answer-found .whole').href.endsWith('#?port=8080')")
    reader.requests.clear()
    page.fill("#paste", "secretword " + PASTE.replace("8080", "9090"))
    until(page, "document.querySelector('.answer-found pre').textContent.includes('9090')")
    page.fill(".answer-found .values input[name=port]", "7070")
    until(page, "document.querySelector('.answer-found pre').textContent.includes('7070')")
    equal([request.url for request in reader.requests], [])
    equal(page.url, reader.address)
    equal(page.evaluate("document.cookie + localStorage.length"), "0")
    # What may match is asked for by the names of files that the site has, whatever the text.
    page.fill("#paste", "secretword\nnpm ERR! code ELIFECYCLE\nfrobnicate: error: secretword was refused")
    until(page, "document.querySelector('.answer-found h2').innerText.includes('ELIFECYCLE')")
    for request in reader.requests:
        assert (reader.folder / request.url.removeprefix(reader.address)).is_file(), request.url
        equal([request.method, request.post_data], ["GET", None])
    assert any("/errors/npm-elifecycle/entry.json" in request.url for request in reader.requests), reader.requests


# The entry


def values_rewrite_every_command(reader):
    page = reader.page(ENTRY)
    before = commands(page)
    page.fill(".values input[name=port]", "4000")
    until(page, "document.querySelector('.first-look pre').textContent.includes('4000')")
    equal(commands(page), [command.replace("3000", "4000") for command in before])
    page.fill(".values input[name=port]", "99999")
    page.wait_for_selector(".values input[aria-invalid=true]")
    equal(page.inner_text(".value-note"), "“99999” is not a port from 1 to 65535. The example stays in its place.")
    equal(commands(page), before)
    page = reader.page("errors/econnrefused/")
    page.fill(".values input[name=port]", "4000")
    page.fill(".values input[name=host]", "db-01")
    until(page, "document.querySelector('pre [data-name=host]').textContent === 'db-01'")
    for name, value in (("port", "4000"), ("host", "db-01")):
        equal(set(page.eval_on_selector_all(f"pre var[data-name={name}]", "all => all.map((mark) => mark.textContent)")), {value})


def a_link_carries_the_values_that_fit(reader):
    page = reader.page(ENTRY)
    page.fill(".values input[name=port]", "4000")
    until(page, "document.querySelector('.first-look pre').textContent.includes('4000')")
    page.click(".share")
    until(page, "document.querySelector('.share').textContent === 'Copied'")
    equal(clipboard(page), reader.address + ENTRY + "#?port=4000")
    page = reader.page(ENTRY + "#?port=4001&path=%2Frun%2Fb.sock&unknown=x")
    until(page, "document.querySelector('.first-look pre').textContent.includes('4001')")
    page = reader.page(ENTRY + "#?port=%3Cscript%3E&path=%2Frun%2Fb.sock")
    until(page, "document.body.textContent.includes('/run/b.sock')")
    equal(page.input_value(".values input[name=port]"), "3000")
    assert all("<script>" not in command for command in commands(page))


def tabs_choose_the_system_for_the_whole_site(reader):
    page = reader.page(ENTRY)
    bars = page.locator("[role=tablist]")
    selected = "[...document.querySelectorAll('[role=tab][aria-selected=true]')].map((e) => e.textContent)"
    assert bars.count() > 2 and set(page.evaluate(selected)) <= {"Linux", "Linux and macOS", "Linux, macOS and Windows"}, page.evaluate(selected)
    page.locator("[role=tab][aria-selected=true]").first.focus()
    page.keyboard.press("End")
    others = "[...document.querySelectorAll('[role=tablist]')].filter((bar) => /Windows/.test(bar.textContent)).filter((bar) => !/Windows/.test(bar.querySelector('[aria-selected=true]').textContent)).length"
    equal(page.evaluate(others), 0)
    equal(page.evaluate("document.activeElement.textContent"), "Windows")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    equal(page.evaluate("document.activeElement.textContent"), "macOS")
    page.reload()
    equal(page.locator(".first-look [aria-selected=true]").inner_text(), "macOS")
    equal(page.locator(".first-look .panel[hidden=until-found]").count(), 2)
    page = reader.open(reader.contexts[0], "errors/econnrefused/")
    assert all("macOS" in name for name in page.evaluate(selected)), page.evaluate(selected)


def a_copied_command_has_no_remarks_in_it(reader):
    page = reader.page(ENTRY)
    plain = commands(page) + page.eval_on_selector_all(".snippet-head + pre", "all => all.map((pre) => pre.textContent)")
    page.evaluate(
        """() => {
          for (const code of document.querySelectorAll('.command code')) {
            const remark = document.createElement('span');
            remark.className = 'remark';
            remark.textContent = '# who listens';
            code.prepend(remark, '\\n');
          }
        }""")
    buttons = page.locator(".copy:visible")
    assert buttons.count() > 3
    for index in range(buttons.count()):
        buttons.nth(index).click()
        until(page, "(index) => [...document.querySelectorAll('.copy')].filter((e) => e.checkVisibility())[index].textContent === 'Copied'", index)
        assert clipboard(page) in plain, clipboard(page)


def without_script_everything_is_there(reader):
    page = reader.page(ENTRY, java_script_enabled=False)
    for selector, isVisible in [(".panel", True), (".system", True), (".tabs", False), (".values", False)]:
        matches = page.locator(selector)
        assert matches.count() > 0, selector
        equal({matches.nth(index).is_visible() for index in range(matches.count())}, {isVisible})
    equal(page.locator(".copy").count(), 0)
    page = reader.page("", java_script_enabled=False)
    equal([page.locator(".box").is_visible(), page.locator(".areas").is_visible()], [False, True])


def paper_has_every_panel(reader):
    page = reader.page(ENTRY)
    page.emulate_media(media="print")
    heights = page.eval_on_selector_all(".section .panel pre", "all => all.map((pre) => pre.getBoundingClientRect().height)")
    assert min(heights) > 10, heights
    systems = page.locator(".section .system")
    equal({systems.nth(index).is_visible() for index in range(systems.count())}, {True})


# The look


def entries(folder):
    return sorted(f"errors/{path.parent.name}/" for path in folder.glob("errors/*/index.html"))


def the_first_command_is_seen_without_scrolling(reader):
    for viewport in (WIDE, PHONE):
        page = reader.page(viewport=viewport)
        hidden = []
        for path in entries(reader.folder):
            page.goto(reader.address + path)
            bottom = page.evaluate(
                """() => {
                  const pre = document.querySelector('.first-look pre');
                  return pre && pre.getBoundingClientRect().top + 0.125 * 16 + parseFloat(getComputedStyle(pre).lineHeight);
                }""")
            if bottom is not None and bottom > viewport["height"]:
                hidden.append(f"{path} {bottom:.0f}")
        equal(hidden, [])


def nothing_moves_while_a_page_is_drawn(reader):
    observe = "moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
    for viewport in (WIDE, PHONE):
        context = reader.browser.new_context(viewport=viewport)
        reader.contexts.append(context)
        context.add_init_script(observe)
        for path in PAGES + ["errors/econnrefused/"]:
            page = reader.open(context, path)
            page.wait_for_timeout(150)
            # On a busy machine a row of a table is drawn before its last cell has come; that moves less than anybody can see.
            equal((path, round(page.evaluate("moved"), 4)), (path, 0))
            page.close()


def no_page_scrolls_sideways(reader):
    page = reader.page(viewport=NARROW)
    for path in PAGES + entries(reader.folder):
        page.goto(reader.address + path)
        equal((path, page.evaluate("document.documentElement.scrollWidth")), (path, 320))


def axe_finds_nothing(reader):
    for options in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}, {"viewport": PHONE}):
        page = reader.page(**options)
        for path in PAGES + ["answer", "guess"]:
            page.goto(reader.address + (path if path in PAGES else ""))
            if path == "answer":
                decode(page, PASTE + "\nnpm ERR! code ELIFECYCLE\n")
            elif path == "guess":
                decode(page, "frobnicate: error: connection of nothing was refused")
            page.wait_for_timeout(200)
            axe(page, f"{path} {options}")


def the_owners_colours_hold_in_the_light_and_in_the_dark(reader):
    for scheme, color in (("light", "rgb(91, 42, 134)"), ("dark", "rgb(207, 177, 240)")):
        page = reader.page(ENTRY, color_scheme=scheme)
        equal(page.evaluate("getComputedStyle(document.querySelector('.first-look .aside a')).color"), color)


def pages_are_light(reader):
    def weight(path):
        content = path.read_bytes()
        return len(content), len(gzip.compress(content, 9))

    pages = [weight(path) for path in reader.folder.glob("**/*.html")]
    raw, packed = (statistics.median(column) for column in zip(*pages))
    assets = {path.name.split(".")[0]: weight(path) for path in reader.folder.glob("assets/*") if path.is_file()}
    print(f"site: median page {raw:.0f} bytes, {packed:.0f} packed; " + ", ".join(f"{name} {one}/{two}" for name, (one, two) in sorted(assets.items())))
    assert raw <= 25 << 10 and packed <= 8 << 10, (raw, packed)
    assert assets["head"][0] <= 1_024 and assets["head"][1] + assets["page"][1] <= 6_000, assets
    assert assets["site"][1] <= 10_000, assets
    # What filling a command takes.
    assert assets["answer"][1] + assets["scalars"][1] <= 6_000, assets


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(reading.run("site", reading.checks(globals()), sys.argv[1]))
