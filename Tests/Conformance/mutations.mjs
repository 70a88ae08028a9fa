// What terminals, logs, tools and people do to an error's text, by a seeded generator: the same cases on every machine. Both engines decode
// them, and must give the same bytes. A pure module.

/**
 * Cases made of base texts: `{name, text}`, the name telling what was done, the text a string that may hold lone surrogates.
 *
 * Same texts, count and seed, same cases.
 */
export function* mutations(texts, count, seed = 1) {
  const random = new Random(seed);
  for (let number = 0; number < count; number += 1) {
    const names = [];
    let text = random.pick(texts);
    for (let times = random.upTo(3) + 1; times > 0; times -= 1) {
      const [name, mutate] = random.pick(random.isOneIn(40) ? rare : common);
      if (text.length > 20_000 && growing.has(name)) continue;
      names.push(name);
      text = mutate(text, random, texts);
    }
    yield { name: `${number}: ${names.join(", ")}`, text };
  }
}

/** Cases that no string can hold: `{name, base64}`. */
export function* byteMutations(texts, count, seed = 1) {
  const random = new Random(seed);
  for (let number = 0; number < count; number += 1) {
    const [name, mutate] = random.pick(bytewise);
    yield { name: `${number}: ${name}`, base64: base64(mutate(random.pick(texts), random)) };
  }
}

/** Numbers that only look random ("mulberry32"). */
class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0 on, below a limit. */
  upTo(limit) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  between(least, most) {
    return least + this.upTo(most - least + 1);
  }

  isOneIn(count) {
    return this.upTo(count) === 0;
  }

  pick(values) {
    return values[this.upTo(values.length)];
  }
}

// MARK: Steps

const eachLine = (text, change) => text.split("\n").map(change).join("\n");

const insert = (text, position, part) => text.slice(0, position) + part + text.slice(position);

function sprinkle(text, random, parts) {
  let result = text;
  for (let times = random.between(1, 8); times > 0; times -= 1) result = insert(result, random.upTo(result.length + 1), random.pick(parts));
  return result;
}

/** Replaces some of what a pattern finds: one in `rarity`. */
const replaceSome = (text, random, pattern, rarity, change) => text.replace(pattern, (found) => (random.isOneIn(rarity) ? change(found) : found));

/** Cuts a line after so many scalars, as a terminal does. */
function cut(line, width) {
  const scalars = Array.from(line);
  const parts = [];
  for (let start = 0; start === 0 || start < scalars.length; start += width) parts.push(scalars.slice(start, start + width).join(""));
  return parts;
}

const escaped = (text) => JSON.stringify(text).slice(1, -1);

// MARK: What stands before and around lines

const colours = ["\u001b[31m", "\u001b[0m", "\u001b[1;31;40m", "\u001b[K", "\u001b[2K", "\u001b[38;5;196m", "\u009b33m", "\u001b[39m\u001b[22m"];
const sequences = [
  "\u001b]8;;https://example.com/\u0007", "\u001b]8;;\u0007", "\u001b]0;title\u001b\\", "\u001bP1$r0m\u001b\\", "\u001b(B", "\u001b", "\u001b=",
  "\u0090", "\u009d0;title", "\u009c", "\u001b[", "\u001b[999", "\u001b]no end", "\u001bX", "\u001b^pm\u001b\\", "\u001b_apc\u009c",
];
const orphans = [
  "[31m", "[0m", "[1;4m", "?[32m", "\u241b[1m", "\ufffd[0m", "^[[33m", "\\u001b[31m", "\\x1b[0m", "\\033[1m", "\\e[0m", "\\\\u001b[31m", "[5m]",
  "[1234m", "[;m", "[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17m", "[12",
];
const hidden = ["\u200b", "\u200d", "\u00ad", "\ufeff", "\u2060", "\u202e", "\u0000", "\u0008", "\u007f", "\u0085", "\u{e0041}", "\u061c", "\u000c"];
const oddBlanks = ["\t", "\u00a0", "\u2003", "\u3000", "\u202f", "\u2028", "  ", "     ", "\u1680"];
const strange = ["é", "e\u0301", "ß", "漢字", "\u{1f6a8}", "\u212a", "\u017f", "\u0130", "\u{10ffff}", "\ufffd", "\uffff", "ﬀ"];
const surrogates = ["\ud800", "\udfff", "\udc00\ud800", "\ud83d"];
const marks = Array.from("'\"`{}[]()<>:;.,!?/\\|#$%&*+-=@^_~ \n\r\t0123456789aZ");

