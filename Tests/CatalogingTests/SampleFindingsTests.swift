import Cataloging
import Testing

struct SampleFindingsTests {
  @Test(arguments: [
    Breakage(
      "in use {host}:{port}\"",
      "in \\\"use\\\" {hots}:{port}\"",
      "10:59+6 bad-signature: {hots} has no type"),
    Breakage(
      "'port: {port}'",
      "'it''s {prot}'",
      "13:42+6 bad-signature: {prot} has no type"),
    Breakage(
      "unless: [retrying later]",
      "unless: >-\n      a",
      "14:13+2 wrong-shape: 'unless' is text instead of a list"),
    Breakage(
      "lines: [\"code: 'EADDRINUSE'\", 'port: {port}']",
      "lines:\n      - |-\n        code: {x\n      - b c",
      "15:15+1 bad-signature: an opening brace without a closing one"),
    Breakage(
      "    label: In a Node.js app\n",
      "    lines: [a b]\n",
      "11:5+5 wrong-shape: a signature has either 'match' or 'lines'"),
    Breakage(
      "match: \"listen EADDRINUSE: address already in use {host}:{port}\"\n    label",
      "label",
      "10:5+23 missing-key: the key 'match' is missing"),
    Breakage(
      "in use {host}:{port}\"",
      "in use {host}:{port} for {user}\"",
      "10:73+6 capture-without-example: no sample says what '{user}' takes"),
    Breakage(
      "- lines: [\"code: 'EADDRINUSE'\", 'port: {port}']\n    unless: [retrying later]",
      "- match: MemoryError",
      "13:12+11 bare-word: a signature of one word needs three counterexamples, and this entry has 1"),
    Breakage(
      "- lines: [\"code: 'EADDRINUSE'\", 'port: {port}']\n    unless: [retrying later]",
      "- match: 'LISTEN EADDRINUSE:  address already in use {host}:{port}'",
      "13:12+58 duplicate-signature: this signature stands at entries/node/eaddrinuse.md:10 too"),
    Breakage(
      "- lines: [\"code: 'EADDRINUSE'\", 'port: {port}']\n    unless: [retrying later]",
      "- bind address already in use",
      "13:5+27 wrong-shape: a signature is text instead of keys with values"),
    Breakage(
      "    source: captured with Node 20\n",
      "",
      "16:5+7 missing-key: the key 'source' is missing"),
    Breakage(
      "captures: { host: \"::\", port: \"3000\" }",
      "captures: { host: \"::\", prt: \"3000\", port: [1] }",
      "19:29+3 undeclared-capture: no signature of this entry has a hole named 'prt'",
      "19:48+3 wrong-shape: the capture 'port' is a list instead of text"),
    Breakage(
      "captures: { host: \"::\", port: \"3000\" }",
      "captures: ['::']",
      "10:55+6 capture-without-example: no sample says what '{host}' takes",
      "10:62+6 capture-without-example: no sample says what '{port}' takes",
      "19:15+6 wrong-shape: 'captures' is a list instead of names with values"),
    Breakage(
      "file: samples/eaddrinuse/nodemon.txt",
      "file: samples/eaddrinuse/nodemn.txt",
      "21:11+29 bad-sample-file: there is no file 'samples/eaddrinuse/nodemn.txt'"),
    Breakage(
      "file: samples/eaddrinuse/nodemon.txt",
      "file: samples/../site.yml",
      "21:11+19 bad-sample-file: 'samples/../site.yml' is not below samples/"),
    Breakage(
      "    source: captured with nodemon 3\n",
      "    source: captured with nodemon 3\n    text: a\n",
      "21:5+4 wrong-shape: a sample has either 'text' or 'file'"),
    Breakage(
      "  - text: \"port 3001 was in use\"\n    why",
      "  - why",
      "25:5+23 missing-key: the key 'text' is missing"),
  ]) func `a mistake in signatures and samples is found at its place`(breakage: Breakage) {
    breakage.check()
  }
}
