#!/usr/bin/env python3
"""Searches the site as people do, and reads what it offers at wrong addresses.

Usage: python3 Tests/Browser/search.py DECODE_SITE

DECODE_SITE is the program. How the checks are run is told in reading.py.

Needs the packages playwright and axe-playwright-python, and Chromium: CHROMIUM, /usr/bin/chromium by default.

Exit status: 0 all checks hold, 1 some do not, 2 something is missing.
"""
import json
import sys
import urllib.parse

import reading
from reading import NARROW, PHONE, WIDE, axe, equal, tab_to, until

ENTRY = "errors/eaddrinuse/"
# What people type, and what is in the address of one of the first three entries.
QUERIES = {
    "EADDRINUSE": "eaddrinuse", "eaddr": "eaddrinuse", "address already in use": "eaddrinuse", "permission denied": "eacces", "port in use": "port-already-in-use",
    "exit 137": "exit-code-137", "Errno 98": "python-errno-98", "module not found": "module-not-found", "modulenotfound": "python-modulenotfounderror",
    "crash loop": "k8s-crashloopbackoff", "gyp": "node-gyp", "certificates expired": "x509-expired", "redis connection refused": "redis-connection-refused",
    "how to fix npm ERR! code ELIFECYCLE": "npm-elifecycle", "permisson denied": "permission", "OOMKilled": "out-of-memory",
}


def search(page, terms):
    """Opens the dialog with a key, and types."""
    page.keyboard.press("/")
    page.wait_for_selector(".finder[open]")
    page.keyboard.type(terms)
    settled(page, terms)


def settled(page, terms):
    until(page, "(terms) => document.querySelector('#finder-terms').value === terms && document.querySelector('#finder-list').ariaBusy === 'false'", terms)


def titles(page):
    return page.eval_on_selector_all(".finder .result-title", "all => all.map((title) => title.firstChild.textContent)")


def slugs(page, scope=".finder"):
    return page.eval_on_selector_all(f"{scope} .result", "all => all.map((link) => new URL(link.href).pathname.split('/').at(-2))")


def chosen(page):
    """The option that the field names as its active one; it is the selected one, and the only."""
    return page.evaluate(
        """() => {
          const option = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
          const selected = [...document.querySelectorAll('[role=option][aria-selected=true]')];
          return selected.length === 1 && selected[0] === option ? option.querySelector('.result-title').firstChild.textContent : null;
        }""")


def an_entry_is_found_and_opened_by_keyboard_alone(reader):
    page = reader.page("areas/node/")
    tab_to(page, ".search-link")
    page.keyboard.press("Enter")
    page.wait_for_selector(".finder[open]")
    equal(page.evaluate("document.activeElement.id"), "finder-terms")
    page.keyboard.type("port")
    settled(page, "port")
    found = titles(page)
    equal(len(found), 10)
    equal(chosen(page), found[0])
    page.keyboard.press("ArrowDown")
    equal(chosen(page), found[1])
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    equal(chosen(page), found[9])
    page.keyboard.press("Control+A")
    page.keyboard.type("EADDRINUSE")
    settled(page, "EADDRINUSE")
    equal(chosen(page), "EADDRINUSE: address already in use")
    page.keyboard.press("Enter")
    page.wait_for_url(reader.address + ENTRY)
    page.go_back()
    page.wait_for_selector(".finder[open] .result")
    equal(page.input_value("#finder-terms"), "EADDRINUSE")
    equal(page.url, reader.address + "areas/node/#q=EADDRINUSE")
    page.keyboard.press("Escape")
    until(page, "!document.querySelector('.finder').open && location.hash === ''")
    equal(page.url, reader.address + "areas/node/")


def closing_gives_back_focus_and_address(reader):
    page = reader.page(ENTRY + "#fix")
    page.focus(".search-link")
    page.keyboard.press("Enter")
    page.wait_for_selector(".finder[open]")
    page.keyboard.press("Escape")
    until(page, "document.activeElement.matches('.search-link')")
    page.keyboard.press("Control+k")
    page.wait_for_selector(".finder[open]")
    page.click(".finder-close")
    until(page, "document.activeElement.matches('.search-link')")
    equal(page.url, reader.address + ENTRY + "#fix")
    equal(page.evaluate("location.hash"), "#fix")


def the_keys_work_everywhere_but_where_one_types(reader):
    for path in ("", "errors/", ENTRY, "conditions/address-in-use/", "accuracy/", "404.html", "offline.html"):
        page = reader.page(path)
        page.keyboard.press("/")
        page.wait_for_selector(".finder[open]")
        equal(page.input_value("#finder-terms"), "")
        page.close()
    page = reader.page()
    page.focus("#paste")
    page.keyboard.type("a/b")
    equal([page.input_value("#paste"), page.locator(".finder[open]").count()], ["a/b", 0])
    page.keyboard.press("Control+k")
    page.wait_for_selector(".finder[open]")
    # One key alone must not be forced on those who speak to their computer.
    page.click(".finder-slash")
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("/")
    page.keyboard.press("Control+k")
    page.wait_for_selector(".finder[open]")
    equal([page.locator(".finder[open]").count(), page.is_checked(".finder-slash input")], [1, False])