/** Each gives a prefix for a line. */
const prefixes = [
  (random) => `web-${random.between(1, 9)}  | `,
  (random) => `${random.upTo(10)}|web  | `,
  () => "Nov 22 15:52:42 web-01 app[4711]: ",
  () => "Nov 22 15:52:42 web-01 kernel: [   12.345678] ",
  () => "2026-11-22T15:52:45.3000000Z ",
  () => "2026-11-22T15:52:45.300000Z 00O ",
  () => "2026-11-22 15:52:45,123 +0000 [ERROR] ",
  () => "2026/11/22 15:52:45 [error] 12#12: *3 ",
  () => "[22/Nov/2026:15:52:45 +0000] ",
  () => "[Sun Nov 22 15:52:45.123456 2026] ",
  (random) => `${random.upTo(24)}:${random.between(10, 59)}:${random.between(10, 59)}.${random.upTo(1000)} `,
  () => "E1122 15:52:45.123456   12345 server.go:123] ",
  () => "##[error]",
  () => "::error file=a.js,line=1::",
  () => "section_start:1763826760:step_script[collapsed=true]\r\u001b[0K",
  (random) => `#${random.between(1, 30)} ${random.upTo(100)}.${random.between(100, 999)} `,
  () => "#12 [stage 3/7] RUN npm ci ",
  () => "17.25 ",
  () => "npm ERR! ",
  () => "npm error ",
  () => "gyp ERR! ",
  () => "+ ",
  () => "- ",
  () => "> ",
  () => "| ",
  () => "<3>",
  () => "[123] ",
  () => "[ERROR] ",
  () => "ERROR: ",
  () => "FATAL ",
  () => "warning: ",
  () => 'time="2026-11-22T15:52:42Z" level=error msg="',
  () => "level=error ts=2026-11-22 msg=",
  () => "$ ",
  () => "deploy@web-01:~/app$ ",
  () => "PS C:\\app> ",
  () => "  ",
  () => "\t",
  () => "  │ ",
  () => "❌ ",
  () => "⠋ ",
  () => "• ",
];

const healthy = [
  "Server listening on http://localhost:3000", "GET /healthz 200 3ms", "added 212 packages, and audited 213 packages in 4s", "", "Already up to date.",
  "Container web-1  Started", "pulling main", "connected to db at 10.0.0.5:5432", "    at node:internal/main/run_main_module:23:47",
];

const stackPrefixes = (random) => {
  let prefix = "";
  for (let times = random.upTo(4); times >= 0; times -= 1) prefix += random.pick(prefixes)(random);
  return prefix;
};

// MARK: Mutations

