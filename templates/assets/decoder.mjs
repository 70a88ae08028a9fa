// The decoder of the page: raw error text in, the same answer out, byte for byte, as `decode --format json` gives.
//
// With `scalars.mjs`, `normalizer.mjs`, `nearest.mjs` and `answer.mjs` it is `Sources/Decoding` in another language: the same names for the same
// things, in the order in which text passes through them. A change there is a change here; `Tests/Conformance` holds both to one set of answers.
// Pure modules: no DOM, no network, no evaluation of text. They are several because not every page and not every text needs them all.

import {
  BLANK, compareTexts, folded, foldedASCII, isASCIILetter, isClosingPunctuation, isDigit, isHexDigit, isQuote, isValid, isWordScalar, normalized,
  scalarsOf, textOf,
} from "./scalars.mjs";
import { endOfContent, LineReader, longestUnwrapped, none, partition, pastedText, WrappedLines } from "./normalizer.mjs";

// MARK: Vocabulary

/** What an entry's text reports, in the order of answers. */
const roles = ["cause", "wrapper", "exit-status"];

/** How far apart lines may be that belong together. */
const nearby = 20;

// MARK: Hole types

/** Which ASCII scalars a type's values hold besides letters, digits and `_`. */
const alphabetOf = (marks) => (scalar) => isWordScalar(scalar) || marks.includes(String.fromCharCode(scalar));
const alphabetWithout = (marks) => (scalar) => !marks.includes(String.fromCharCode(scalar));

/** What a hole may take, by the names of the types. */
const alphabets = {
  port: isDigit,
  int: isDigit,
  pid: isDigit,
  hex: (scalar) => isHexDigit(scalar) || (scalar | 0x20) === 0x78,
  ip: (scalar) => isHexDigit(scalar) || ".:[]".includes(String.fromCharCode(scalar)),
  host: alphabetOf(".:[]-%*"),
  ident: alphabetOf("$-"),
  code: alphabetOf("-."),
  user: alphabetOf("-.@\\$+"),
  image: alphabetOf("./:@-"),
  version: alphabetOf(".-+~^:<>=*"),
  module: alphabetOf("@/.-:~+$#\\"),
  package: alphabetOf("@/.-+~:=<>!^*[],"),
  path: alphabetWithout(" '\"`<>|*?"),
  url: alphabetWithout(" '\"`<>"),
  word: alphabetWithout(" "),
  quoted: () => false,
  rest: () => true,
};

/** Where letters are allowed beyond names of machines and codes, so is every scalar from U+0080 on. */
const allowingEveryScript = new Set(["ident", "user", "module", "package", "path", "url", "word", "rest"]);

class HoleType {
  constructor(name) {
    this.name = name;
    /** Whether the values are digits that must not touch another digit. */
    this.isNumeric = ["port", "int", "pid", "hex"].includes(name);
    this.isHex = name === "hex";
    this.isAddress = name === "host" || name === "ip";
    /** Whether such a hole runs to the closing quote when it stands directly after an opening one. */
    this.runsToQuote = !["port", "int", "hex", "pid", "ip", "host", "rest"].includes(name);
    /** Longer values are rejected unread, so that judging a value costs no more than a constant. */
    this.longestValue = this.isNumeric || name === "ip" ? 64 : name === "host" ? 255 : Infinity;
    this.allowed = Uint8Array.from({ length: 0x80 }, (_, scalar) => (alphabets[name](scalar) ? 1 : 0));
    this.allowsEveryScript = allowingEveryScript.has(name);
  }

  /** Whether a hole of this type may take a scalar of normalised text. */
  allows(scalar) {
    return scalar < 0x80 ? this.allowed[scalar] === 1 : this.allowsEveryScript;
  }

  isDigit(scalar) {
    return this.isHex ? isHexDigit(scalar) : isDigit(scalar);
  }

  /** Whether scalars of a text are a value; of one of any length, no more than its form is judged by is looked at. */
  isValid(value) {
    return value.length <= this.longestValue && isValid(this.name, textOf(value.subarray(0, 256)));
  }
}

const typesByName = new Map(Object.keys(alphabets).map((name) => [name, new HoleType(name)]));

// MARK: Signatures

const LITERAL = 0;
const CHOICE = 1;
const HOLE = 2;
const GAP = 3;

/** A pattern for one line of the text that an error prints: literals, typed holes, choices, gaps and the anchors `^`, `$`. */
class Signature {
  constructor(text, parser) {
    /** The source, as written. */
    this.text = text;
    this.isAnchoredAtStart = parser.isAnchoredAtStart;
    this.isAnchoredAtEnd = parser.isAnchoredAtEnd;
    /** In order; a literal's scalars are normalised and folded, a run of blanks is one blank. */
    this.elements = parser.elements;
    /** How much a match says: non-blank literal scalars, the shortest alternative of each choice, one for each hole. */
    this.weight = 0;
    for (const element of parser.elements) this.weight += weightOf(element);
  }
}

function weightOf(element) {
  switch (element.kind) {
    case LITERAL: return weightOfText(element.scalars);
    case CHOICE: return Math.min(...element.alternatives.map(weightOfText));
    case HOLE: return 1;
    default: return 0;
  }
}

function weightOfText(scalars) {
  let weight = 0;
  for (const scalar of scalars) if (scalar !== BLANK) weight += 1;
  return weight;
}

/** Reads a signature from its source, which the site's build has checked. Linear in the text. */
export const parseSignature = (text) => {
  const parser = new SignatureParser(text);
  parser.parse();
  return new Signature(text, parser);
};

/** Reads one signature, left to right. */
class SignatureParser {
  /** The longest source. */
  static longest = 1000;

  constructor(text) {
    this.source = scalarsOf(text);
    this.isAnchoredAtStart = false;
    this.isAnchoredAtEnd = false;
    this.elements = [];
    this.position = 0;
    this.literal = [];
  }

  parse() {
    const { source } = this;
    let end = source.length;
    if (source[0] === 0x5e) {
      this.isAnchoredAtStart = true;
      this.position = 1;
    }
    if (end > this.position && source[end - 1] === 0x24) {
      this.isAnchoredAtEnd = true;
      end -= 1;
    }
    while (this.position < end) {
      const start = this.position;
      let next = start;
      while (next < end && source[next] !== 0x7b && source[next] !== 0x7d) next += 1;
      if (next > start) this.appendToLiteral(source.slice(start, next), next - start);
      else this.parseBrace(source[start]);
    }
    this.finishLiteral();
  }

  // Elements

  parseBrace(brace) {
    if (this.source[this.position + 1] === brace) this.appendToLiteral([brace], 2);
    else this.parseBraces();
  }

  parseBraces() {
    const close = this.source.indexOf(0x7d, this.position);
    const inner = this.source.slice(this.position + 1, close);
    const text = textOf(inner);
    if (text === "^" || text === "$") {
      this.appendToLiteral(inner, 3);
      return;
    }
    this.finishLiteral();
    this.elements.push(text === "..." ? { kind: GAP } : text.includes("|") ? SignatureParser.choice(text) : SignatureParser.hole(text));
    this.position = close + 1;
  }

  static choice(text) {
    return { kind: CHOICE, alternatives: text.split("|").map((alternative) => SignatureParser.fold(scalarsOf(alternative))) };
  }

  static hole(text) {
    const [name, type = name] = text.split(":");
    return { kind: HOLE, name, type: typesByName.get(type) };
  }

  // Literals

  appendToLiteral(scalars, count) {
    this.literal = this.literal.length === 0 ? scalars : this.literal.concat(scalars);
    this.position += count;
  }

  finishLiteral() {
    if (this.literal.length === 0) return;
    this.elements.push({ kind: LITERAL, scalars: SignatureParser.fold(this.literal) });
    this.literal = [];
  }

  /** Normalises and case-folds, and makes each run of blanks one blank. */
  static fold(scalars) {
    const result = [];
    let previous = 0;
    for (let index = 0; index < scalars.length; index += 1) {
      const scalar = scalars[index] < 0x80 ? foldedASCII[scalars[index]] : folded(normalized(scalars[index]));
      if (scalar !== BLANK || previous !== BLANK) result.push(scalar);
      previous = scalar;
    }
    return result;
  }
}

// MARK: Entries

