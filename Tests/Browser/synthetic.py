"""Content of any size, for what must not depend on it: entries of the usual length, one area with half of them, one condition with a tenth."""
import json

AREAS, CONDITIONS = 30, 40
BODY = """
## What it looks like

The service prints it while it starts, and then ends. {filler}

## Why it happens

### The port is taken

Something else listens on port {{port}}. {filler}

### The old instance has not gone

{filler}

## How to fix it

### See who holds the port

{filler}

```sh linux look
sudo ss -ltnp 'sport = :{{port}}'
```

```sh macos look
sudo lsof -nP -iTCP:{{port}} -sTCP:LISTEN
```

```powershell windows look
Get-NetTCPConnection -LocalPort {{port}} -State Listen
```

### Stop it

{filler}

```sh linux macos change
kill <PID>
```

### Start again

{filler}

```sh linux macos change
npm start
```

## Stop it happening again

{filler} {filler}

```js
server.listen(process.env.PORT);
```

## FAQ

### What does it mean?

{filler}

### Is it safe to stop the process?

{filler}

### Why does it come back?

{filler}
"""
FILLER = (
    "One listener can have an address and a port at a time, so the second one fails to start. Either the old process has not exited, or another "
    "program took the port in between; the first command shows which of the two it is, and the second one ends it. " * 2).strip()


def entry(number):
    letter = "E" if number % 2 else chr(ord("A") + number // 2 % 26)
    text = f"{letter}CASE{number}: listen failed on port"
    front = {
        "title": f"{letter}CASE{number}: listen failed", "code": f"{letter}CASE{number}",
        "condition": f"condition-{0 if number % 10 == 0 else number % CONDITIONS}",
        "summary": f"Another process has the port of case {number}. Find it, stop it, or take another port.", "updated": "2026-01-01",
        "signatures": [{"match": f"{text} {{port}}"}],
        "samples": [{"text": f"Error: {text} 3000\n    at start (/srv/app/server.js:3:48)\n" * 4, "captures": {"port": "3000"}, "source": f"captured with service {number} on Debian 12"}],
        "counterexamples": [{"text": "all is well", "why": "a healthy line"}],
        "references": ["https://example.com/"],
    }
    # A value in JSON is one in YAML.
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in front.items()) + "---\n" + BODY.format(filler=FILLER)


def area(number):
    return "area-0" if number % 2 else f"area-{number // 2 % AREAS}"


def write(folder, entries):
    """A folder of content with so many entries."""
    (folder / "benign").mkdir(parents=True)
    (folder / "benign/healthy.log").write_text("all is well\n")
    (folder / "site.yml").write_text(
        "title: Synthetic errors\nurl: https://example.com/\ndescription: Entries of no use.\nrepository: https://example.com/owner/repository\n")
    for name, count in (("area", AREAS), ("condition", CONDITIONS)):
        rows = [f"{name}-{number}: {{title: The {name} {number}, summary: What {name} {number} has in common.}}\n" for number in range(count)]
        (folder / f"{name}s.yml").write_text("".join(rows))
    for number in range(entries):
        (folder / "entries" / area(number)).mkdir(parents=True, exist_ok=True)
        (folder / "entries" / area(number) / f"case-{number}.md").write_text(entry(number))