const common = [
  ["colours", (text, random) => sprinkle(text, random, colours)],
  ["sequences", (text, random) => sprinkle(text, random, sequences)],
  ["orphans of colours", (text, random) => sprinkle(text, random, orphans)],
  ["hidden characters", (text, random) => sprinkle(text, random, hidden)],
  ["odd blanks", (text, random) => replaceSome(text, random, / /g, 4, () => random.pick(oddBlanks))],
  ["strange letters", (text, random) => sprinkle(text, random, strange)],
  ["lone surrogates", (text, random) => sprinkle(text, random, surrogates)],
  ["marks", (text, random) => sprinkle(text, random, marks)],
  ["one prefix", (text, random) => {
    const prefix = random.pick(prefixes)(random);
    return eachLine(text, (line) => prefix + line);
  }],
  ["prefixes", (text, random) => eachLine(text, (line) => stackPrefixes(random) + line)],
  ["a prefix in places", (text, random) => eachLine(text, (line) => (random.isOneIn(2) ? random.pick(prefixes)(random) + line : line))],
  ["cut off", (text, random) => text.slice(random.isOneIn(2) ? random.upTo(text.length + 1) : 0, text.length - (random.isOneIn(2) ? random.upTo(text.length + 1) : 0))],
  ["a hole", (text, random) => {
    const start = random.upTo(text.length + 1);
    return text.slice(0, start) + text.slice(start + random.between(1, 12));
  }],
  ["a new line", (text, random) => insert(text, random.upTo(text.length + 1), random.pick(["\n", "\n", "\r\n", "\n    ", "\nweb-1  | ", "\r"]))],
  ["wrapped", (text, random) => {
    const width = random.between(40, 120);
    return text.split("\n").flatMap((line) => cut(line, width)).join("\n");
  }],
  ["wrapped between wide lines", (text, random) => {
    const width = random.between(40, 120);
    const wide = ["the quick brown fox jumps over the lazy dog and ", "every deploy begins with a commit that looked fine "];
    return [...wide.map((line) => line.repeat(9)), ...text.split("\n")].flatMap((line) => cut(line, width)).join("\n");
  }],
  ["wrapped with an indent", (text, random) => {
    const width = random.between(40, 120);
    return eachLine(text, (line) => cut(line, width).join("\n    "));
  }],
  ["wrapped within a box", (text, random) => {
    const width = random.between(40, 100);
    return text.split("\n").flatMap((line) => cut(line, width)).map((line) => `│ ${line.padEnd(width)} │`).join("\n");
  }],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["CR", (text) => text.replaceAll("\n", "\r")],
  ["drawn over", (text, random) => eachLine(text, (line) => (random.isOneIn(2) ? `working 45%\r\u001b[K${line}` : `${line}\r`))],
  ["a JSON string", (text) => JSON.stringify({ level: "error", time: "2026-11-22T15:52:46Z", stack: text, pid: 7 })],
  ["a line of a JSON log", (text) => `{"log":"ready\\n","stream":"stdout"}\n{"log":${JSON.stringify(`${text}\n`)},"stream":"stderr"}\n{"log":"bye\\n"}`],
  ["JSON in JSON", (text) => JSON.stringify({ log: `${JSON.stringify({ level: 50, err: { message: text } })}\n`, stream: "stderr" })],
  ["Ansible", (text) => `fatal: [web-01]: FAILED! => {"changed": true, "rc": 1, "stderr": "${escaped(text)}", "stdout": ""}`],
  ["logfmt", (text) => `time="2026-11-22T15:52:42Z" level=error msg="${escaped(text)}" pid=7`],
  ["Python's repr", (text) => `b'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n").replaceAll("\u001b", "\\x1b")}'`],
  ["Unicode escapes", (text, random) =>
    replaceSome(text, random, /[^\n]/gu, 6, (scalar) => scalar.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""))],
  ["backslashes", (text, random) => sprinkle(text, random, ["\\", "\\\\", "\\n", '\\"', "\\u00", "\\ud83d\\ude80", "\\ud83d", "\\x4", "\\0", "\\101", "\\t", "\\/"])],
  ["HTML", (text, random) =>
    text.replace(/[&<>"']/g, (mark) => random.pick({ "&": ["&amp;"], "<": ["&lt;"], ">": ["&gt;"], '"': ["&quot;", "&#34;"], "'": ["&#39;", "&#x27;", "&apos;"] }[mark]))],
  ["entities", (text, random) => sprinkle(text, random, ["&nbsp;", "&amp;", "&#47;", "&#x2F;", "&", "&quot;", "&lt", "&#039;", "&&amp;amp;"])],
  ["paths of Windows", (text, random) => sprinkle(text, random, ["C:\\new ", ' "C:\\x\\n" ', "\\nC:\\a", "C:\\\\n ", " d:\\\"x"])],
  ["quotes of GNU", (text) => text.replace(/(['"`])([^'"`\n]*)['"`]/g, "`$2'")],
  ["underlined", (text, random) => eachLine(text, (line) => line + random.pick(["", "\n    ^~~~", "\n^", "\n  ^ ~", "\n^C", "\nweb-1  | ^^^"]))],
  ["tests", (text, random) => eachLine(text, (line) => random.pick(["✓ ", "  ✔ ", "ok 12 - ", "ok ", "√", "✗ ", "", ""]) + line)],
  ["curly quotes", (text, random) =>
    text.replace(/['"`]/g, (quote) => random.pick(quote === '"' ? ["\u201c", "\u201d", "\u00ab", "\u201e"] : ["\u2018", "\u2019", "\u201b", "\u2039"]))],
  ["other quotes", (text, random) => text.replace(/['"`]/g, () => random.pick(["'", '"', "`"]))],
  ["full width", (text, random) => replaceSome(text, random, /[!-~]/g, 5, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))],
  ["capitals", (text, random) => replaceSome(text, random, /[a-z]+/gi, 3, (word) => (random.isOneIn(2) ? word.toUpperCase() : word.toLowerCase()))],
  ["other numbers", (text, random) =>
    replaceSome(text, random, /[0-9]+/g, 2, () => random.pick(["0", "80", "3000", "65535", "65536", "00080", "99999999", "-1", "1".repeat(70), "0x1F", ""]))],
  ["other hosts", (text, random) =>
    text.replace(/\b[0-9]{1,3}(\.[0-9]{1,3}){3}\b|:::|localhost/g, () =>
      random.pick(["::", "[::1]", "*", "localhost", "web-01.example.com", "256.1.1.1", "10.0.0.5", "fe80::1%eth0", "", "[::ffff:10.0.0.5]", "a..b", "x".repeat(260)]))],
  ["other paths", (text, random) =>
    text.replace(/\/[\w./-]+/g, () => random.pick(["/var/run/app.sock", "C:\\app\\a b.txt", "/tmp/ü", "/a:b", "/", "/x(1).", "//", "/srv/app's"]))],
  ["a code span", (text, random) => eachLine(text, (line) => (random.isOneIn(2) ? `When I run it \`${line}\` comes up again` : `\`${line}\``))],
  ["a code fence", (text) => `It says:\n\`\`\`\n${text}\n\`\`\`\n`],
  ["punctuation behind", (text, random) => eachLine(text, (line) => line + random.pick([".", ",", "!", "'", '"', ")", "...", " .", ":", "]"]))],
  ["letters beside", (text, random) => eachLine(text, (line) => (random.isOneIn(2) ? `x${line}` : `${line}_`))],
  ["twice", (text, random) => `${text}${random.pick(["\n", "", " ", "\n\n"])}${text}`],
  ["again and again", (text, random) =>
    Array.from({ length: random.between(3, 30) }, (_, index) => (random.isOneIn(2) ? text : text.replace(/[0-9]/g, String(index % 10)))).join("\n")],
  ["two texts", (text, random, texts) => [text, random.pick(texts)].join(random.pick(["\n", "\n\n", " ", ""]))],
  ["three texts", (text, random, texts) => [random.pick(texts), text, random.pick(texts)].join("\n")],
  ["texts by turns", (text, random, texts) => {
    const other = random.pick(texts).split("\n");
    return text.split("\n").flatMap((line, index) => [line, ...other.slice(index, index + 1)]).join("\n");
  }],
  ["lines far apart", (text, random) => text.split("\n").join(`\n${Array.from({ length: random.between(1, 24) }, () => random.pick(healthy)).join("\n")}\n`)],
  ["healthy lines around", (text, random) => {
    const some = () => Array.from({ length: random.upTo(30) }, () => random.pick(healthy));
    return [...some(), text, ...some()].join("\n");
  }],
  ["lines in another order", (text, random) => {
    const lines = text.split("\n");
    for (let index = lines.length - 1; index > 0; index -= 1) {
      const other = random.upTo(index + 1);
      [lines[index], lines[other]] = [lines[other], lines[index]];
    }
    return lines.join("\n");
  }],
  ["one line", (text, random) => text.replaceAll("\n", random.pick([" ", "", " | "]))],
  ["empty lines", (text) => text.replaceAll("\n", "\n\n")],
  ["blanks behind", (text, random) => eachLine(text, (line) => line + " ".repeat(random.upTo(5)))],
  ["a byte order mark", (text) => `\ufeff${text}`],
];

const padding = ["x", "lorem ipsum ", "0 ", " ", "é", "\u001b[0m.", "{\"a\":\"b\"},", "listen "];

const rare = [
  ["a huge line", (text, random) => {
    const part = random.pick(padding);
    const length = random.pick([65_400, 65_530, 65_536, 131_000]) + random.upTo(140);
    return part.repeat(Math.ceil(length / part.length)).slice(0, length) + text.replaceAll("\n", " ");
  }],
  ["many lines", (text, random) => `${text}\n${`${random.pick(healthy)}\n`.repeat(random.between(500, 3000))}${text}`],
  ["a long repetition", (text, random) => `${text.split("\n")[0]} `.repeat(random.between(50, 300))],
  ["noise", (_, random) => Array.from({ length: random.between(1, 400) }, () => String.fromCharCode(random.upTo(random.pick([0x80, 0x100, 0x10000])))).join("")],
  ["marks only", (_, random) => Array.from({ length: random.between(1, 200) }, () => random.pick(marks)).join("")],
  ["nothing", (_, random) => random.pick(["", " ", "\n", "\r\n", "\r", "\n\n\n", "\ufeff", "\t"])],
];

/** Those that may make a text many times as long. */
const growing = new Set(["again and again", "lines far apart", "a long repetition", "Unicode escapes", "a huge line", "many lines"]);

// MARK: Bytes

function utf16(text, isLittle, hasMark = true) {
  const bytes = hasMark ? (isLittle ? [0xff, 0xfe] : [0xfe, 0xff]) : [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes.push(...(isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff]));
  }
  return bytes;
}

const utf8 = (text) => [...new TextEncoder().encode(text)];

const invalid = [
  [0x80], [0xff], [0xfe], [0xc3], [0xc0, 0xaf], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe0, 0x80, 0xaf],
  [0xf8, 0x88, 0x80, 0x80, 0x80], [0xef, 0xbb, 0xbf], [0xc2, 0x9b, 0x33, 0x31, 0x6d], [0x9b], [0x00], [0x0d], [0xe2, 0x80, 0xa8],
];

const bytewise = [
  ["UTF-16, little end first", (text) => utf16(text, true)],
  ["UTF-16, big end first", (text) => utf16(text, false)],
  ["UTF-16 with half a unit", (text, random) => utf16(text, random.isOneIn(2)).slice(0, -1)],
  ["UTF-16 with lone surrogates", (text, random) => utf16(sprinkle(text, random, surrogates), random.isOneIn(2))],
  ["UTF-16 without its mark", (text, random) => utf16(text, random.isOneIn(2), false)],
  ["invalid UTF-8", (text, random) => {
    const bytes = utf8(text);
    for (let times = random.between(1, 8); times > 0; times -= 1) bytes.splice(random.upTo(bytes.length + 1), 0, ...random.pick(invalid));
    return bytes;
  }],
  ["bytes changed", (text, random) => {
    const bytes = utf8(text);
    for (let times = random.between(1, 8); times > 0 && bytes.length > 0; times -= 1) bytes[random.upTo(bytes.length)] = random.upTo(256);
    return bytes;
  }],
  ["cut within a character", (text, random) => {
    const bytes = utf8(sprinkle(text, random, strange));
    return bytes.slice(random.upTo(4), bytes.length - random.upTo(bytes.length));
  }],
  ["Latin-1", (text, random) => Array.from(sprinkle(text, random, ["é", "ü", "»", "\u009b31m"]), (scalar) => scalar.codePointAt(0) & 0xff)],
  ["random bytes", (_, random) => Array.from({ length: random.upTo(400) }, () => random.upTo(256))],
];

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64(bytes) {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const [first, second = 0, third = 0] = bytes.slice(index, index + 3);
    const group = (first << 16) | (second << 8) | third;
    const length = Math.min(3, bytes.length - index);
    for (let place = 0; place < 4; place += 1) text += place > length ? "=" : digits[(group >> (18 - 6 * place)) & 63];
  }
  return text;
}