/** A signature of an entry: `lines` are its patterns in order, `unless` those that veto a hit, `weight` the sum of its patterns' weights. */
class IndexedSignature {
  constructor({ match, lines = [match], unless = [] }) {
    this.lines = lines.map(parseSignature);
    this.unless = unless.map(parseSignature);
    this.weight = this.lines.reduce((sum, line) => sum + line.weight, 0);
  }
}

/** What matching needs of an entry; `value` is the whole of it, as the index has it. */
class Row {
  constructor(value) {
    this.value = value;
    this.slug = value.slug;
    this.rank = roles.indexOf(value.role);
    this.signatures = value.signatures.map((signature) => new IndexedSignature(signature));
  }
}

// MARK: Matching

/** Text that a signature is compared with: a line, or lines read as one. */
class MatchableLine {
  constructor(scalars, startMarks, joint, pieces) {
    this.scalars = scalars;
    this.knownMarks = startMarks;
    /** Where the second line begins when two are joined that a tool may have parted, else -1. Only a literal may reach over it. */
    this.joint = joint;
    /** In order, without gaps: the line's index, where in the line the piece begins, and where it stands in the text. */
    this.pieces = pieces;
    /** Whether the second line's beginning, a word or more of prefix, is left out: then it tells nothing of what is broken. */
    this.isPrefixLeftOut = false;
    this.contentEnd = endOfContent(scalars);
    this.knownBlankEnds = null;
  }

  static single(line, index) {
    return new MatchableLine(line.scalars, () => line.startMarks, -1, [{ line: index, offset: 0, start: 0, end: line.scalars.length }]);
  }

  /** The line at an index without its blanks at the end, and the next from its last start mark on. */
  static joining(index, lines) {
    const [line, next] = [lines[index], lines[index + 1]];
    const end = line.contentEnd;
    const mark = next.lastMark;
    const scalars = new Uint32Array(end + next.scalars.length - mark);
    scalars.set(line.scalars.subarray(0, end));
    scalars.set(next.scalars.subarray(mark), end);
    const joined = new MatchableLine(scalars, () => line.startMarks.filter((start) => start < end), end, [
      { line: index, offset: 0, start: 0, end },
      { line: index + 1, offset: mark, start: end, end: scalars.length },
    ]);
    joined.isPrefixLeftOut = next.scalars.subarray(0, mark).some(isWordScalar);
    return joined;
  }

  /** Lines that a terminal made of one. */
  static unwrapping(group, lines) {
    const pieces = [];
    let length = 0;
    for (let index = group.start; index < group.end; index += 1) {
      const end = length + lines[index].scalars.length;
      pieces.push({ line: index, offset: 0, start: length, end });
      length = end;
    }
    const scalars = new Uint32Array(length);
    for (const piece of pieces) scalars.set(lines[piece.line].scalars, piece.start);
    return new MatchableLine(scalars, () => lines[group.start].startMarks, -1, pieces);
  }

  get startMarks() {
    if (typeof this.knownMarks === "function") this.knownMarks = this.knownMarks();
    return this.knownMarks;
  }

  /** For each blank, where its run ends: a run is measured once, however often a literal begins or ends in it. */
  get blankEnds() {
    if (this.knownBlankEnds === null) {
      const { scalars } = this;
      this.knownBlankEnds = new Int32Array(scalars.length);
      for (let index = scalars.length - 1; index >= 0; index -= 1) {
        if (scalars[index] !== BLANK) continue;
        this.knownBlankEnds[index] = scalars[index + 1] === BLANK ? this.knownBlankEnds[index + 1] : index + 1;
      }
    }
    return this.knownBlankEnds;
  }

  /** The parts of the lines that a range of the text comes from, in order, `{line, start, end}`; one, at least. */
  parts(start, end) {
    const parts = [];
    for (const piece of this.pieces) {
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.end);
      const shift = piece.offset - piece.start;
      if (from < to) parts.push({ line: piece.line, start: from + shift, end: to + shift });
    }
    if (parts.length > 0) return parts;
    // An empty range, as of a host that is not there, stands in the piece that it begins in.
    let piece = this.pieces[0];
    for (const candidate of this.pieces) if (candidate.start <= start) piece = candidate;
    const offset = start - piece.start + piece.offset;
    return [{ line: piece.line, start: offset, end: offset }];
  }
}

/**
 * Compares one signature with one line.
 *
 * Every pair of element and position is decided once, and so is every hole for each end of the run it stands in: the time is
 * O(elements × scalars) on any text. Method: backtracking with a memo ("packrat", Ford 2002).
 */
class LineMatcher {
  constructor(signature, line, pace) {
    this.signature = signature;
    this.elements = signature.elements;
    this.line = line;
    this.scalars = line.scalars;
    this.length = line.scalars.length;
    this.joint = line.joint >= 0 ? line.joint : 0x3fffffff;
    this.width = this.length + 1;
    this.holes = new Map();
    this.gaps = new Map();
    this.runs = new Map();
    const size = this.elements.length * this.width;
    this.pace = pace;
    if (pace.scratch.length < size) pace.scratch = new Int32Array(size);
    /** For each element and position: where the element ends in the match that continues from there. */
    this.ends = pace.scratch;
    this.ends.fill(UNKNOWN, 0, size);
  }

  /**
   * Yields all matches, `{start, end, captures}`, leftmost first, none overlapping; null between slices. In joined lines only those that reach over
   * the joint.
   */
  *matches() {
    let next = 0;
    for (const start of this.starts()) {
      if (start === null) yield null;
      if (start === null || start < next || start >= this.joint || !this.fits(0, start)) continue;
      const match = this.match(start);
      if (match === null) continue;
      yield match;
      next = Math.max(match.end, start + 1);
    }
  }

  /** Where a match may begin, rising; null between slices. */
  *starts() {
    const { elements, scalars, line, pace } = this;
    if (this.signature.isAnchoredAtStart) {
      yield* line.startMarks;
      return;
    }
    const [first] = elements;
    const end = Math.min(this.length, this.joint);
    for (let start = 0; start < end; start += 1) {
      if (start % 1_024 === 1_023) {
        pace.add(1_024 * elements.length);
        if (pace.isDue) yield null;
      }
      if (first.kind !== LITERAL || isSame(scalars[start], first.scalars[0])) yield start;
    }
  }

  /** Follows the memo from a start that fits; null when a value has not the form of its type. */
  match(start) {
    const { elements, scalars } = this;
    const captures = [];
    let position = start;
    for (let index = 0; index < elements.length; index += 1) {
      const end = this.ends[index * this.width + position];
      const element = elements[index];
      if (element.kind === HOLE) {
        const range = this.withoutBrackets(position, end, element.type);
        if (!element.type.isValid(scalars.subarray(range.start, range.end))) return null;
        const earlier = captures.find((capture) => capture.name === element.name);
        if (earlier === undefined) {
          captures.push({ name: element.name, type: element.type, start: range.start, end: range.end });
        } else if (!this.areEqual(earlier, range)) {
          return null;
        }
      }
      position = end;
    }
    return { start, end: position, captures };
  }

  areEqual(left, right) {
    const length = left.end - left.start;
    if (length !== right.end - right.start) return false;
    for (let index = 0; index < length; index += 1) {
      if (this.scalars[left.start + index] !== this.scalars[right.start + index]) return false;
    }
    return true;
  }

  withoutBrackets(start, end, type) {
    const { scalars } = this;
    const isBracketed = type.isAddress && end - start >= 2 && scalars[start] === 0x5b && scalars[end - 1] === 0x5d;
    return isBracketed ? { start: start + 1, end: end - 1 } : { start, end };
  }

  // Elements

  /** Whether the elements from `index` on fit at `position`. */
  fits(index, position) {
    if (index >= this.elements.length) return this.isEnd(position);
    const key = index * this.width + position;
    if (this.ends[key] === UNKNOWN) this.ends[key] = this.end(index, position);
    return this.ends[key] >= 0;
  }

  isEnd(position) {
    if (this.line.joint >= 0 && position <= this.joint) return false;
    return !this.signature.isAnchoredAtEnd || position >= this.line.contentEnd;
  }

