// The index as a page reads it: in parts, of which a text needs a few. `PageIndex.swift` writes them.
//
// A pattern can only match where one of its *windows* stands: so many scalars of one of its literals, from where a word may begin, blanks left
// out. Of each pattern one window is a *key*. The first part, `keys`, tells nearly always that a window of a text is none; `buckets/<number>` tell
// which entries the others belong to; `entries/<slug>` are these, `entry.json` beside their pages. What no key is found for cannot match, so that
// an answer made of the entries found is that of all. Pure but for the reading of parts, which it is given.

import { BLANK, folded, isQuote, isWordScalar } from "./scalars.mjs";
import { decodedBytes, LineReader, longestLine, longestUnwrapped, WrappedLines } from "./normalizer.mjs";

/** How many scalars a window has, rising. */
const lengths = [4, 6, 12, 24];
const longest = lengths[lengths.length - 1];

/** An ASCII scalar as windows have it: folded, one for all quotes. */
const windowScalars = Uint8Array.from({ length: 0x80 }, (_, scalar) => (isQuote(scalar) ? 0x27 : folded(scalar)));

/** The bits of a hash, mixed so that the highest are as good as any (MurmurHash3). */
function mixed(hash) {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (whole ^ (whole >>> 16)) >>> 0;
}

/** Numbers of up to 32 bits, of which so many count; some others may be taken for them. */
class KeySet {
  /** `{bits, rest, packed}`: the first bits of the numbers, rising, as their differences in Golomb's and Rice's code, as base64. */
  constructor({ bits, rest, packed }) {
    this.shift = 32 - bits;
    this.values = new Set();
    /** For the first 16 bits of each number, 1. */
    this.gate = new Uint8Array(1 << 16);
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    let position = 0;
    const next = () => (bytes[position >> 3] >> (7 - (position++ & 7))) & 1;
    const first = 2 ** bits / 65_536;
    for (let value = 0; ; value += 1) {
      let quotient = 0;
      while (position < bytes.length * 8 && next() === 1) quotient += 1;
      if (position + rest > bytes.length * 8) break;
      let remainder = 0;
      for (let count = 0; count < rest; count += 1) remainder = remainder * 2 + next();
      value += quotient * 2 ** rest + remainder;
      this.values.add(value);
      this.gate[Math.floor(value / first)] = 1;
    }
  }

  mayHave(number) {
    return this.gate[number >>> 16] === 1 && this.values.has(number >>> this.shift);
  }
}

/** Looks for keys in everything that a pattern is compared with: lines, their views, lines that a terminal or a collector of logs broke. */
class KeyScan {
  /** So many scalars are looked at between two pauses. */
  static slice = 32_768;

  constructor(keys) {
    this.keys = keys;
    /** The hashes of windows that may be keys. */
    this.found = new Set();
    this.scalars = new Uint32Array(longestLine + WrappedLines.widths.most);
    this.begins = new Uint8Array(this.scalars.length);
    this.work = 0;
  }

  /** All that a text, as `decodedBytes` makes it, may hold. Yields between slices. */
  *all(bytes) {
    const isShort = bytes.length <= longestUnwrapped;
    const reader = new LineReader(bytes, this);
    const lines = [];
    let previous = null;
    for (let line = reader.read(); line !== null; line = reader.read()) {
      if (previous !== null) this.lookBetween(previous, line);
      yield* line.readViews();
      for (const document of line.views?.documents ?? []) yield* this.lookThrough(document);
      previous = line;
      if (isShort) lines.push(line);
      if (this.isDue) yield;
    }
    for (const { start, end } of WrappedLines.groups(lines)) this.look(lines.slice(start, end).flatMap(({ scalars }) => [...scalars]));
    return this.found;
  }

  *lookThrough(document) {
    for (const [index, line] of document.entries()) {
      this.look(line.scalars);
      if (index > 0) this.lookBetween(document[index - 1], line);
      if (this.isDue) yield;
    }
  }

  get isDue() {
    if (this.work < KeyScan.slice) return false;
    this.work = 0;
    return true;
  }

  look(scalars) {
    let count = 0;
    let isBehindWord = false;
    for (let index = 0; index < scalars.length; index += 1) {
      const scalar = scalars[index];
      if (scalar === BLANK) {
        isBehindWord = false;
        continue;
      }
      const isWord = isWordScalar(scalar);
      this.add(scalar, count, !isWord || !isBehindWord);
      count += 1;
      isBehindWord = isWord;
    }
    this.lookAtWindows(count, count);
  }

