import Cataloging
import Testing

struct FrontMatterFindingsTests {
  @Test(arguments: [
    Breakage(
      "---\ntitle: \"EADD",
      "title: \"EADD",
      "1:1+43 front-matter-missing: the file does not begin with front matter"),
    Breakage(
      "updated: 2026-11-22\n---\n",
      "updated: 2026-11-22\n",
      "1:1+3 front-matter-unclosed: the front matter that begins here is never closed"),
    Breakage(
      "role: cause",
      "role: couse",
      "7:7+5 unknown-value: there is no role 'couse'"),
    Breakage(
      "role: cause",
      "rolle: cause",
      "7:1+5 unknown-key: an entry has no key 'rolle'"),
    Breakage(
      "role: cause",
      "role: [cause]",
      "7:7+7 wrong-shape: 'role' is a list instead of text"),
    Breakage(
      "role: cause",
      "role:",
      "7:1+4 empty-value: 'role' has no value"),
    Breakage(
      "role: cause",
      "role: ''",
      "7:1+4 empty-value: 'role' has no value"),
    Breakage(
      "role: cause",
      "role: cause\nrole: wrapper\ncode: B",
      "8:1+4 duplicate-key: the key 'role' stands here a second time, first in line 7",
      "9:1+4 duplicate-key: the key 'code' stands here a second time, first in line 3"),
    Breakage(
      "role: cause",
      "role: \"cause",
      "7:7+1 yaml-syntax: the quote that opens here is closed only in line 10"),
    Breakage(
      "role: cause",
      "role: a: b",
      "7:8+1 yaml-syntax: this is not YAML: mapping values are not allowed in this context"),
    Breakage(
      "role: cause",
      "role: &a cause",
      "7:7+1 yaml-feature: '&a' is a YAML anchor"),
    Breakage(
      "role: cause",
      "role: *a",
      "7:7+2 yaml-feature: '*a' is a YAML alias"),
    Breakage(
      "role: cause",
      "role: !!str cause",
      "7:7+5 yaml-feature: '!!str' is a YAML tag"),
    Breakage(
      "role: cause",
      "role: cause\n...",
      "9:1+1 yaml-syntax: this is not YAML: did not find expected <document start>"),
    Breakage(
      "role: cause",
      "role: cause\n? [a]\n: b",
      "8:3+3 yaml-feature: a key is a list"),
    Breakage(
      "summary: Something listens on {port}. Stop it.\n",
      "",
      "1:1+3 missing-key: the key 'summary' is missing"),
    Breakage(
      "updated: 2026-11-22",
      "updated: 2026-02-30",
      "29:10+10 bad-date: '2026-02-30' is no day of the calendar"),
    Breakage(
      "updated: 2026-11-22",
      "updated: 22.11.2026",
      "29:10+10 bad-date: '22.11.2026' is no day of the calendar"),
    Breakage(
      "updated: 2026-11-22",
      "draft: yes\nupdated: 2026-11-22",
      "29:8+3 unknown-value: 'draft' is 'yes'"),
    Breakage(
      "title: \"EADDRINUSE: address already in use\"",
      "title: \"EADDRINUSE: \\u0061ddress already in use, and then some more words that are too many\"",
      "2:74+18 title-too-long: the title has 78 characters"),
    Breakage(
      "Something listens on {port}. Stop it.",
      "Something very very very very very very very very very very very very very very very very very very very very very very very very very very very very very very bad listens on {port}. Stop it.",
      "8:165+27 summary-too-long: the summary's first sentence has 182 characters"),
    Breakage(
      "Something listens on {port}.",
      "Something listens on {prot}.",
      "8:31+6 undeclared-placeholder: no signature of this entry has a hole named 'prot'"),
    Breakage(
      "condition: address-in-use",
      "condition: address-in-us",
      "6:12+13 unknown-condition: there is no condition 'address-in-us'"),
    Breakage(
      "formerly: [eaddr]",
      "formerly: [EADDR, bind, eaddrinuse]",
      "5:12+5 bad-slug: 'EADDR' is no slug",
      "5:19+4 slug-taken: the old slug 'bind' is that of entries/go/bind.md",
      "5:25+10 slug-taken: the old slug 'eaddrinuse' is that of entries/node/eaddrinuse.md"),
    Breakage(
      "related: [bind]",
      "related: [bid, eaddrinuse]",
      "27:11+3 unknown-related: there is no entry 'bid'",
      "27:16+10 unknown-related: the entry is related to itself"),
    Breakage(
      "references: [\"https://example.org/bind\"]",
      "references: [\"example.org/bind\"]",
      "28:14+18 bad-address: 'example.org/bind' is no web address"),
    Breakage(
      "references: [\"https://example.org/bind\"]",
      "references: []",
      "28:13+2 empty-value: 'references' is an empty list"),
  ]) func `a mistake in the front matter is found at its place`(breakage: Breakage) {
    breakage.check()
  }
}