  end(index, position) {
    const element = this.elements[index];
    switch (element.kind) {
      case LITERAL: {
        const end = this.literalEnd(element.scalars, index, position);
        return end >= 0 && this.fits(index + 1, end) ? end : FAILED;
      }
      case CHOICE:
        for (const alternative of element.alternatives) {
          const end = this.literalEnd(alternative, index, position);
          if (end >= 0 && this.fits(index + 1, end)) return end;
        }
        return FAILED;
      case GAP: return this.gapEnd(index, position);
      default: return this.holeEnd(element, index, position);
    }
  }

  isLiteralOrChoice(index) {
    const { kind } = this.elements[index];
    return kind === LITERAL || kind === CHOICE;
  }

  /** Where a literal ends; -1 when it is not there, or when a letter, digit or `_` touches an edge of the signature that is one. */
  literalEnd(literal, index, start) {
    const { scalars, length, joint } = this;
    const isLast = index === this.elements.length - 1;
    if (literal.length === 0) {
      // An empty alternative leaves the edge to its neighbour: `container{s|}` is not in `containerized`.
      const isInWord = start > 0 && start < length && isWordScalar(scalars[start - 1]) && isWordScalar(scalars[start]);
      return ((index === 0 || isLast) && isInWord) || start === joint ? FAILED : start;
    }
    // What begins at the joint behind a literal goes on where that may be broken.
    const isBehindValue = index > 0 && start === joint && !this.isLiteralOrChoice(index - 1);
    if (isBehindValue && (literal[0] !== BLANK || !this.mayBreak(literal, 1))) return FAILED;
    if (index === 0 && start > 0 && isWordScalar(literal[0]) && isWordScalar(scalars[start - 1])) return FAILED;
    let position = start;
    let broken = literal.length;
    for (let at = 0; at < literal.length; at += 1) {
      const scalar = literal[at];
      if (position === joint) broken = Math.min(broken, at);
      if (scalar === BLANK) {
        if (position === joint) continue;
        if (position >= length || scalars[position] !== BLANK) return FAILED;
        position = this.line.blankEnds[position];
      } else {
        if (position >= length || !isSame(scalars[position], scalar)) return FAILED;
        position += 1;
      }
    }
    if (start < joint && position >= joint && !this.mayBreak(literal, broken)) return FAILED;
    const touches = isLast && position < length && isWordScalar(literal[literal.length - 1]) && isWordScalar(scalars[position]);
    return touches ? FAILED : position;
  }

  mayBreak(literal, index) {
    return JointTable.mayBreak(literal, index, !this.line.isPrefixLeftOut);
  }

  // Gaps

  /** From a memo's `lowest` on, every end is decided: the first that fits is `end`, or none does (-1). */
  gapEnd(index, start) {
    const isBehindJoint = start >= this.joint;
    const key = index * 2 + (isBehindJoint ? 1 : 0);
    const last = isBehindJoint ? this.length : Math.min(this.length, this.joint);
    const known = this.gaps.get(key) ?? { lowest: last + 1, end: FAILED };
    if (start < known.lowest) return this.searchGap(index, key, start, known.lowest - 1, known.end);
    // An end before this start was the first of the ends decided together with it; those behind it were not.
    return known.end >= 0 && known.end < start ? this.searchGap(index, key, start, last, FAILED) : known.end;
  }

  searchGap(index, key, start, last, otherwise) {
    let end = otherwise;
    for (let position = start; position <= last; position += 1) {
      if (this.fits(index + 1, position)) {
        end = position;
        break;
      }
    }
    this.gaps.set(key, { lowest: start, end });
    return end;
  }

  // Holes

  holeEnd(hole, index, start) {
    const { type } = hole;
    if (type.isNumeric && start > 0 && type.isDigit(this.scalars[start - 1])) return FAILED;
    if (type.name === "rest") {
      const end = start < this.joint ? Math.min(this.line.contentEnd, this.joint) : this.line.contentEnd;
      return end > start && this.fits(index + 1, end) ? end : FAILED;
    }
    const run = this.run(type, index, start);
    const end = this.longestEnd(type, index, start, run.end, run.isQuoted);
    if (end >= 0) return end;
    return this.mayBeEmpty(type, index) && this.fits(index + 1, start) ? start : FAILED;
  }

  /** The longest end, behind `start`, that lets the rest fit. A memo's ends from `lowest` to the run's end were tried, longest first. */
  longestEnd(type, index, start, runEnd, isQuoted) {
    const key = (index * this.width + runEnd) * 2 + (isQuoted ? 1 : 0);
    let memo = this.holes.get(key);
    if (memo === undefined) {
      memo = { lowest: runEnd + 1, end: FAILED };
      this.holes.set(key, memo);
    }
    while (memo.end < 0 && memo.lowest > start + 1) {
      memo.lowest -= 1;
      if (this.mayEnd(type, memo.lowest, isQuoted) && this.fits(index + 1, memo.lowest)) memo.end = memo.lowest;
    }
    return memo.end > start ? memo.end : FAILED;
  }

  /** A host may be missing before `:port`, as in `listen tcp :8080`. */
  mayBeEmpty(type, index) {
    const next = this.elements[index + 1];
    return type.name === "host" && next?.kind === LITERAL && next.scalars[0] === 0x3a;
  }

  mayEnd(type, end, isQuoted) {
    const { scalars } = this;
    if (isQuoted) return true;
    if (type.isNumeric && end < this.length && type.isDigit(scalars[end])) return false;
    const last = scalars[end - 1];
    if (type.isAddress) return last !== 0x3a || (end >= 2 && scalars[end - 2] === 0x3a);
    return !isClosingPunctuation(last);
  }

  // Runs

  /** How far a hole can reach: to the closing quote when it stands directly after an opening one, else through its alphabet. */
  run(type, index, start) {
    const { scalars } = this;
    const limit = start < this.joint ? Math.min(this.length, this.joint) : this.length;
    if (type.runsToQuote && start > 0 && index > 0 && this.isLiteralOrChoice(index - 1) && isQuote(scalars[start - 1])) {
      const quote = scalars[start - 1];
      if (quote === 0x60) {
        // GNU and Ruby close a backtick with an apostrophe, as in "`main':": the next quote of any kind, when it ends a word.
        const end = this.runEnd(index, type, ANY_QUOTE, start, limit);
        if (end < limit && Mention.closesGNUQuote(scalars, end, start)) return { end, isQuoted: true };
      }
      const end = this.runEnd(index, type, quote, start, limit);
      if (end < limit) return { end, isQuoted: true };
    }
    // An int may have a sign; only its digits are a run.
    const hasSign = type.name === "int" && start < limit && scalars[start] === 0x2d;
    const first = hasSign ? start + 1 : start;
    const end = this.runEnd(index, type, 0, first, limit);
    return { end: hasSign && end === first ? start : end, isQuoted: false };
  }

  /**
   * The end of the run that `start` stands in, up to a quote, or a quote of any kind, or, when `quote` is 0, through the type's alphabet; each
   * scalar is looked at once.
   */
  runEnd(index, type, quote, start, limit) {
    const key = index * 0x80 + quote;
    const known = this.runs.get(key);
    if (known !== undefined && start >= known.start && start < known.end) return known.end;
    const { scalars } = this;
    let end = start;
    const isMember = (scalar) => (quote === 0 ? type.allows(scalar) : quote === ANY_QUOTE ? !isQuote(scalar) : scalar !== quote);
    while (end < limit && isMember(scalars[end])) {
      if (known !== undefined && end === known.start && known.end <= limit) {
        end = known.end;
        break;
      }
      end += 1;
    }
    if (end > start) this.runs.set(key, { start, end });
    return end;
  }
}

const ANY_QUOTE = 1;
const UNKNOWN = -2;
const FAILED = -1;

/** Whether a scalar of a line is a literal's: letters in any case, any quote for a quote. */
const isSame = (scalar, literal) => scalar === literal || folded(scalar) === literal || (isQuote(literal) && isQuote(scalar));

/** One pattern of a signature, as a part of it or as a veto. */
class Pattern {
  constructor(signature) {
    this.signature = signature;
    /** Its literals and the alternatives of its choices: what may go on in the next line. */
    this.breakables = signature.elements.flatMap(({ kind, scalars, alternatives }) => (kind === LITERAL ? [scalars] : kind === CHOICE ? alternatives : []));
  }
}