  /** Windows that reach from the end of a line into the next, from its last start mark on. */
  lookBetween(line, next) {
    const { scalars } = line;
    let start = line.contentEnd;
    for (let count = 0; start > 0 && count < longest - 1; start -= 1) if (scalars[start - 1] !== BLANK) count += 1;
    let count = 0;
    for (let index = start; index < line.contentEnd; index += 1) {
      if (scalars[index] === BLANK) continue;
      this.add(scalars[index], count, index === 0 || !isWordScalar(scalars[index]) || !isWordScalar(scalars[index - 1]));
      count += 1;
    }
    // A literal's blank may stand for the end of the line: behind it, a word may begin.
    const first = count;
    for (let index = next.lastMark; index < next.scalars.length && count < first + longest; index += 1) {
      if (next.scalars[index] === BLANK) continue;
      this.add(next.scalars[index], count, count === first);
      count += 1;
    }
    this.lookAtWindows(first + 1, count);
  }

  add(scalar, index, begins) {
    this.scalars[index] = scalar < 0x80 ? windowScalars[scalar] : scalar;
    this.begins[index] = begins ? 1 : 0;
  }

  /** Those that begin before `last`, of the first `count` scalars. */
  lookAtWindows(last, count) {
    const { scalars, begins, keys } = this;
    this.work += count;
    for (let start = 0; start < last && start + lengths[0] <= count; start += 1) {
      if (begins[start] === 0) continue;
      let hash = 0x811c9dc5;
      let index = start;
      for (const length of lengths) {
        if (start + length > count) break;
        for (; index < start + length; index += 1) hash = Math.imul(hash ^ scalars[index], 0x01000193);
        const number = mixed(hash);
        if (keys.mayHave(number)) this.found.add(number);
      }
    }
  }
}

/** Decodes with an index in parts. */
export class PageDecoder {
  /** `read` gets a part by its name, as a promise of its value. */
  constructor(read) {
    this.read = read;
    this.parts = new Map();
    this.keys = null;
    this.nearest = null;
    // Known before the first text is there; a failure is told when it is.
    this.part("keys").catch(() => {});
  }

  /** A part of the index; read once. */
  part(name) {
    let part = this.parts.get(name);
    if (part === undefined) {
      part = this.read(name);
      this.parts.set(name, part);
      // The next text may have more luck.
      part.catch(() => this.parts.delete(name));
    }
    return part;
  }

  /** `{title, url, content}`; the url is absolute, ends in `/`, and is null when the site has no address. */
  async site() {
    return (await this.part("keys")).site;
  }

  /**
   * What the text holds, or what it resembles when that is nothing: `{diagnoses, nearest}`, the answer first. As with the program, a short text
   * that matches nothing may be an entry's name, unless `isNoName`, as `decode --ndjson` reads it.
   *
   * `text` is a string or a `Uint8Array` of any kind of bytes. `finish` is given generators that yield every few milliseconds at most, and
   * promises what they return: so a page can do other work. Linear in the text.
   */
  async decode(text, finish, isNoName = false) {
    const bytes = await finish(decodedBytes(text));
    const diagnoses = await this.diagnose(bytes, finish);
    if (diagnoses.length > 0) return { diagnoses, nearest: [] };
    const { named, nameIn, Nearest } = await import("./nearest.mjs");
    const name = isNoName ? "" : nameIn(bytes);
    const slugs = name === "" ? [] : named(name, await this.part("names"));
    if (slugs.length > 0) {
      return { diagnoses: (await this.entries(slugs)).map((entry) => ({ entry, evidence: null, captures: [], wraps: null })), nearest: [] };
    }
    this.nearest ??= new Nearest(await this.part("words"));
    const guesses = await finish(this.nearest.guesses(bytes));
    const entries = await this.entries(guesses.map(({ slug }) => slug));
    return { diagnoses, nearest: guesses.map((guess, index) => ({ ...guess, title: entries[index].title, url: entries[index].url })) };
  }

  async diagnose(bytes, finish) {
    const decoder = await this.decoder(bytes, finish);
    return decoder === null ? [] : finish(decoder.diagnose(bytes));
  }

  /** A decoder over the entries that may match a text; null when none may. */
  async decoder(bytes, finish) {
    const keys = await this.part("keys");
    this.keys ??= new KeySet(keys);
    const found = await finish(new KeyScan(this.keys).all(bytes));
    if (found.size === 0 && keys.always.length === 0) return null;
    const module = import("./decoder.mjs");
    const number = (hash) => hash >>> (32 - keys.bucketBits);
    const buckets = new Map();
    await Promise.all([...new Set([...found].map(number))].map(async (name) => buckets.set(name, await this.part(`buckets/${name}`))));
    const slugs = new Set([...keys.always, ...[...found].flatMap((hash) => buckets.get(number(hash))[hash] ?? [])]);
    if (slugs.size === 0) return null;
    const [{ createDecoder }, entries] = await Promise.all([module, this.entries([...slugs].sort())]);
    return createDecoder(entries);
  }

  entries(slugs) {
    return Promise.all(slugs.map((slug) => this.part(`entries/${slug}`)));
  }
}
