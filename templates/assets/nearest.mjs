// What is needed when nothing matched: entries by name, and guesses.

import { BLANK, compareTexts, folded, foldedText, scalarsOf, textOf } from "./scalars.mjs";
import { LineReader, none, seekingNothing } from "./normalizer.mjs";

// MARK: Lines

/** The lines of a text that guesses look at: what ends a log, and before it the last lines that hold a word such as `error`. */
class Tail {
  /** In bytes: how much of a text's end is looked at, and how much in lines before it. */
  static window = 65_536;
  static longestLevelLine = 4_096;
  /** What the lines before the end must hold one of. */
  static levelWords = ["error", "fatal", "panic", "exception", "fail", "critical", "severe", "emerg"].map(scalarsOf);
  /** For the lower bits of their first two letters, 1. */
  static beginsLevelWord = Tail.levelWords.reduce((table, [first, second]) => {
    table[((first & 0x1f) << 5) | (second & 0x1f)] = 1;
    return table;
  }, new Uint8Array(1 << 10));

  constructor(bytes) {
    this.bytes = bytes;
  }

  /** All of them, the last line first. Yields between slices. */
  *lines() {
    const { bytes } = this;
    const floor = Math.max(0, bytes.length - Tail.window);
    // Where the line begins that the end's first byte is of.
    const first = floor === 0 ? 0 : bytes.lastIndexOf(0x0a, floor - 1) + 1;
    const reader = new LineReader(bytes.subarray(first), seekingNothing);
    let last = [];
    let isWithin = false;
    for (let line = reader.read(); line !== null; line = reader.read()) {
      if (!isWithin) last = [];
      isWithin ||= first + line.start >= floor;
      last.push(line);
      yield;
    }
    if (last.length === 0) return none;
    const start = first + last[0].start;
    const earlier = [];
    for (const place of yield* this.levelLines(start === 0 ? 0 : bytes.lastIndexOf(0x0a, start - 1) + 1)) {
      const reading = new LineReader(bytes.subarray(place.start, place.end), seekingNothing);
      for (let line = reading.read(); line !== null; line = reading.read()) earlier.push(line);
    }
    return [...earlier, ...last].reverse();
  }

  /** The bytes of the last lines before `end`, of which each begins a line, that hold a level word. */
  *levelLines(end) {
    const { bytes } = this;
    let kept = [];
    let size = 0;
    for (let position = 0; position < end; ) {
      const limit = Math.min(end, position + 65_536);
      const found = Tail.levelWord(bytes, position, limit);
      yield;
      position = found;
      if (found === limit) continue;
      const start = found === 0 ? 0 : bytes.lastIndexOf(0x0a, found - 1) + 1;
      const feed = bytes.indexOf(0x0a, found);
      const place = { start, end: feed < 0 ? bytes.length : feed };
      position = place.end + 1;
      if (place.end - place.start > Tail.longestLevelLine) continue;
      kept.push(place);
      size += place.end - place.start;
      if (size > 2 * Tail.window) ({ kept, size } = Tail.trimmed(kept));
    }
    return Tail.trimmed(kept).kept;
  }

  /** The last of the lines, no more than the window holds. */
  static trimmed(places) {
    let first = places.length;
    let size = 0;
    while (first > 0 && size + places[first - 1].end - places[first - 1].start <= Tail.window) {
      first -= 1;
      size += places[first].end - places[first].start;
    }
    return { kept: places.slice(first), size };
  }

  /** Where in a range a level word begins; the end when nowhere. */
  static levelWord(bytes, start, end) {
    for (let position = start; position < end; position += 1) {
      const pair = ((bytes[position] & 0x1f) << 5) | (bytes[position + 1] & 0x1f);
      if (Tail.beginsLevelWord[pair] === 1 && Tail.isLevelWord(bytes, position)) return position;
    }
    return end;
  }

  static isLevelWord(bytes, start) {
    return Tail.levelWords.some((word) => {
      for (let index = 0; index < word.length; index += 1) {
        const byte = bytes[start + index];
        // What is beyond ASCII may stand for anything.
        if (index >= 4 && byte >= 0x80) return true;
        if (byte === undefined || folded(byte) !== word[index]) return false;
      }
      return true;
    });
  }
}

// MARK: Guesses

/** Finds the entries whose signatures share most with a text: guesses, never an answer. */
export class Nearest {
  /** Below these a guess would be noise: three words in common, or nearly all of a short signature. */
  static lowest = { score: 400, words: 3, scoreOfFewerWords: 800 };
  static count = 3;