/** Whether a literal's scalars up to `lastIndex` end at `last`, a run of blanks for each blank, and begin at `lowest` or behind it. */
function endsWith(literal, lastIndex, scalars, last, lowest) {
  let position = last;
  for (let index = lastIndex; index >= 0; index -= 1) {
    const scalar = literal[index];
    if (position < lowest || !isSame(scalars[position], scalar)) return false;
    position -= 1;
    if (scalar === BLANK) while (position >= lowest && scalars[position] === BLANK) position -= 1;
  }
  return true;
}

/** Whether the scalars of a literal behind `lastIndex` stand behind `last`, a run of blanks for each blank. */
function goesOn(literal, lastIndex, scalars, last) {
  let position = last + 1;
  if (literal[lastIndex] === BLANK) while (scalars[position] === BLANK) position += 1;
  for (let index = lastIndex + 1; index < literal.length; index += 1) {
    const scalar = literal[index];
    if (position >= scalars.length || !isSame(scalars[position], scalar)) return false;
    position += 1;
    if (scalar === BLANK) while (scalars[position] === BLANK) position += 1;
  }
  return true;
}

/**
 * Says which patterns may match on a line, in one pass over it.
 *
 * Each pattern is known by one gram: four scalars of one of its literals, folded, a run of blanks as one blank and all quotes as one; or by one of
 * each alternative of a choice. A pattern whose gram is not there cannot match. Patterns without one, those of very short literals, may
 * match on any line.
 */
class GramTable {
  constructor(patterns) {
    // For each pattern, the parts of which one must stand in every match: each a list of texts, of which one must.
    const parts = patterns.map(({ signature }) => {
      const fixed = signature.elements.filter((element) => element.kind === LITERAL || element.kind === CHOICE);
      return fixed.map((element) => (element.kind === LITERAL ? [element.scalars] : element.alternatives));
    });
    /** For each gram, the patterns that are known by it, `{pattern, literal, end}`: which literal it is of, and where it ends in it. */
    this.uses = new Map();
    /** The patterns that have none, rising. */
    this.always = [];
    /** For the hash of each gram, 1; and how many patterns are known by it. */
    this.isHashOfGram = new Uint8Array(1 << 16);
    this.patternsOfHash = new Uint16Array(1 << 16);
    this.lastFound = new Int32Array(patterns.length);
    this.generation = 0;
    for (let pattern = 0; pattern < patterns.length; pattern += 1) {
      let best = null;
      for (const texts of parts[pattern]) {
        const grams = texts.map((text) => this.rarest(text));
        const worth = Math.min(...grams.map((gram) => gram.worth));
        if (best === null || worth > best.worth) best = { worth, grams };
      }
      if (best === null || best.worth === -Infinity) this.always.push(pattern);
      else for (const { gram, literal, end } of best.grams) this.register(gram, { pattern, literal, end });
    }
  }

  /** Of a text's grams, four scalars in a number of eight bits each, the rarest: of few patterns, and of letters that logs have little of. */
  rarest(literal) {
    const best = { gram: 0, literal, end: -1, worth: -Infinity };
    let gram = 0;
    let rarity = 0;
    let length = 0;
    for (let end = 0; end < literal.length; end += 1) {
      const scalar = inGram(literal[end]);
      // The rarity of the scalar that leaves the four.
      rarity += rarities[scalar] - rarities[gram >>> 24];
      gram = ((gram << 8) | scalar) >>> 0;
      length = scalar === 0 ? 0 : length + 1;
      if (length < 4) continue;
      const worth = rarity - 4 * this.patternsOfHash[GramTable.hash(gram)];
      if (worth <= best.worth) continue;
      best.gram = gram;
      best.end = end;
      best.worth = worth;
    }
    return best;
  }

  register(gram, use) {
    if (!this.uses.has(gram)) this.uses.set(gram, []);
    this.uses.get(gram).push(use);
    this.isHashOfGram[GramTable.hash(gram)] = 1;
    this.patternsOfHash[GramTable.hash(gram)] += 1;
  }

  static hash(gram) {
    return Math.imul(gram, 0x9e3779b1) >>> 16;
  }

  /** The patterns whose literal stands in a text around its gram, each once. */
  look(scalars) {
    const { isHashOfGram } = this;
    let found = none;
    let gram = 0;
    let previous = 0;
    for (let index = 0; index < scalars.length; index += 1) {
      const scalar = inGram(scalars[index]);
      if (scalar === BLANK && previous === BLANK) continue;
      previous = scalar;
      gram = (gram << 8) | scalar;
      if (isHashOfGram[Math.imul(gram, 0x9e3779b1) >>> 16] === 1) found = this.note(gram >>> 0, scalars, index, found);
    }
    return found;
  }

  note(gram, scalars, index, known) {
    const uses = this.uses.get(gram);
    if (uses === undefined) return known;
    let found = known;
    if (found === none) {
      found = [];
      this.generation += 1;
    }
    for (const { pattern, literal, end } of uses) {
      if (this.lastFound[pattern] === this.generation) continue;
      if (!endsWith(literal, end, scalars, index, 0) || !goesOn(literal, end, scalars, index)) continue;
      this.lastFound[pattern] = this.generation;
      found.push(pattern);
    }
    return found;
  }
}

/** A scalar's number in a gram: folded, one for all quotes; 0 for those of which no gram is made. */
const gramScalar = (scalar) => (scalar < BLANK || scalar >= 0x7f ? 0 : isQuote(scalar) ? 0x27 : folded(scalar));
const gramScalars = Uint8Array.from({ length: 0x80 }, (_, scalar) => gramScalar(scalar));

/** A scalar's number in the gram of a line: beyond ASCII, several share one. */
const inGram = (scalar) => (scalar < 0x80 ? gramScalars[scalar] : 0x80 | (scalar & 0x7f));

/** How rare a scalar is in logs, roughly. */
const commonest = scalarsOf(" eatrnoisldcpumfhgb:./-01v2w3y4k5=_x");
const rarities = Uint8Array.from({ length: 0x100 }, (_, scalar) => {
  const place = commonest.indexOf(scalar);
  return scalar === 0 ? 0 : place < 0 ? commonest.length : place;
});

/**
 * Says which patterns may match over the joint of two lines, where a terminal or a collector of logs broke a phrase.
 *
 * A match goes on in the next line only where the first ends within a literal: with six or more scalars of it, or when the next begins with six or
 * more of its rest, both from their first letter or digit on; a literal that begins with a blank may begin there, behind a value. All six are
 * ASCII, and a run of blanks counts as one.
 */
class JointTable {
  static shortest = 6;
  static hashBits = 16;
  /** A literal as its scalars' numbers in grams; one is looked at at a time. */
  static scalars = new Uint8Array(SignatureParser.longest);

  constructor(patterns) {
    this.literals = [];
    this.patternOf = [];
    patterns.forEach(({ breakables }, pattern) => {
      for (const literal of breakables) {
        this.literals.push(literal);
        this.patternOf.push(pattern);
      }
    });
    const most = this.literals.reduce((sum, literal) => sum + literal.length, 0);
    // Places, each the halves of a key, the literal's number, and the index of what stands in the next line, negative where the key is what that
    // line begins with; of each hash the last place, and of each place the one before it of the same hash.
    this.places = new Int32Array(most * 4);
    this.last = new Int32Array(1 << JointTable.hashBits).fill(-1);
    this.before = new Int32Array(most);
    this.count = 0;
    this.literals.forEach((literal, number) => this.addBreaks(literal, number));
  }

  /**
   * Whether a literal may be broken before its scalar at an index; behind its last where that is their number. `byRest`: whether enough of its
   * rest in the next line is a reason.
   */
  static mayBreak(literal, index, byRest) {
    const { shortest } = JointTable;
    const isKey = (start, end) => start >= 0 && end <= literal.length && literal.slice(start, end).every((scalar) => scalar < 0x80);
    if (isKey(index - shortest, index)) return true;
    if (!byRest) return false;
    let rest = index;
    while (rest < literal.length && !isWordScalar(literal[rest])) rest += 1;
    return isKey(rest, rest + shortest);
  }

