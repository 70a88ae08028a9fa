"""Writes the content of a site with many entries, the same for the same number: `python3 content.py FOLDER COUNT`.

Each entry has about 4 KB and signatures, samples, links, steps and questions of its own, so that nothing can be made once for all.
"""

import os
import random
import sys

AREAS = 20
SIBLINGS = 8
WORDS = (
    "container network registry volume service worker socket daemon token cluster image layer secret proxy timeout certificate mount "
    "branch artifact runner replica gateway migration schema queue bucket pod ingress signal limit quota handle thread buffer"
).split()


def slug(number):
    return f"{WORDS[number % len(WORDS)]}-error-{number:05d}"


def area(number):
    return f"area-{number % AREAS:02d}"


def prose(choose, sentences):
    lines = []
    for _ in range(sentences):
        words = [choose.choice(WORDS) for _ in range(9)]
        words[3] = f"`{words[3]}`"
        words[6] = f"**{words[6]}**"
        lines.append(" ".join(words).capitalize() + ".")
    return " ".join(lines)


def entry(number, count):
    choose = random.Random(number)
    other = (number * 7 + 13) % count
    name = f"E{number:05d}X"
    condition = f"condition: condition-{number // SIBLINGS:05d}\n" if number % 2 else ""
    text = f"Error: {name} {choose.choice(WORDS)} refused by {{host}}:{{port}}"
    shown = text.replace("{host}", "10.0.0.5").replace("{port}", "5432")
    topics = {
        "cause": "\n\n".join(f"### {prose(choose, 1)[:40]} {n}\n\n{prose(choose, 3)}" for n in range(2)),
        "question": "\n\n".join(f"### Why does {name} come {n} times?\n\n{prose(choose, 2)}" for n in range(3)),
    }
    related = f"related: [{slug(other)}]\n" if other != number else ""
    return f"""---
title: "{name}: {WORDS[number % len(WORDS)]} refused"
code: {name}
{condition}summary: The {WORDS[number % len(WORDS)]} at the other end refused what {name} asked for. {prose(choose, 1)}
signatures:
  - match: "{text}"
    label: The client
    since: "Client 2"
  - match: "{name} fatal while opening {{path}}"
samples:
  - text: |
      2026-11-22T10:00:00Z deploy[{number}]: starting
      {shown}
          at connect (/srv/app/client.js:{number}:7)
    captures: {{ host: 10.0.0.5, port: "5432" }}
    source: captured with Client 2.{number % 10} on Debian 12
  - text: |
      {name} fatal while opening /srv/app/{number}.conf
      exit status 1
    captures: {{ path: /srv/app/{number}.conf }}
    source: captured with Client 2.{number % 10} on Debian 12
counterexamples:
  - text: "{name} was mended"
    why: an end that is well
  - text: "connected to 10.0.0.5:5432 after {number} tries"
{related}references: ["https://example.com/manual/{number}"]
updated: 2025-{number % 11 + 1:02d}-{number % 28 + 1:02d}
---

## What it looks like

{prose(choose, 2)}

## Why it happens

{topics["cause"]}

See [the other one](../{area(other)}/{slug(other)}.md).

## How to fix it

### 1. Look at {{host}}

{prose(choose, 2)}

```sh linux macos look
nc -vz {{host}} {{port}}
```

```powershell windows look
Test-NetConnection {{host}} -Port {{port}}
```

- {prose(choose, 1)}
- {prose(choose, 1)}

### 2. Start it again

{prose(choose, 2)}

```sh linux change
systemctl restart client-{number}
```

## Stop it happening again

{prose(choose, 3)}

```yaml
retries: {number % 9}
host: db-{number}.example.com
```

## FAQ

{topics["question"]}
"""


def write(folder, count):
    for number in range(count):
        path = os.path.join(folder, "entries", area(number))
        os.makedirs(path, exist_ok=True)
        with open(os.path.join(path, f"{slug(number)}.md"), "w", encoding="utf-8") as file:
            file.write(entry(number, count))
    os.makedirs(os.path.join(folder, "benign"), exist_ok=True)
    with open(os.path.join(folder, "benign", "deploy.log"), "w", encoding="utf-8") as file:
        file.writelines(f"2026-11-22T10:00:{n % 60:02d}Z client[{n}]: connected to web-01:{n + 1024}\n" for n in range(200))
    with open(os.path.join(folder, "site.yml"), "w", encoding="utf-8") as file:
        file.write("title: Many errors\nurl: https://example.com/errors/\ndescription: A site to measure with.\n")
    with open(os.path.join(folder, "areas.yml"), "w", encoding="utf-8") as file:
        file.writelines(f"area-{n:02d}: {{ title: Area {n:02d}, summary: Errors of area {n:02d}. }}\n" for n in range(AREAS))
    with open(os.path.join(folder, "conditions.yml"), "w", encoding="utf-8") as file:
        file.writelines(
            f"condition-{n:05d}: {{ title: Condition {n}, summary: What condition {n} is. }}\n" for n in range(count // SIBLINGS + 1)
            if n * SIBLINGS < count)


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