  /**
   * `words`: those of all signatures, parted by blanks. `slugs`: those of the entries, rising. `signatures`: for each entry, its signatures as the
   * numbers of their words, each once, in order.
   */
  constructor({ words, slugs, signatures }) {
    this.words = words.split(" ");
    this.numbers = new Map(this.words.map((word, number) => [word, number]));
    /** A signature as its words, and what they weigh. */
    this.profiles = slugs.flatMap((slug, entry) => signatures[entry].map((own) => ({ slug, words: own, total: 0 })));
    /** For each word: the profiles that hold it, and what it weighs. */
    this.places = this.words.map(() => []);
    for (const [index, profile] of this.profiles.entries()) for (const word of profile.words) this.places[word].push(index);
    // A word in every signature weighs 1, and 1 more each time it is half as common: integers, the same in every engine.
    this.weights = this.places.map((place) => 1 + binaryLogarithm(Math.floor(this.profiles.length / place.length)));
    for (const profile of this.profiles) for (const word of profile.words) profile.total += this.weights[word];
    this.sums = new Int32Array(this.profiles.length);
    this.counts = new Int32Array(this.profiles.length);
  }

  /** The best guesses about a text, `{slug, score, shared}`, best first, an entry once; at most three. Yields between slices. */
  *guesses(bytes) {
    const best = new Map();
    const { lowest } = Nearest;
    for (const { scalars } of yield* new Tail(bytes).lines()) {
      const present = new Set(wordsIn(scalars).map((word) => this.numbers.get(word)));
      present.delete(undefined);
      for (const index of this.touched(present)) {
        const { slug, words, total } = this.profiles[index];
        const score = Math.floor((this.sums[index] * 1000) / total);
        const isEnough = score >= lowest.score && (this.counts[index] >= lowest.words || score >= lowest.scoreOfFewerWords);
        if (!isEnough || score <= (best.get(slug)?.score ?? 0)) continue;
        best.set(slug, { slug, score, shared: words.filter((word) => present.has(word)).map((word) => this.words[word]) });
      }
      yield;
    }
    const ordered = [...best.values()].sort((left, right) => right.score - left.score || compareTexts(left.slug, right.slug));
    return ordered.slice(0, Nearest.count);
  }

  /** The profiles that hold one of the words, rising, with the sums of what they share in `sums` and `counts`. */
  touched(present) {
    const touched = new Set();
    for (const word of present) for (const index of this.places[word]) touched.add(index);
    for (const index of touched) {
      this.sums[index] = 0;
      this.counts[index] = 0;
    }
    for (const word of present) {
      for (const index of this.places[word]) {
        this.sums[index] += this.weights[word];
        this.counts[index] += 1;
      }
    }
    return [...touched].sort((left, right) => left - right);
  }
}

/** Runs of three or more letters, digits and `_`, folded; runs of digits alone name nothing. */
function wordsIn(scalars) {
  const words = [];
  for (const run of textOf(scalars).match(/[A-Za-z0-9_]{3,}/g) ?? none) {
    if (/[^0-9]/.test(run)) words.push(run.toLowerCase());
  }
  return words;
}

/** The largest power of two that fits, of a positive number below 2³². */
const binaryLogarithm = (number) => 31 - Math.clz32(number);

// MARK: Names

/** The name that a short text is, without the blanks, brackets and punctuation around it; empty when it is none. */
export function nameIn(bytes) {
  if (bytes.length > 200) return "";
  const isEdge = (byte) => byte <= BLANK || nameEdges.has(byte);
  let start = 0;
  let end = bytes.length;
  while (start < end && isEdge(bytes[start])) start += 1;
  while (end > start && isEdge(bytes[end - 1])) end -= 1;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, end));
  } catch {
    // Not UTF-8: no name.
    return "";
  }
}

/**
 * The slugs of the entries with a name: the one with that slug, else all that have it as code or alias, whatever the case. `names`: of each entry
 * the slug, and its code and aliases.
 */
export function named(name, names) {
  const wanted = foldedText(name);
  const found = names.filter(([slug]) => slug === wanted);
  const all = found.length > 0 ? found : names.filter((own) => own.some((other) => foldedText(other) === wanted));
  return all.map(([slug]) => slug);
}

const nameEdges = new Set(scalarsOf("[](){}<>:;.,!?'\"`"));