  /** Adds the places where a literal may be broken. */
  addBreaks(literal, number) {
    const { shortest } = JointTable;
    const { length } = literal;
    const { scalars } = JointTable;
    for (let index = 0; index < length; index += 1) scalars[index] = literal[index] < 0x80 ? gramScalars[literal[index]] : 0;
    // The place behind the last scalar that has no number in a gram.
    let first = 0;
    for (let index = 1; index <= length; index += 1) {
      if (scalars[index - 1] === 0) first = index;
      if (scalars[index - 1] === BLANK && index > 1) continue;
      if (index - first >= shortest) {
        this.add(scalars, index - shortest, number, index);
        continue;
      }
      let rest = index;
      while (rest < length && !isWordScalar(scalars[rest])) rest += 1;
      if (rest + shortest > length) continue;
      const gap = scalars.indexOf(0, rest);
      if (gap < 0 || gap >= rest + shortest) this.add(scalars, rest, number, -index);
    }
  }

  add(scalars, key, number, index) {
    const { places, count } = this;
    places[count * 4] = JointTable.half(scalars, key);
    places[count * 4 + 1] = JointTable.half(scalars, key + 3);
    places[count * 4 + 2] = number;
    places[count * 4 + 3] = index;
    const hash = JointTable.hash(places[count * 4], places[count * 4 + 1]);
    this.before[count] = this.last[hash];
    this.last[hash] = count;
    this.count += 1;
  }

  /** Half of a key: three numbers of scalars. */
  static half(scalars, start) {
    return (scalars[start] << 16) | (scalars[start + 1] << 8) | scalars[start + 2];
  }

  static hash(first, second) {
    return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - JointTable.hashBits);
  }

  /** The patterns that may match over the joint of a line and the next, each once. */
  patterns(line, next) {
    if (line.contentEnd === 0) return none;
    let found = none;
    const ending = JointTable.ending(line);
    if (ending !== null) found = this.look(ending, line, 1, found);
    const beginning = JointTable.beginning(next);
    return beginning === null ? found : this.look(beginning, line, -1, found);
  }

  /** The last six scalars of a line, a run of blanks as one; null when it has not so many, or one is beyond ASCII. */
  static ending({ scalars, contentEnd }) {
    const key = JointTable.keyOfEnding;
    let position = contentEnd - 1;
    for (let index = JointTable.shortest - 1; index >= 0; index -= 1) {
      const scalar = position < 0 ? 0 : gramScalar(scalars[position]);
      if (scalar === 0) return null;
      key[index] = scalar;
      position -= 1;
      if (scalar === BLANK) while (position >= 0 && scalars[position] === BLANK) position -= 1;
    }
    return key;
  }

  /** The first six from a line's first letter or digit on, likewise: frames and bullets are no part of a phrase. */
  static beginning({ scalars }) {
    const key = JointTable.keyOfBeginning;
    let position = 0;
    while (position < scalars.length && !isWordScalar(scalars[position])) position += 1;
    for (let index = 0; index < JointTable.shortest; index += 1) {
      const scalar = position >= scalars.length ? 0 : gramScalar(scalars[position]);
      if (scalar === 0) return null;
      key[index] = scalar;
      position += 1;
      if (scalar === BLANK) while (scalars[position] === BLANK) position += 1;
    }
    return key;
  }

  static keyOfEnding = new Uint8Array(JointTable.shortest);
  static keyOfBeginning = new Uint8Array(JointTable.shortest);

  /** Adds the patterns of a key whose literal, up to where it may be broken, is the line's end; `side` is the sign of such an index. */
  look(key, line, side, known) {
    const { places, before } = this;
    const first = JointTable.half(key, 0);
    const second = JointTable.half(key, 3);
    const hash = JointTable.hash(first, second);
    let found = known;
    for (let place = this.last[hash]; place >= 0; place = before[place]) {
      if (places[place * 4] !== first || places[place * 4 + 1] !== second) continue;
      const number = places[place * 4 + 2];
      const index = places[place * 4 + 3] * side;
      const pattern = this.patternOf[number];
      if (index < 0 || found.includes(pattern) || !JointTable.mayEnd(line, this.literals[number], index)) continue;
      if (found === none) found = [];
      found.push(pattern);
    }
    return found;
  }

  /** Whether a line ends with a literal up to an index; a value may stand before one that begins with a blank. */
  static mayEnd({ scalars, contentEnd }, literal, index) {
    return (index === 1 && literal[0] === BLANK) || endsWith(literal, index - 1, scalars, contentEnd - 1, 0);
  }
}

/** Where one pattern matches in a document. */
class PatternMatch {
  constructor(match, line, lines) {
    const parts = line.parts(match.start, match.end);
    const [first, last] = [parts[0], parts[parts.length - 1]];
    /** Index of the first line in the document, and of the last: the same unless lines were read as one. */
    this.firstLine = first.line;
    this.lastLine = last.line;
    /** Offsets in the first line, and where the match ends in the last. */
    this.start = first.start;
    this.end = last.end;
    this.spans = parts.map((part) => spanOf(part, lines));
    this.captures = [];
    for (const capture of match.captures) {
      if (mayGoOn(capture, line, lines)) continue;
      const [part] = line.parts(capture.start, capture.end);
      this.captures.push({ name: capture.name, value: textOf(line.scalars, capture.start, capture.end), span: spanOf(part, lines) });
    }
    /** The first line itself, which the document may have forgotten when the match is judged. */
    this.line = lines[first.line];
    /** Whether its text, as pasted, holds a part of an escape: it is read without escapes, or not at all. */
    this.isEscaped = parts.some((part) => lines[part.line].views?.holdsEscape(lines[part.line].columnRange(part.start, part.end)));
    /** Whether it is told rather than reported. */
    this.isMention = parts.length === 1 && Mention.isMention(first.start, first.end, this.line, lines[first.line + 1]);
    this.number = this.line.number;
    this.firstOrdinal = this.line.ordinal;
    this.lastOrdinal = lines[last.line].ordinal;
  }
}

/** The columns of a part of a line, as pasted; `segment` tells apart the parts of one line. */
function spanOf(part, lines) {
  const line = lines[part.line];
  return { line: line.number, segment: line.segment, columns: line.columnRange(part.start, part.end) };
}

/**
 * Whether a number reaches the end of its line and may be only its first part: the next line begins with digits that its end or punctuation
 * ends, and both together are a value. Half a port is worse than none.
 */
function mayGoOn(capture, line, lines) {
  if (capture.end !== line.scalars.length || capture.start === capture.end) return false;
  const number = line.scalars.subarray(capture.start);
  if (!number.every(isDigit)) return false;
  const next = lines[line.pieces[line.pieces.length - 1].line + 1];
  if (next === undefined || !isDigit(next.scalars[0]) || next.startMarks.length !== 1) return false;
  let digits = 0;
  while (isDigit(next.scalars[digits])) digits += 1;
  if (!capture.type.isValid(Uint32Array.of(...number.subarray(0, 256), ...next.scalars.subarray(0, Math.min(digits, 256))))) return false;
  // `10200:S 22 Nov` and `10.0.0.5 GET` begin another message.
  const [first, second] = next.scalars.subarray(digits, digits + 2);
  return first === undefined || (isClosingPunctuation(first) && (second === undefined || second === BLANK || isClosingPunctuation(second)));
}