def what_people_type_finds_what_they_mean(reader):
    page = reader.page()
    search(page, "")
    for terms, part in QUERIES.items():
        page.fill("#finder-terms", terms)
        settled(page, terms)
        assert any(part in slug for slug in slugs(page)[:3]), f"{terms}: {slugs(page)}"


def the_page_cuts_words_as_the_tables_do(reader):
    page = reader.page()
    head = json.loads((reader.folder / "search.json").read_text())
    read = lambda name: json.loads((reader.folder / head["folder"] / f"{name}.json").read_text())
    places = {}
    for file in range(len(head["words"])):
        for word, *row in read(f"words-{file}"):
            number, places[word] = -1, set()
            for posting in row:
                number += posting >> 3
                places[word].add(number)
    entries = [entry for file in range(-(-head["entries"] // head["step"])) for entry in read(f"entries-{file}")]
    equal(len(entries), head["entries"])
    module = page.get_attribute(".search-link", "data-engine")
    cut = "async ([module, texts]) => { const { wordsOf } = await import(new URL(module, document.baseURI).href); return texts.map(wordsOf); }"
    texts = [" ".join([slug, title, code or "", head["areas"][area][1], *names]) for slug, title, code, area, names, _ in entries]
    lost = [(word, entries[number][0]) for number, words in enumerate(page.evaluate(cut, [module, texts])) for word in words if number not in places.get(word, ())]
    equal(lost, [])


def a_slip_finds_the_nearest_code(reader):
    page = reader.page()
    search(page, "")
    for terms, code in (("EADRINUSE", "eaddrinuse"), ("EADDRINSUE", "eaddrinuse"), ("ECONREFUSED", "econnrefused"), ("RCONNREFUSED", "econnrefused")):
        page.fill("#finder-terms", terms)
        settled(page, terms)
        equal(slugs(page)[0], code)
        equal(page.inner_text(".finder-note"), f"Nothing has “{terms.lower()}”. The closest: “{code}”.")


def nothing_found_leads_on(reader):
    page = reader.page("areas/node/")
    search(page, "")
    assert page.locator(".finder-areas a").count() > 5
    page.keyboard.type("xqzzvw")
    settled(page, "xqzzvw")
    equal(page.inner_text(".finder-note"), "Nothing is found by that. Try fewer words, a code, or:")
    equal([page.locator(".finder [role=option]").count(), page.get_attribute("#finder-terms", "aria-expanded")], [0, "false"])
    page.keyboard.press("Enter")
    equal(page.url, reader.address + "areas/node/")
    page.click(".finder-foot a")
    page.wait_for_url(reader.address + "#decode")
    page = reader.page()
    search(page, "port xqzzvw")
    equal(page.inner_text(".finder-note"), "No entry has “xqzzvw”. Without:")
    page.click(".finder-foot a")
    until(page, "!document.querySelector('.finder').open && location.hash === '#decode'")


def a_link_brings_the_terms(reader):
    page = reader.page("errors/#q=address%20already+in%20use")
    page.wait_for_selector(".finder[open] .result")
    equal(page.input_value("#finder-terms"), "address already in use")
    page.keyboard.press("Escape")
    until(page, "!document.querySelector('.finder').open")
    equal(page.url, reader.address + "errors/")
    page.evaluate("location.hash = '#q=%'")
    page.wait_for_selector(".finder[open]")
    equal(page.input_value("#finder-terms"), "%")
    template = (reader.folder / "opensearch.xml").read_text().split('template="')[1].split('"')[0]
    equal(template, reader.address + "errors/#q={searchTerms}")


def terms_are_in_no_request(reader):
    page = reader.page("errors/#q=flubberwort")
    page.wait_for_selector(".finder[open] .finder-note:not(:empty)")
    page.fill("#finder-terms", "EADDRINUSE flubberwort")
    settled(page, "EADDRINUSE flubberwort")
    page.keyboard.press("Enter")
    page.wait_for_url(reader.address + ENTRY)
    sent = [(request.url.split("#")[0], request.method, request.headers, request.post_data) for request in reader.requests]
    assert len(sent) > 10 and "flubberwort" not in str(sent).lower(), sent
    assert all("EADDRINUSE" not in str(one) for one in sent)


def little_is_read_and_only_when_it_is_wanted(reader):
    page = reader.page("areas/node/")
    assert not [request.url for request in reader.requests if "/search" in request.url or "finder" in request.url]
    page.evaluate("performance.clearResourceTimings()")
    search(page, "permission denied")
    read = page.evaluate("performance.getEntriesByType('resource').map((one) => [new URL(one.name).pathname, one.decodedBodySize])")
    print("search: read for two words: " + ", ".join(f"{path.split('/')[-1].split('.')[0]} {size}" for path, size in read))
    equal({path.split("/")[2] for path, _ in read}, {"assets", "search", "search.json"})
    assert sum(size for _, size in read) < 100_000, read


def hostile_terms_stay_text(reader):
    page = reader.page("errors/#q=%3Cscript%3Ehit%3D1%3C%2Fscript%3E%3Cimg%20src%3Dx%20onerror%3Dhit%3D1%3E")
    page.wait_for_selector(".finder[open] .finder-note:not(:empty)")
    for terms in ("<img src=x onerror=hit=1>", "__proto__ constructor toString", "\"'`</dialog>", "javascript:hit=1", "a" * 200, "🙂 \u202e\u0000 %00"):
        page.fill("#finder-terms", terms)
        page.wait_for_timeout(60)
    equal(page.evaluate("[typeof hit, document.querySelectorAll('.finder script, .finder img').length]"), ["undefined", 0])


def axe_finds_nothing_in_the_dialog(reader):
    for options in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}, {"viewport": PHONE}):
        page = reader.page(ENTRY, **options)
        search(page, "")
        axe(page, f"nothing typed, {options}")
        for terms in ("port", "EADRINUSE", "xqzzvw"):
            page.fill("#finder-terms", terms)
            settled(page, terms)
            axe(page, f"{terms}, {options}")


def the_dialog_fits_every_screen(reader):
    for viewport in (WIDE, PHONE, NARROW, {"width": 640, "height": 320}):
        page = reader.page(ENTRY, viewport=viewport)
        search(page, "permission denied")
        box = page.locator(".finder").bounding_box()
        assert box["x"] >= 0 and box["y"] >= 0, (viewport, box)
        assert box["x"] + box["width"] <= viewport["width"] and box["y"] + box["height"] <= viewport["height"], (viewport, box)
        equal(page.evaluate("document.querySelector('.finder-list').scrollWidth <= document.querySelector('.finder-list').clientWidth"), True)
        page.keyboard.press("ArrowUp")
        last, body = page.locator(".finder .result").last.bounding_box(), page.locator(".finder-list").bounding_box()
        assert last["y"] + last["height"] <= body["y"] + body["height"] + 1, (viewport, last, body)


def without_script_the_link_leads_to_the_list(reader):
    page = reader.page(ENTRY, java_script_enabled=False)
    page.click(".search-link")
    equal(page.url, reader.address + "errors/")
    page = reader.page("nowhere/EADDRINUSE", java_script_enabled=False)
    equal([page.is_visible(".missing"), page.is_visible("main a[href$='/errors/']")], [False, True])
    page.click(".wordmark")
    equal(page.url, reader.address)
    reader.expect_missing_pages()


# Wrong addresses


def offered(reader, path):
    page = reader.page(path)
    until(page, "!document.querySelector('.missing').ariaBusy")
    reader.expect_missing_pages()
    return page


def a_wrong_address_finds_its_entry(reader):
    for path in ("EADDRINUSE", "eaddrinuse/", "errors/EADDRINUSE", "errors/EADDRINUSE/index.html", "error/eaddrinuse.html", "Errno%2098", "x/y/eaddrinuse/index.md"):
        page = offered(reader, path)
        assert page.inner_text(".missing p") in ("You may be looking for:", "These are called “Errno 98”:"), (path, page.inner_text(".missing p"))
        assert path == "Errno%2098" or slugs(page, ".missing") == ["eaddrinuse"], (path, slugs(page, ".missing"))
        equal(page.url, reader.address + path)
    page.click(".missing a")
    page.wait_for_url(reader.address + ENTRY)
    page = offered(reader, "errors/eaddrinus/")
    equal(page.inner_text(".missing p"), "Nothing here is called “eaddrinus”. The closest:")
    assert "eaddrinuse" in slugs(page, ".missing"), slugs(page, ".missing")


def a_hostile_address_is_text(reader):
    for path in (
            "%3Cscript%3Ehit=1%3C/script%3E", "https:%2F%2Fexample.org%2FEADDRINUSE", "%5C%5Cexample.org", "javascript:hit=1", "%E0%A4%A", "%00", "%2e%2e%2f%2e%2e",
            "a" * 3000, "//example.org/EADDRINUSE", "EADDRINUSE?next=https://example.org#q"):
        page = offered(reader, path)
        links = page.eval_on_selector_all(".missing a", "all => all.map((link) => link.href)")
        assert all(urllib.parse.urlsplit(link).path.startswith("/repo/errors/") and link.startswith(reader.address) for link in links), links
        equal(page.evaluate("[typeof hit, document.querySelectorAll('.missing script, .missing img').length]"), ["undefined", 0])
        page.close()


def nothing_moves_when_an_entry_is_offered(reader):
    observe = "moved = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
    for viewport in (WIDE, PHONE):
        context = reader.browser.new_context(viewport=viewport)
        reader.contexts.append(context)
        context.add_init_script(observe)
        for path in ("EADDRINUSE", "errors/port-in-use/", "xqzzvw", "404.html"):
            page = reader.open(context, path)
            page.wait_for_timeout(400)
            equal((path, round(page.evaluate("moved"), 4)), (path, 0))
            page.close()
    reader.expect_missing_pages()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    sys.exit(reading.run("search", reading.checks(globals()), sys.argv[1]))
