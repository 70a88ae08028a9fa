import Cataloging
import Testing

struct BodyFindingsTests {
  @Test(arguments: [
    Breakage(
      "  - text: \"port 3001 was in use\"\n    why: a healthy start-up",
      "  []",
      "25:3+2 empty-value: 'counterexamples' is an empty list"),
    Breakage(
      "## What it looks like\n",
      "Hello\n\n## What it looks like\n",
      "32:1+5 text-before-section: text stands before the first section"),
    Breakage(
      "## What it looks like\n",
      "# What it looks like\n",
      "32:1+20 unknown-section: a heading of the first level"),
    Breakage(
      "## Why it happens\n",
      "## Why it hapens\n",
      "36:1+16 unknown-section: there is no section 'Why it hapens'"),
    Breakage(
      "## FAQ\n",
      "## FAQ\n\n## Why it happens\n",
      "72:1+17 duplicate-section: the section 'Why it happens' stands here a second time, first in line 36"),
    Breakage(
      "## What it looks like\n\nAs above.\n",
      "## FAQ\n",
      "32:1+6 missing-section: the section 'What it looks like' is missing",
      "34:1+17 section-order: the section 'Why it happens' stands behind 'FAQ'",
      "68:1+6 duplicate-section: the section 'FAQ' stands here a second time, first in line 32"),
    Breakage(
      "It does.",
      "####\n\n###\n",
      "42:1+3 empty-value: this heading has no text"),
    Breakage(
      "It does.",
      "It <b>does</b>.\n\n<div>\n",
      "40:4+3 raw-html: raw HTML is not shown",
      "40:11+4 raw-html: raw HTML is not shown",
      "42:1+5 raw-html: raw HTML is not shown"),
    Breakage(
      "It does.",
      "It ![does](x.png).",
      "40:4+2 image: images are not shown"),
    Breakage(
      "It does.",
      "| a | b |\n|---|:-:|\n| 1 | 2 |",
      "41:1+9 table: tables are not part of CommonMark"),
    Breakage(
      "It does.",
      "It [does][that].",
      "40:9+2 unresolved-reference: this link's reference is not defined"),
    Breakage("It does.", "It does a\\[0\\]\\[1\\]."),
    Breakage("It does.", "It does `a[0][1]` and [this][that].\n\n[that]: https://example.org"),
    Breakage(
      "It does.",
      "See [a](../go/bnd.md), [b](../node/bind.md), [c](/errors/bind/#faq-wy),\n[d](x.md), [e](#step-find), [f](/areas/goo/), [g](javascript:x), [h](//x.org) and [i](https://x.org).",
      "40:9+12 dead-link: there is no entry 'entries/go/bnd.md'",
      "40:28+15 dead-link: there is no entry 'entries/node/bind.md'",
      "40:50+20 dead-link: the entry 'bind' has no anchor 'faq-wy'",
      "41:5+4 dead-link: there is no entry 'entries/node/x.md'",
      "41:16+10 dead-link: the entry 'eaddrinuse' has no anchor 'step-find'",
      "41:33+11 unknown-area: there is no area 'goo'",
      "41:51+12 unsafe-link: the link 'javascript:x' is neither http, https nor mailto",
      "41:70+7 unsafe-link: the link '//x.org' is neither http, https nor mailto"),
    Breakage(
      "It does.",
      "It does {prot}, `{port2}`, {{name}}, ${x}, `@{u}`, %{http_code} and **{\nname}**, **{other}**.",
      "40:9+6 undeclared-placeholder: no signature of this entry has a hole named 'prot'",
      "40:18+7 undeclared-placeholder: no signature of this entry has a hole named 'port2'",
      "41:12+7 undeclared-placeholder: no signature of this entry has a hole named 'other'"),
    Breakage(
      "sh linux look\nss",
      "sh linx look\nss",
      "48:7+4 fence-word: 'linx' is neither a system nor a risk"),
    Breakage(
      "sh linux look\nss",
      "sh linux\nss",
      "48:1+11 fence-risk: this command has no risk"),
    Breakage(
      "sh linux look\nss",
      "sh look linux look\nss",
      "48:7+4 fence-word: a fence has one risk: this one has 'look' and 'look'"),
    Breakage(
      "sh linux look\nss",
      "shell linux look\nss",
      "48:4+5 fence-language: 'shell' is not the name of a command's language here"),
    Breakage(
      "```yaml\n",
      "```yaml look\n",
      "66:9+4 fence-word: only a command has a risk and systems, and 'yaml' is a snippet"),
    Breakage(
      "bash change\nkill <PID>\n```\n",
      "bash change\nkill <PID>\n```\n\n```sh macos look\nps\n```\n",
      "64:1+16 risk-order: a 'look' command stands behind a 'change' one"),
    Breakage(
      "As above.",
      "- As above.\n\n  ```sh look\n  ls\n  ```\n",
      "36:3+10 nested-command: a command stands inside a list or a quote"),
    Breakage(
      "As above.",
      "```sh look\n```\n",
      "34:1+10 empty-value: this command is empty"),
    Breakage(
      "ss -ltnp 'sport = :{port}'",
      "ss '{host}' {port} \"{{host}} {host}\" `{port}` {prot}",
      "49:5+6 unsafe-placeholder: '{host}' stands between quotes, where its value could break out",
      "49:30+6 unsafe-placeholder: '{host}' stands between quotes, where its value could break out",
      "49:39+6 unsafe-placeholder: no value is safe where '{port}' stands",
      "49:47+6 undeclared-placeholder: no signature of this entry has a hole named 'prot'"),
    Breakage(
      "bash change\nkill <PID>",
      "bash destroy\nrm {host} {port}",
      "61:4+6 unsafe-placeholder: '{host}' would fill a command that can lose data"),
    Breakage(
      "It does.",
      "It\rdoes \0 \u{1B}[31m.",
      "40:3+1 control-character: the control character U+000D stands here, the first of the file"),
    Breakage(
      "role: cause",
      "role: ca\u{07}use",
      "7:7+6 unknown-value: there is no role 'ca�use'",
      "7:9+1 control-character: the control character U+0007 stands here, the first of the file"),
  ]) func `a mistake in the body is found at its place`(breakage: Breakage) {
    breakage.check()
  }
}