/** What names an error is not always the error: prose, source code and the names of passed tests quote it too. */
const Mention = {
  /**
   * Whether a range of a line is told, not reported: inside one pair of backticks with three or more words outside of the pair (words before the
   * line's last start mark do not count), in a line of source code, which carets underline, or in a line that reports success.
   */
  isMention(start, end, line, next) {
    return Mention.isSuccess(line) || (next !== undefined && Mention.isUnderline(next)) || Mention.isQuoted(start, end, line);
  },

  /** `✓ retries`, `ok 1 - retries`: a check mark among what stands before the text, or TAP. */
  isSuccess({ scalars, lastMark }) {
    for (let index = 0; index <= lastMark && index < scalars.length; index += 1) if (checkMarks.has(scalars[index])) return true;
    return scalars[lastMark] === 0x6f && scalars[lastMark + 1] === 0x6b && scalars[lastMark + 2] === BLANK && isDigit(scalars[lastMark + 3]);
  },

  /** `    ^~~~`: what compilers and interpreters put under the source they quote. */
  isUnderline({ scalars, lastMark }) {
    let holdsMark = false;
    for (let index = lastMark; index < scalars.length; index += 1) {
      if (scalars[index] !== 0x5e && scalars[index] !== 0x7e && scalars[index] !== BLANK) return false;
      holdsMark = holdsMark || scalars[index] !== BLANK;
    }
    return holdsMark;
  },

  isQuoted(start, end, line) {
    line.knownCodeSpans ??= Mention.codeSpans(line.scalars);
    const spans = line.knownCodeSpans;
    const span = spans[partition(spans, ({ closing }) => closing >= end)];
    if (span === undefined || span.opening >= start) return false;
    const first = Math.min(line.lastMark, span.opening);
    const before = wordCount(line.scalars, first, span.opening, 3);
    return before + wordCount(line.scalars, span.end, line.scalars.length, 3 - before) >= 3;
  },

  /** The pairs of runs of backticks, in order: a run closes one of the same length. Old GNU and Ruby quotations, as in "`main':", are none. */
  codeSpans(scalars) {
    const spans = [];
    let opening = -1;
    let length = 0;
    for (let start = scalars.indexOf(0x60); start >= 0; ) {
      let end = start + 1;
      while (scalars[end] === 0x60) end += 1;
      let next = end;
      if (opening < 0) {
        const close = Mention.gnuQuoteEnd(scalars, end);
        if (close >= 0) {
          next = close;
        } else {
          opening = start;
          length = end - start;
        }
      } else if (length === end - start) {
        spans.push({ opening, closing: start, end });
        opening = -1;
      }
      start = scalars.indexOf(0x60, next);
    }
    return spans;
  },

  /** Behind the apostrophe that closes such a quotation; -1 where another quote or no quote follows. */
  gnuQuoteEnd(scalars, start) {
    let quote = start;
    while (quote < scalars.length && !isQuote(scalars[quote])) quote += 1;
    return Mention.closesGNUQuote(scalars, quote, start) ? quote + 1 : -1;
  },

  /** Whether an apostrophe stands behind a word and before none. */
  closesGNUQuote(scalars, quote, start) {
    if (scalars[quote] !== 0x27 || quote <= start || scalars[quote - 1] === BLANK) return false;
    return quote + 1 >= scalars.length || !isWordScalar(scalars[quote + 1]);
  },
};

const checkMarks = new Set(scalarsOf("✓✔√☑✅"));

/** How many runs of two or more letters there are, up to a number. */
function wordCount(scalars, start, end, most) {
  let count = 0;
  let letters = 0;
  for (let index = start; index < end && count < most; index += 1) {
    letters = isASCIILetter(scalars[index]) ? letters + 1 : 0;
    if (letters === 2) count += 1;
  }
  return count;
}

/** Finds every hit of every signature of an index. */
class Matcher {
  constructor(rows) {
    this.rows = rows;
    /** All patterns of all signatures, and for each the signature it belongs to and which of its lines it is; -1 for a veto. */
    this.patterns = [];
    this.uses = [];
    let most = 1;
    for (const [entry, row] of rows.entries()) {
      for (const [number, indexed] of row.signatures.entries()) {
        const signature = { entry, number, rank: row.rank, weight: indexed.weight, lines: [], unless: [], heaviest: 0 };
        signature.lines = indexed.lines.map((line, part) => this.add(line, signature, part));
        signature.unless = indexed.unless.map((line) => this.add(line, signature, -1));
        indexed.lines.forEach((line, part) => {
          if (line.weight > indexed.lines[signature.heaviest].weight) signature.heaviest = part;
        });
        most = Math.max(most, indexed.lines.length);
      }
    }
    this.grams = new GramTable(this.patterns);
    this.joints = new JointTable(this.patterns);
    /** Once so many more lines are read, everything is known that may bear on a hit: its other parts, and what vetoes it. */
    this.reach = most * (nearby + 1) + nearby + 2;
  }

  add(line, signature, part) {
    this.patterns.push(new Pattern(line));
    this.uses.push({ signature, part });
    return this.patterns.length - 1;
  }

  /**
   * Reads a text and gives its hits to a ranker, as soon as all that bears on them is known.
   *
   * Yields between slices of work that take some milliseconds each.
   */
  *hits(bytes, ranker, pace) {
    const reader = new LineReader(bytes, this.grams);
    const vetoes = new Map();
    const scan = new DocumentScan(this, 0, vetoes, new LineLimit());
    const viewLimit = new LineLimit();
    const isShort = bytes.length <= longestUnwrapped;
    let documents = 0;
    let settled = 0;
    const read = () => {
      const line = reader.read();
      if (line === null) return false;
      scan.lines.push(line);
      pace.add((line.endColumn - line.firstColumn) * 4 + 64);
      return true;
    };
    if (isShort) {
      while (read()) if (pace.isDue) yield;
      for (const group of WrappedLines.groups(scan.lines)) yield* scan.unwrapped(group, pace);
    }
    for (let index = 0; index < scan.lines.length || read(); index += 1) {
      // A match on two lines looks at the one behind them.
      while (scan.lines.length < index + 3 && read()) if (pace.isDue) yield;
      const line = scan.lines[index];
      // A match may reach into the next line, whose escapes are then asked for too.
      for (const near of scan.lines.slice(index, index + 2)) yield* this.readViews(near, pace);
      yield* scan.line(index, pace);
      if (line.views !== null) {
        for (const document of line.views.documents) {
          documents += 1;
          yield* this.escapedHits(document, new DocumentScan(this, documents, vetoes, viewLimit), ranker, pace);
        }
      }
      if (pace.isDue) yield;
      if (isShort) continue;
      scan.lines[index] = null;
      if (line.number - this.reach <= settled + nearby) continue;
      settled = line.number - this.reach;
      yield* scan.hits(settled, ranker, pace);
      yield* ranker.settle(settled, pace);
    }
    yield* scan.hits(Infinity, ranker, pace);
    yield* ranker.settle(Infinity, pace);
  }

  *readViews(line, pace) {
    for (const _ of line.readViews()) {
      pace.add(Math.min(line.scalars.length, 4_096) * 16);
      if (pace.isDue) yield;
    }
  }

  *escapedHits(lines, scan, ranker, pace) {
    scan.lines = lines;
    for (let index = 0; index < lines.length; index += 1) {
      lines[index].found = this.grams.look(lines[index].scalars);
      yield* scan.line(index, pace);
      pace.add(lines[index].scalars.length * 4 + 200);
      if (pace.isDue) yield;
    }
    yield* scan.hits(Infinity, ranker, pace);
  }
}

/** Says when it is time for others to run: a long text is read in slices. */
class Pace {
  /** In milliseconds. */
  static slice = 10;

  constructor() {
    this.work = 0;
    /** When the slice began; null before somebody asks. */
    this.start = null;
    /** What a matcher writes to; grows to what the longest line needs. One is at work at a time. */
    this.scratch = new Int32Array(1 << 12);
  }

  /** Counts work, in a few nanoseconds each, so that the clock need not be asked each time. */
  add(work) {
    this.work += work;
  }

  /** Whether a slice is over; the next begins with the next question. */
  get isDue() {
    if (this.work < 50_000) return false;
    this.work = 0;
    const now = performance.now();
    this.start ??= now;
    if (now - this.start < Pace.slice) return false;
    this.start = null;
    return true;
  }
}

/** Of a pattern's matches that begin on one line, the first 1,000 count: a line may be as long as the text. */
class LineLimit {
  static most = 1_000;

  constructor() {
    /** For each pattern: the last line on which it matched, and how often. */
    this.counts = new Map();
  }

  allows(pattern, line) {
    const known = this.counts.get(pattern);
    if (known === undefined || known.line !== line) {
      this.counts.set(pattern, { line, count: 1 });
      return true;
    }
    known.count += 1;
    return known.count <= LineLimit.most;
  }
}

/** Finds all matches of all patterns in a document, line by line, and puts them together to hits. */
class DocumentScan {
  /**
   * `vetoes`: for each signature, the lines that veto its hits; one map for all documents of a text. `limit`: how many matches count; one for the
   * text itself, and one for all its views.
   */
  constructor(matcher, document, vetoes, limit) {
    this.matcher = matcher;
    this.document = document;
    this.vetoes = vetoes;
    this.limit = limit;
    this.lines = [];
    /** For each pattern that matched: its matches that no hit was made of. */
    this.matches = new Map();
    /** Where patterns match over the end of a line that a terminal wrapped: of two matches that begin at one place, only that one counts. */
    this.unwrappedPlaces = new Set();
  }

  /** Lines that a terminal made of one: of a match on one of them alone, the line itself tells. */
  *unwrapped(group, pace) {
    const line = MatchableLine.unwrapping(group, this.lines);
    const { grams } = this.matcher;
    for (const number of grams.look(line.scalars).concat(grams.always)) {
      for (const match of this.matchesOf(number, line, pace)) {
        if (match === null || pace.isDue) yield;
        if (match === null || match.firstLine === match.lastLine) continue;
        this.unwrappedPlaces.add(DocumentScan.place(number, match));
        this.add(number, match);
      }
      if (pace.isDue) yield;
    }
  }

  /** The matches on a line, then those on it and the next. */
  *line(index, pace) {
    const { lines } = this;
    const [line, next] = [lines[index], lines[index + 1]];
    const { grams, joints } = this.matcher;
    if (line.found.length > 0 || grams.always.length > 0) {
      yield* this.tried(line.found.concat(grams.always), MatchableLine.single(line, index), pace);
    }
    if (next === undefined || !line.goesOn) return;
    const broken = joints.patterns(line, next);
    if (broken.length > 0) yield* this.tried(broken, MatchableLine.joining(index, lines), pace);
  }

  *tried(numbers, text, pace) {
    for (const number of numbers) {
      for (const match of this.matchesOf(number, text, pace)) {
        if (match === null || pace.isDue) yield;
        if (match === null) continue;
        if (this.unwrappedPlaces.size > 0 && this.unwrappedPlaces.has(DocumentScan.place(number, match))) continue;
        this.add(number, match);
      }
      if (pace.isDue) yield;
    }
  }

  static place(number, match) {
    return `${number}:${match.firstLine}:${match.start}`;
  }

  /** Yields the matches of a pattern; null between slices. */
  *matchesOf(number, line, pace) {
    const { signature } = this.matcher.patterns[number];
    pace.add(line.scalars.length * signature.elements.length + 200);
    for (const match of new LineMatcher(signature, line, pace).matches()) {
      pace.add(500);
      yield match === null ? null : new PatternMatch(match, line, this.lines);
    }
  }

  add(number, match) {
    const known = this.matches.get(number);
    const { signature, part } = this.matcher.uses[number];
    if (part < 0) {
      this.vetoesOf(signature).add(match.spans[0].line);
      return;
    }
    // What the ranker would drop does not count.
    if (signature.lines.length === 1 && (match.isMention || match.isEscaped)) return;
    if (!this.limit.allows(number, match.number)) return;
    if (known === undefined) {
      this.matches.set(number, [match]);
    } else {
      known.push(match);
    }
  }

  vetoesOf(signature) {
    let vetoes = this.vetoes.get(signature);
    if (vetoes === undefined) {
      vetoes = new Vetoes();
      this.vetoes.set(signature, vetoes);
    }
    return vetoes;
  }

  /** Gives a ranker the hits that begin on lines up to a number, by signature; each once. */
  *hits(upTo, ranker, pace) {
    for (const matches of this.matches.values()) {
      matches.sort((left, right) => left.firstLine - right.firstLine || left.start - right.start);
    }
    for (const [number, matches] of this.matches) {
      const { signature, part } = this.matcher.uses[number];
      if (part !== 0) continue;
      const ready = partition(matches, (match) => match.number > upTo);
      for (let index = 0; index < ready; index += 1) {
        const chain = this.chain(signature, matches[index]);
        if (chain !== null) ranker.add(new Hit(chain, signature, this.document, this.vetoesOf(signature)));
        pace.add(500);
        if (pace.isDue) yield;
      }
    }
    // What begins before the lines to come can be no later part of anything on them either.
    for (const [number, matches] of this.matches) {
      const rest = matches.slice(partition(matches, (match) => match.number > upTo));
      if (rest.length > 0) this.matches.set(number, rest);
      else this.matches.delete(number);
    }
  }

  /** A match and those of a signature's further patterns, each after the one before, on the same line or within the next 20; null without them. */
  chain(signature, first) {
    const chain = [first];
    for (const number of signature.lines.slice(1)) {
      const candidates = this.matches.get(number) ?? none;
      const last = chain[chain.length - 1];
      const isBehind = (match) => match.firstLine > last.lastLine || (match.firstLine === last.lastLine && match.start >= last.end);
      const next = candidates[partition(candidates, isBehind)];
      if (next === undefined || next.firstOrdinal - last.lastOrdinal > nearby) return null;
      // A name that stands twice captures equal text.
      const earlier = chain.flatMap((match) => match.captures);
      if (next.captures.some((capture) => earlier.some(({ name, value }) => name === capture.name && value !== capture.value))) return null;
      chain.push(next);
    }
    return chain;
  }
}

/** The lines on which an `unless` pattern of a signature matches. */
class Vetoes {
  constructor() {
    this.lines = [];
    this.isSorted = true;
  }

  add(line) {
    const last = this.lines[this.lines.length - 1];
    if (line === last) return;
    if (line < last) this.isSorted = false;
    this.lines.push(line);
  }

  /** Whether one stands within 20 lines of a range. */
  stand(first, last) {
    if (!this.isSorted) this.lines.sort((left, right) => left - right);
    this.isSorted = true;
    const index = partition(this.lines, (line) => line >= first - nearby);
    return index < this.lines.length && this.lines[index] <= last + nearby;
  }
}

/** One place where a signature of an entry matched. */
class Hit {
  constructor(chain, signature, document, vetoes) {
    const anchorMatch = chain[signature.heaviest];
    const { line } = anchorMatch;
    this.entry = signature.entry;
    this.signature = signature.number;
    this.rank = signature.rank;
    this.weight = signature.weight;
    /** The document of the normalised text, 0 for the text itself. */
    this.document = document;
    /** Every part of the match, in order; a part that reaches over two lines has a span in each. */
    this.spans = chain.length === 1 ? anchorMatch.spans : chain.flatMap((match) => match.spans);
    /** The span of the heaviest part: the place that the hit is judged by. */
    [this.anchor] = anchorMatch.spans;
    this.captures = [];
    for (const capture of chain.flatMap((match) => match.captures)) {
      if (!this.captures.some(({ name }) => name === capture.name)) this.captures.push(capture);
    }
    /** What vetoes it: such a hit covers others, and goes then. */
    this.vetoes = vetoes;
    /** On which row the anchor stands when its line is read through its escapes, 1 for the first; 0 for a line without escapes. */
    this.row = line.row(anchorMatch.start);
    this.isEscaped = anchorMatch.isEscaped;
    this.isMention = anchorMatch.isMention;
    /** The anchor's line, as it is shown. */
    this.pasted = line.pasted;
  }

  get isVetoed() {
    const [first, last] = [this.spans[0].line, this.spans[this.spans.length - 1].line];
    return this.vetoes.stand(first, Math.max(first, last));
  }

  /** Whether a span shares a column with one of the hit's. */
  overlaps({ line, columns }) {
    return this.spans.some((span) => span.line === line && areOverlapping(columns, span.columns));
  }
}

const areOverlapping = (left, right) =>
  left.start < right.end && right.start < left.end && left.start < left.end && right.start < right.end;

// MARK: Ranking

/** Finds the hits whose text another entry's longer match claims. */
const Cover = {
  /**
   * The hits, of those whose anchors stand on one part of a line, that are covered: a hit of another entry with the same or a better role has a
   * span there that contains the anchor and is longer, or equal and the hit heavier.
   *
   * `candidates` are all spans there, `{hit, columns}`. O(n log n).
   */
  covered(anchors, candidates) {
    const covered = new Set();
    if (candidates.every(({ hit }) => hit.entry === candidates[0].hit.entry)) return covered;
    for (let rank = 0; rank < roles.length; rank += 1) {
      const judged = anchors.filter((hit) => hit.rank === rank);
      if (judged.length > 0) Cover.mark(judged, candidates.filter(({ hit }) => hit.rank <= rank), covered);
    }
    return covered;
  },

  mark(judged, candidates, covered) {
    candidates.sort((left, right) => left.columns.start - right.columns.start);
    judged.sort((left, right) => left.anchor.columns.start - right.anchor.columns.start);
    const earlier = new Best();
    let next = 0;
    let groupStart = -1;
    let group = new Best();
    let weights = new Map();
    for (const hit of judged) {
      const anchor = hit.anchor.columns;
      for (; next < candidates.length && candidates[next].columns.start < anchor.start; next += 1) {
        earlier.add(candidates[next].columns.end, candidates[next].hit.entry);
      }
      if (groupStart !== anchor.start) {
        groupStart = anchor.start;
        group = new Best();
        weights = new Map();
        // Spans that begin where the anchor does: a longer one covers it, an equal one only when its hit is heavier.
        for (let index = next; index < candidates.length && candidates[index].columns.start === anchor.start; index += 1) {
          const { hit: other, columns } = candidates[index];
          group.add(columns.end, other.entry);
          if (!weights.has(columns.end)) weights.set(columns.end, new Best());
          weights.get(columns.end).add(other.weight, other.entry);
        }
      }
      const isCovered =
        earlier.value(hit.entry) >= anchor.end || group.value(hit.entry) > anchor.end ||
        (weights.get(anchor.end)?.value(hit.entry) ?? -Infinity) > hit.weight;
      if (isCovered) covered.add(hit);
    }
  },
};

/** The two best values from different entries: enough to know the best that is not of a given entry. */
class Best {
  constructor() {
    this.first = -Infinity;
    this.entry = -1;
    this.second = -Infinity;
  }

  add(value, entry) {
    if (entry === this.entry) {
      this.first = Math.max(this.first, value);
    } else if (value > this.first) {
      this.second = this.first;
      this.first = value;
      this.entry = entry;
    } else {
      this.second = Math.max(this.second, value);
    }
  }

  value(entryToPassOver) {
    return entryToPassOver === this.entry ? this.second : this.first;
  }
}

/**
 * Orders hits into the answer, by integers alone, so that every engine agrees.
 *
 * Hits come as a stream: what stands on a line is judged once all hits that touch the line are there, and then forgotten but for each entry's
 * first hit and what later ones add to it.
 */
class Ranker {
  constructor(rows) {
    this.rows = rows;
    /** For each part of a line that hits touch: their spans, and those whose anchor it holds. */
    this.segments = new Map();
    /** For each entry with a hit: its first, the captures that stand for it, and how many places say the same. */
    this.standings = new Map();
  }

  add(hit) {
    if (hit.isMention || hit.isEscaped) return;
    for (const span of hit.spans) this.segment(span).candidates.push({ hit, columns: span.columns });
    this.segment(hit.anchor).anchors.push(hit);
  }

  segment({ segment: index, line }) {
    let segment = this.segments.get(index);
    if (segment === undefined) {
      segment = { index, line, candidates: [], anchors: [] };
      this.segments.set(index, segment);
    }
    return segment;
  }

  /** Judges the lines up to a number, to which no further hit may be added. */
  *settle(upTo, pace) {
    const due = [...this.segments.values()].filter((segment) => segment.line <= upTo);
    due.sort((left, right) => left.index - right.index);
    let kept = new Map();
    for (const [place, segment] of due.entries()) {
      pace.add(segment.candidates.length * 300 + 300);
      if (pace.isDue) yield;
      const covered = Cover.covered(segment.anchors, segment.candidates);
      for (const hit of segment.anchors) {
        if (covered.has(hit) || hit.isVetoed) continue;
        if (!kept.has(hit.entry)) kept.set(hit.entry, []);
        kept.get(hit.entry).push(hit);
      }
      if (due[place + 1]?.line === segment.line) continue;
      for (const hits of kept.values()) yield* this.merge(hits, pace);
      kept = new Map();
    }
    for (const segment of due) this.segments.delete(segment.index);
  }

  precedes(left, right) {
    if (left.rank !== right.rank) return left.rank < right.rank;
    if (left.anchor.line !== right.anchor.line) return left.anchor.line < right.anchor.line;
    if (left.row !== right.row) return left.row < right.row;
    if (left.weight !== right.weight) return left.weight > right.weight;
    if (left.anchor.columns.start !== right.anchor.columns.start) return left.anchor.columns.start < right.anchor.columns.start;
    if (left.entry !== right.entry) return compareTexts(this.rows[left.entry].slug, this.rows[right.entry].slug) < 0;
    if (left.signature !== right.signature) return left.signature < right.signature;
    if (left.document !== right.document) return left.document > right.document;
    const [leftStart, rightStart] = [left.spans[0], right.spans[0]];
    if (leftStart.line !== rightStart.line) return leftStart.line < rightStart.line;
    return leftStart.columns.start < rightStart.columns.start;
  }

  /** Adds the hits of one entry on one line to what is known of the entry. */
  *merge(hits, pace) {
    let standing = this.standings.get(hits[0].entry);
    if (standing === undefined) {
      const hit = hits.reduce((first, other) => (this.precedes(other, first) ? other : first));
      standing = { hit, captures: new Map(hit.captures.map((capture) => [capture.name, capture.value])), occurrences: 0 };
      this.standings.set(hit.entry, standing);
    }
    const { hit: first } = standing;
    const places = new Set();
    const added = new Map();
    for (const hit of hits) {
      pace.add(100);
      if (pace.isDue) yield;
      const isSame =
        hit.signature === first.signature && hit.captures.length === first.captures.length &&
        hit.captures.every(({ value }, index) => value === first.captures[index].value);
      if (isSame) places.add(hit.anchor.columns.start);
      if (hit.anchor.line - first.anchor.line > nearby) continue;
      for (const { name, value, span } of hit.captures) {
        // What reads the same text in another way has nothing to add: `in use 127.0.0.1:80` is no path.
        if (standing.captures.has(name) || first.overlaps(span)) continue;
        const other = added.get(name);
        if (other === undefined || this.precedes(hit, other.hit)) added.set(name, { hit, value });
      }
    }
    standing.occurrences += places.size;
    for (const [name, { value }] of added) standing.captures.set(name, value);
  }

  /** What stands for each entry, best entry first: `{hit, captures, occurrences}`. */
  get ranked() {
    return [...this.standings.values()].sort((left, right) => (this.precedes(left.hit, right.hit) ? -1 : 1));
  }
}

// MARK: The decoder

/** A decoder over entries as an index has them, sorted by slug. */
export const createDecoder = (entries) => new ErrorDecoder(entries.map((entry) => new Row(entry)));

/** Decodes raw text. */
class ErrorDecoder {
  constructor(rows) {
    this.rows = rows;
    this.matcher = new Matcher(rows);
  }

  /**
   * What stands in a text, the answer first: diagnoses, `{entry, evidence, captures, wraps}`. `bytes` are UTF-8 without a mark, as `decodedBytes`
   * makes them of any text. Yields about every ten milliseconds, so that a page can go on drawing. Linear in the text.
   *
   * `entry` is as the index has it. `evidence` is where its text stands: `{line, column, occurrences, text, textColumn, signature, spans}`. `text`
   * is the line as pasted, or the piece of a very long one in which it stands, from the column `textColumn` on. Each of `spans` is
   * `{line, columns: {start, end}, name}`: the parts that matched, with the name null, then the captures of the first hit. Lines and columns are
   * 1-based, columns count scalars of the line as pasted. `captures` are `{name, value}`, as printed, sorted by name. `wraps` is, for a wrapper or
   * an exit status, the slug of the first cause found beside it.
   */
  *diagnose(bytes) {
    const ranked = yield* this.rank(bytes);
    const firstCause = ranked.find(({ hit }) => hit.rank === 0);
    return ranked.map(({ hit, captures, occurrences }) => {
      const row = this.rows[hit.entry];
      const parts = hit.spans.map(({ line, columns }) => ({ line, columns, name: null }));
      const named = hit.captures.map(({ name, span }) => ({ line: span.line, columns: span.columns, name }));
      return {
        entry: row.value,
        evidence: {
          line: hit.anchor.line,
          column: hit.anchor.columns.start,
          occurrences,
          text: pastedText(bytes, hit.pasted.start, hit.pasted.end),
          textColumn: hit.pasted.column,
          signature: row.signatures[hit.signature].lines.map((line) => line.text).join("\n"),
          spans: [...parts, ...named],
        },
        captures: [...captures].map(([name, value]) => ({ name, value })).sort((left, right) => compareTexts(left.name, right.name)),
        wraps: hit.rank === 0 || firstCause === undefined ? null : this.rows[firstCause.hit.entry].slug,
      };
    });
  }

  /** What stands for each entry, best first: `{hit, captures, occurrences}`. */
  *rank(bytes) {
    const ranker = new Ranker(this.rows);
    yield* this.matcher.hits(bytes, ranker, new Pace());
    return ranker.ranked;
  }
}
