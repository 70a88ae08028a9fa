// From raw text to lines that signatures can be compared with.

import {
  AMPERSAND, BACKSLASH, BLANK, folded, isASCIILetter, isASCIILowercase, isASCIIUppercase, isControl, isDigit, isHexDigit, isInvisible, isQuote,
  isWordScalar, normalized, QUOTE, REPLACEMENT, scalarOf, scalarsOf, textOf,
} from "./scalars.mjs";

// MARK: Normalising
// Decode; split into lines; drop escape sequences, control and invisible characters, and map blanks, quotes and full-width forms; mark where text
// may begin behind log prefixes; read escaped lines once more.

/** Longer lines are cut into pieces of this many scalars. */
export const longestLine = 65_536;

/** Longer texts, in bytes, are not searched for lines that a terminal wrapped. */
export const longestUnwrapped = 1_048_576;

/** A line, or the part of a line between carriage returns, or a piece of a very long line. */
class NormalizedLine {
  /** `pasted` is what a reader is shown of it, as a `LineReader` says. */
  constructor(scalars, columns, firstColumn, endColumn, pasted, segment, ordinal) {
    this.scalars = scalars;
    /** For each scalar, its 1-based column in the line as pasted; null where they rise by one from `firstColumn`. */
    this.columns = columns;
    this.firstColumn = firstColumn;
    /** Of its first byte, in the text. */
    this.start = pasted.start;
    /** The column after the last scalar's. */
    this.endColumn = endColumn;
    this.pasted = pasted;
    /** The index, in the text as pasted, of the line or part of a line that it comes from. */
    this.segment = segment;
    /** Where it stands among the lines of its document, for distances: its number, or its row in an escaped line. */
    this.ordinal = ordinal;
    /** What the line's reader was told to look for and found, as of the patterns that may match on it. */
    this.found = none;
    /** Whether a phrase may go on in the next one: not where a carriage return stands between. */
    this.goesOn = true;
    this.knownMarks = null;
    this.knownContentEnd = -1;
    this.knownCodeSpans = null;
    this.knownViews = undefined;
  }

  get number() {
    return this.pasted.number;
  }

  /** Where the text may begin once log prefixes are passed over: offsets in `scalars`, rising, the first is 0. */
  get startMarks() {
    this.knownMarks ??= StartMarks.marks(this.scalars);
    return this.knownMarks;
  }

  get lastMark() {
    return this.startMarks[this.startMarks.length - 1];
  }

  /** Behind the last scalar that is no blank. */
  get contentEnd() {
    if (this.knownContentEnd < 0) this.knownContentEnd = endOfContent(this.scalars);
    return this.knownContentEnd;
  }

  column(index) {
    return this.columns === null ? this.firstColumn + index : this.columns[index];
  }

  /** The columns, in the line as pasted, of a range of scalars. */
  columnRange(start, end) {
    if (start < end) return { start: this.column(start), end: this.column(end - 1) + 1 };
    const column = start < this.scalars.length ? this.column(start) : this.endColumn;
    return { start: column, end: column };
  }

  /** The line read through its escapes, as `EscapedView` says; null for one without, and for a line of such a view. */
  get views() {
    if (this.knownViews === undefined) finish(this.readViews());
    return this.knownViews;
  }

  /** Makes the views, which takes long for a long line: yields after every few milliseconds' work. */
  *readViews() {
    if (this.knownViews === undefined) this.knownViews = yield* EscapedView.views(this);
  }

  /** On which row of its views an offset stands, 1 for the first; 0 for a line without escapes. */
  row(offset) {
    return this.views?.row(this.columnRange(offset, offset).start) ?? 0;
  }
}

/** A line of a view: its ordinal is its row, from 1 on, and pieces of one row have the same. */
class ViewLine extends NormalizedLine {
  get views() {
    return null;
  }

  row() {
    return this.ordinal;
  }
}

export const none = [];

/** For a reader of lines in which nothing is to be found. */
export const seekingNothing = { look: () => none };

export function endOfContent(scalars) {
  let end = scalars.length;
  while (end > 0 && scalars[end - 1] === BLANK) end -= 1;
  return end;
}

/** A text's bytes as UTF-8, without a byte order mark: of a string, of UTF-8, and of UTF-16 that begins with its mark. Yields between slices. */
export function* decodedBytes(text) {
  if (typeof text === "string") return withoutMark(yield* encoded(text));
  const isLittle = text[0] === 0xff && text[1] === 0xfe;
  if (!isLittle && !(text[0] === 0xfe && text[1] === 0xff)) return withoutMark(text);
  // Half a unit at the end is nothing.
  const units = text.subarray(2, text.length - (text.length % 2));
  return yield* encoded(new TextDecoder(isLittle ? "utf-16le" : "utf-16be", { ignoreBOM: true }).decode(units));
}

const withoutMark = (bytes) => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);

function* encoded(text) {
  const encoder = new TextEncoder();
  const parts = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = Math.min(text.length, start + (1 << 20));
    const isWithinPair = end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
    if (isWithinPair) end += 1;
    parts.push(encoder.encode(text.slice(start, end)));
    if (end < text.length) yield;
  }
  if (parts.length === 1) return parts[0];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let position = 0;
  for (const part of parts) {
    bytes.set(part, position);
    position += part.length;
  }
  yield;
  return bytes;
}

/** What a generator returns, without the pauses that it offers. */
function finish(work) {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/** A stretch of the text as pasted; parts that are not UTF-8 become U+FFFD. */
export const pastedText = (bytes, start, end) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start, end));

/** Reads the lines of a text one by one, so that a long text need not be held as lines. */
export class LineReader {
  /** A segment as pasted; one is read at a time. */
  static scratch = new Uint32Array(longestLine);

  /** `seeker`: its `look` is given each line's scalars, and what it returns is the line's `found`. */
  constructor(bytes, seeker) {
    this.bytes = bytes;
    this.seeker = seeker;
    this.number = 0;
    this.segment = 0;
    /** The bytes of the line that is being read, without its end, and where the next line begins. */
    this.start = 0;
    this.end = 0;
    this.next = 0;
    /** What a reader is shown of that line; null when it is too long to be shown whole. */
    this.pasted = null;
    /** Where in it the next segment begins, or -1 when it is read. */
    this.position = -1;
    this.column = 1;
  }

  /** The next line, part of a line or piece; null behind the last. */
  read() {
    if (this.position < 0 && !this.open()) return null;
    return this.readClean() ?? this.readSegment();
  }

  /** Lines end at LF or CRLF. A new line at the very end begins no further line. */
  open() {
    const { bytes } = this;
    if (this.next >= bytes.length) return false;
    const newline = bytes.indexOf(0x0a, this.next);
    this.start = this.next;
    this.end = newline < 0 ? bytes.length : newline;
    this.next = newline < 0 ? bytes.length : newline + 1;
    if (this.end > this.start && bytes[this.end - 1] === 0x0d) this.end -= 1;
    this.number += 1;
    // A carriage return at the end ends the last segment, and is not shown.
    const end = this.end > this.start && bytes[this.end - 1] === 0x0d ? this.end - 1 : this.end;
    this.pasted = this.isShort(end) ? { number: this.number, start: this.start, end, column: 1 } : null;
    this.position = this.start;
    this.column = 1;
    return true;
  }

  /** Whether the line up to `end` has no more scalars than one piece. */
  isShort(end) {
    if (end - this.start <= longestLine) return true;
    const decoder = new ScalarDecoder(this.bytes, this.start, end);
    for (let count = 0; count <= longestLine; count += 1) {
      if (decoder.next() < 0) return true;
    }
    return false;
  }

  /** A piece in which nothing needs to be dropped or mapped is its bytes; null for any other. */
  readClean() {
    const { bytes, position } = this;
    const end = Math.min(this.end, position + longestLine);
    const piece = bytes.subarray(position, end);
    return Sanitizer.isClean(piece) ? this.finish(piece, null, end, end - position) : null;
  }

  /** A lone CR ends a segment; so does the longest line's length. */
  readSegment() {
    const { scratch } = LineReader;
    const decoder = new ScalarDecoder(this.bytes, this.position, this.end);
    let count = 0;
    while (count < longestLine) {
      const scalar = decoder.next();
      if (scalar < 0 || scalar === 0x0d) break;
      scratch[count] = scalar;
      count += 1;
    }
    const { scalars, columns } = Sanitizer.sanitize(scratch.slice(0, count), null, this.column);
    return this.finish(scalars, columns, decoder.position, count, decoder.last === 0x0d);
  }

  /** Makes the line of a segment that ends before `next`; `count` is its length as pasted. */
  finish(scalars, columns, next, count, isAtReturn = false) {
    const start = this.position;
    const end = isAtReturn ? next - 1 : next;
    const pasted = this.pasted ?? { number: this.number, start, end, column: this.column };
    const line = new NormalizedLine(scalars, columns, this.column, this.column + count, pasted, this.segment, this.number);
    line.found = this.seeker.look(scalars);
    line.start = start;
    this.segment += 1;
    this.column += count + (isAtReturn ? 1 : 0);
    this.position = next < this.end ? next : -1;
    line.goesOn = this.position < 0 || !isAtReturn;
    return line;
  }
}

/** The bytes that normalising leaves as they are; all that it drops of ASCII text is a control character or has a bracket in it. */
const cleanBytes = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte < 0x7f && byte !== 0x5b ? 1 : 0));

/** Whether a bracket's parameters may be those of a colour code. */
function mayBeColour(bytes, start, end) {
  let position = start;
  while (position < end && position - start < 3 && isDigit(bytes[position])) position += 1;
  return position > start && position < end && (bytes[position] === 0x6d || bytes[position] === 0x3b);
}

/** Decodes UTF-8; each maximal part that is invalid becomes U+FFFD. */
class ScalarDecoder {
  constructor(bytes, start, end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.last = -1;
  }

  /** The next scalar; -1 at the end. */
  next() {
    this.last = this.position < this.end ? this.decode() : -1;
    return this.last;
  }

  decode() {
    const lead = this.bytes[this.position];
    this.position += 1;
    if (lead < 0x80) return lead;
    if (lead >= 0xc2 && lead <= 0xdf) return this.continued(lead & 0x1f, 1, 0x80, 0xbf);
    if (lead >= 0xe0 && lead <= 0xef) return this.continued(lead & 0x0f, 2, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf);
    if (lead >= 0xf0 && lead <= 0xf4) return this.continued(lead & 0x07, 3, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf);
    return REPLACEMENT;
  }

  /** The first of the bytes that follow has a range of its own: it excludes overlong forms, surrogates and what is beyond Unicode. */
  continued(bits, count, lowest, highest) {
    let value = bits;
    for (let index = 0; index < count; index += 1) {
      const byte = this.position < this.end ? this.bytes[this.position] : -1;
      if (byte < (index === 0 ? lowest : 0x80) || byte > (index === 0 ? highest : 0xbf)) return REPLACEMENT;
      value = (value << 6) | (byte & 0x3f);
      this.position += 1;
    }
    return value;
  }
}

/**
 * Turns raw text into lines that signatures can be compared with: `documents`, each `{lines, wrapped}`, the first of them the text itself, each
 * further one a line of it read through its escapes.
 *
 * Linear in the text.
 */
export function normalize(text) {
  const bytes = finish(decodedBytes(text));
  const reader = new LineReader(bytes, seekingNothing);
  const lines = [];
  for (let line = reader.read(); line !== null; line = reader.read()) lines.push(line);
  const escaped = lines.flatMap((line) => line.views?.documents ?? []);
  const wrapped = bytes.length <= longestUnwrapped ? WrappedLines.groups(lines) : [];
  return { documents: [{ lines, wrapped }, ...escaped.map((document) => ({ lines: document, wrapped: [] }))] };
}

/** The index of the first element for which the predicate holds, which must hold for all behind it. O(log n). */
export function partition(elements, isBehind) {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(elements[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Drops what a terminal would not show and maps what looks alike to one form. */
const Sanitizer = {
  /**
   * The text without escape sequences, orphans of colour codes, control and invisible characters; odd blanks, quotes and full-width characters
   * mapped. `columns` has one for each scalar, or is null where they rise by one from `firstColumn`; so it is in what is given back.
   */
  sanitize(scalars, columns, firstColumn) {
    if (Sanitizer.isClean(scalars)) return { scalars, columns };
    const kept = new Uint32Array(scalars.length);
    const keptColumns = new Int32Array(scalars.length);
    const sequences = new EscapeSequences(scalars);
    let count = 0;
    let position = 0;
    while (position < scalars.length) {
      const scalar = scalars[position];
      const isPlain = scalar < 0x80 && cleanBytes[scalar] === 1 && scalar !== 0x3f && scalar !== 0x5e && scalar !== BACKSLASH;
      if (!isPlain) {
        const end = sequences.end(position);
        if (end >= 0) {
          position = end;
          continue;
        }
      }
      if (isPlain || scalar === 0x09 || !(isControl(scalar) || isInvisible(scalar))) {
        kept[count] = isPlain ? scalar : normalized(scalar);
        keptColumns[count] = columns === null ? firstColumn + position : columns[position];
        count += 1;
      }
      position += 1;
    }
    if (count === scalars.length) return { scalars: kept, columns };
    return { scalars: kept.slice(0, count), columns: keptColumns.slice(0, count) };
  },

  /** Whether nothing of an ASCII text is dropped or mapped. */
  isClean(scalars) {
    for (let index = 0; index < scalars.length; index += 1) {
      const scalar = scalars[index];
      if (scalar < 0x80 && cleanBytes[scalar] === 1) continue;
      if (scalar !== 0x5b || mayBeColour(scalars, index + 1, scalars.length)) return false;
    }
    return true;
  },
};

/** Finds terminal escape sequences, and what is left of colour codes when something ate their ESC. Ends are offsets; -1 is none. */
class EscapeSequences {
  constructor(scalars) {
    this.scalars = scalars;
    /** From here on no string terminator follows: no need to look again. */
    this.noTerminatorFrom = Infinity;
  }

  /** The end of the sequence that begins at `start`. */
  end(start) {
    switch (this.scalars[start]) {
      case 0x1b: return this.afterEscape(start + 1);
      case 0x9b: return this.controlSequence(start + 1);
      case 0x90: case 0x98: case 0x9d: case 0x9e: case 0x9f: return this.string(start + 1, this.scalars[start] === 0x9d);
      case 0x5b: return this.orphan(start); // [
      case 0x3f: case REPLACEMENT: case 0x241b: return this.orphan(start + 1); // ? and stand-ins for ESC
      case BACKSLASH: return this.writtenEscape(start);
      case 0x5e: return this.scalars[start + 1] === 0x5b ? this.orphan(start + 2) : -1; // ^[
      default: return -1;
    }
  }

  afterEscape(next) {
    const { scalars } = this;
    switch (scalars[next]) {
      case undefined: return next;
      case 0x5b: return this.controlSequence(next + 1);
      case 0x5d: return this.string(next + 1, true);
      case 0x50: case 0x58: case 0x5e: case 0x5f: return this.string(next + 1, false);
      default: {
        // Intermediates, then one final character; a lone ESC is dropped alone.
        let end = next;
        while (end < scalars.length && scalars[end] >= 0x20 && scalars[end] <= 0x2f) end += 1;
        return end < scalars.length && scalars[end] >= 0x30 && scalars[end] <= 0x7e ? end + 1 : next;
      }
    }
  }

  /** Parameters, intermediates, one final character; a sequence that is cut short ends where it stops making sense. */
  controlSequence(start) {
    const { scalars } = this;
    let end = start;
    while (end < scalars.length && scalars[end] >= 0x30 && scalars[end] <= 0x3f) end += 1;
    while (end < scalars.length && scalars[end] >= 0x20 && scalars[end] <= 0x2f) end += 1;
    return end < scalars.length && scalars[end] >= 0x40 && scalars[end] <= 0x7e ? end + 1 : end;
  }

  /** To ST (or BEL); where the line has none, only what opens the string is dropped. */
  string(start, endsAtBell) {
    const { scalars } = this;
    if (start >= this.noTerminatorFrom) return start;
    for (let position = start; position < scalars.length; position += 1) {
      const scalar = scalars[position];
      if (scalar === 0x9c || (scalar === 0x07 && endsAtBell)) return position + 1;
      if (scalar === 0x1b && scalars[position + 1] === BACKSLASH) return position + 2;
    }
    // A string that must end at ST finds none where one that may end at BEL could; both are rare, and text is kept then.
    this.noTerminatorFrom = Math.min(this.noTerminatorFrom, start);
    return start;
  }

  /** A colour code whose ESC is written out: `\u001b[31m`, `\x1b[31m`, `\033[31m`, `\e[31m`, the backslash perhaps escaped itself. */
  writtenEscape(start) {
    const { scalars } = this;
    let position = start;
    while (position < scalars.length && scalars[position] === BACKSLASH && position - start < 8) position += 1;
    for (const name of writtenEscapeNames) {
      const isHere = position + name.length < scalars.length && name.every((scalar, index) => folded(scalars[position + index]) === scalar);
      if (isHere) return this.orphan(position + name.length);
    }
    return -1;
  }

  /** `[31m` and `[1;4m` without their ESC; not `[5m]`, which is a duration. */
  orphan(bracket) {
    const { scalars } = this;
    if (scalars[bracket] !== 0x5b) return -1;
    let position = bracket + 1;
    let parameters = 0;
    do {
      const start = position;
      while (position < scalars.length && isDigit(scalars[position])) position += 1;
      if (position - start < 1 || position - start > 3) return -1;
      parameters += 1;
      if (position >= scalars.length || parameters > 16) return -1;
      position += 1;
    } while (scalars[position - 1] === 0x3b);
    return scalars[position - 1] === 0x6d && scalars[position] !== 0x5d ? position : -1;
  }
}

const writtenEscapeNames = ["u001b", "x1b", "033", "e"].map(scalarsOf);

// MARK: Start marks

/** Reads forward in a line; each `take` moves on when what it names is there, and says whether it was. */
class PrefixCursor {
  constructor(scalars, start) {
    this.scalars = scalars;
    this.start = start;
    this.position = start;
  }

  copy() {
    const cursor = new PrefixCursor(this.scalars, this.start);
    cursor.position = this.position;
    return cursor;
  }

  get isAtBlank() {
    return this.scalars[this.position] === BLANK;
  }

  take(text) {
    for (let index = 0; index < text.length; index += 1) {
      if (this.scalars[this.position + index] !== text.charCodeAt(index)) return false;
    }
    this.position += text.length;
    return true;
  }

  /** One or more scalars. */
  takeWhile(isMember) {
    const first = this.position;
    while (this.position < this.scalars.length && isMember(this.scalars[this.position])) this.position += 1;
    return this.position > first;
  }

  takeBlanks() {
    const first = this.position;
    while (this.scalars[this.position] === BLANK) this.position += 1;
    return this.position > first;
  }

  /** A run of digits whose length is in a range. */
  takeDigits(fewest, most) {
    const first = this.position;
    while (isDigit(this.scalars[this.position])) this.position += 1;
    return this.position - first >= fewest && this.position - first <= most;
  }

  /** One of the words, with no letter, digit or `_` behind it. */
  takeWord(words, ignoringCase = false) {
    const { scalars, position } = this;
    const fold = ignoringCase ? folded : (scalar) => scalar;
    for (const word of words) {
      const end = position + word.length;
      if (end > scalars.length) continue;
      let index = 0;
      while (index < word.length && fold(scalars[position + index]) === word.charCodeAt(index)) index += 1;
      if (index === word.length && (end === scalars.length || !isWordScalar(scalars[end]))) {
        this.position = end;
        return true;
      }
    }
    return false;
  }

  isUppercase(end) {
    for (let index = this.position; index < end; index += 1) {
      if (!isASCIIUppercase(this.scalars[index])) return false;
    }
    return true;
  }

  // Times

  /** Whether what stands directly before the starting point is the end of a time. */
  get followsTime() {
    let last = this.start - 1;
    while (last >= 0 && this.scalars[last] === BLANK) last -= 1;
    if (last < 0) return false;
    const scalar = this.scalars[last];
    return isDigit(scalar) || scalar === 0x5a || scalar === 0x5d;
  }

  /** `2026-11-22T14:33:13.1234567Z `, seven digits and no more or less. */
  get isAtRunnerTime() {
    const cursor = this.copy();
    return cursor.takeDateTime() && cursor.isAtBlank && /\.[0-9]{7}Z$/.test(textOf(this.scalars, this.position, cursor.position));
  }

  takeTime() {
    const first = this.position;
    if (this.takeDateTime()) return true;
    this.position = first;
    if (this.takeNamedDateTime()) return true;
    this.position = first;
    if (this.takeApacheTime()) return true;
    this.position = first;
    if (this.takeClock()) return true;
    this.position = first;
    return false;
  }

  /** `2026-11-22T14:33:13.123Z`, `2026/11/22 14:33:13`, `2026-11-22 14:33:13,123 +0000`. */
  takeDateTime() {
    if (!this.takeDigits(4, 4) || !(this.take("-") || this.take("/")) || !this.takeDigits(1, 2)) return false;
    if (!(this.take("-") || this.take("/")) || !this.takeDigits(1, 2)) return false;
    if (!(this.take("T") || this.takeBlanks() || this.take("-")) || !this.takeClock()) return false;
    this.takeZone();
    return true;
  }

  /** `Nov 22 14:33:13`, `Sun Nov 22 14:33:13.123456 2026`. */
  takeNamedDateTime() {
    if (this.takeWord(weekdays) && !this.takeBlanks()) return false;
    if (!this.takeWord(months) || !this.takeBlanks() || !this.takeDigits(1, 2) || !this.takeBlanks() || !this.takeClock()) return false;
    const year = this.copy();
    if (year.takeBlanks() && year.takeDigits(4, 4) && !year.isAtLetter) this.position = year.position;
    return true;
  }

  /** `22/Nov/2026:14:33:13 +0000`. */
  takeApacheTime() {
    if (!this.takeDigits(1, 2) || !this.take("/") || !this.takeWord(months) || !this.take("/")) return false;
    if (!this.takeDigits(4, 4) || !this.take(":") || !this.takeClock()) return false;
    this.takeZone();
    return true;
  }

  /** `14:33:13`, `14:33:13.123`, `14:33:13,123`. */
  takeClock() {
    if (!this.takeDigits(1, 2) || !this.take(":") || !this.takeDigits(2, 2) || !this.take(":") || !this.takeDigits(2, 2)) return false;
    const fraction = this.copy();
    if ((fraction.take(".") || fraction.take(",")) && fraction.takeDigits(1, 9)) this.position = fraction.position;
    return true;
  }

  /** `Z`, `+00:00`, ` +0000`, ` UTC`. */
  takeZone() {
    if (this.take("Z")) return;
    const zone = this.copy();
    zone.takeBlanks();
    if ((zone.take("+") || zone.take("-")) && zone.takeDigits(2, 4)) {
      if (zone.take(":")) zone.takeDigits(2, 2);
      this.position = zone.position;
    } else if (zone.takeWord(["UTC", "GMT"])) {
      this.position = zone.position;
    }
  }

  get isAtLetter() {
    return this.position < this.scalars.length && isASCIILetter(this.scalars[this.position]);
  }
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Finds where the text of a line may begin behind what tools put before it: times, levels, names of containers.
 *
 * Nothing is removed: a signature's `^` may match at any mark.
 */
const StartMarks = {
  limit: 12,

  /** The marks of a line, rising; the first is 0. Each prefix must leave text behind it. Linear in the line's scalars. */
  marks(scalars) {
    const last = endOfContent(scalars) - 1;
    const marks = [0];
    if (last < 0) return marks;
    while (marks.length <= StartMarks.limit) {
      const next = StartMarks.next(scalars, marks[marks.length - 1]);
      if (next < 0 || next > last) break;
      marks.push(next);
    }
    return marks;
  },

  /** Behind the prefix at `start`; -1 when there is none. The first that fits is taken. */
  next(scalars, start) {
    for (const prefix of prefixes) {
      const cursor = new PrefixCursor(scalars, start);
      if (prefix(cursor) && cursor.position > start) return cursor.position;
    }
    return -1;
  },
};

const isLowercaseOrDash = (scalar) => isASCIILowercase(scalar) || scalar === 0x2d;
const isNamePart = (scalar) => isWordScalar(scalar) || scalar === 0x2e || scalar === 0x2d;

/** Box drawing, bullets, arrows, check marks, Braille spinners, emoji. */
function isDrawing(scalar) {
  if (scalar < 0xb7) return false;
  return (
    scalar === 0xb7 || scalar === 0xd7 || scalar === 0x2022 || scalar === 0x2023 || scalar === 0x2043 || (scalar >= 0x2190 && scalar <= 0x21ff) ||
    (scalar >= 0x2300 && scalar <= 0x23ff) || (scalar >= 0x2500 && scalar <= 0x25ff) || (scalar >= 0x2600 && scalar <= 0x27bf) ||
    (scalar >= 0x2800 && scalar <= 0x28ff) || (scalar >= 0x2900 && scalar <= 0x297f) || (scalar >= 0x2b00 && scalar <= 0x2bff) ||
    scalar === 0xfe0f || (scalar >= 0x1f300 && scalar <= 0x1faff)
  );
}

/**
 * What `gh run view --log` prints before each line, the job's name and the step's: all up to a time with seven digits of a second, as GitHub's
 * runners write it. The names may hold anything; TABs part them, or blanks once they are pasted from a terminal.
 */
function workflowStep(cursor) {
  if (cursor.position !== 0) return false;
  for (let words = 1; words <= 40 && cursor.takeWhile((scalar) => scalar !== BLANK); words += 1) {
    cursor.takeBlanks();
    if (words >= 2 && cursor.isAtRunnerTime) return true;
  }
  return false;
}

const blanks = (cursor) => cursor.takeBlanks();

const drawing = (cursor) => cursor.takeWhile(isDrawing);

/** `##[error]`, `::error file=a.js,line=1::`, `section_start:1700000000:step_script`. */
function pipelineMark(cursor) {
  if (cursor.take("##[")) return cursor.takeWhile(isLowercaseOrDash) && cursor.take("]");
  if (cursor.take("::")) {
    if (!cursor.takeWhile(isLowercaseOrDash)) return false;
    if (cursor.take(" ")) cursor.takeWhile((scalar) => scalar !== 0x3a);
    return cursor.take("::");
  }
  if (!(cursor.take("section_start:") || cursor.take("section_end:")) || !cursor.takeDigits(1, 20) || !cursor.take(":")) return false;
  cursor.takeWhile(isNamePart);
  return !cursor.take("[") || (cursor.takeWhile((scalar) => scalar !== 0x5d && scalar !== BLANK) && cursor.take("]"));
}

const diffMark = (cursor) => cursor.take("+ ") || cursor.take("- ");

const quoteMark = (cursor) => cursor.take("> ") || cursor.take("| ");

/** BuildKit's `#12 1.2 [stage 3/7]`, `#12 ERROR`, `17.25 `. */
function buildStep(cursor) {
  const hasNumber = cursor.take("#");
  if (hasNumber && !(cursor.takeDigits(1, 6) && cursor.takeBlanks())) return false;
  const seconds = cursor.copy();
  const hasSeconds = seconds.takeDigits(1, 7) && seconds.take(".") && seconds.takeDigits(1, 6) && seconds.takeBlanks();
  if (hasSeconds) cursor.position = seconds.position;
  if (hasNumber && !hasSeconds) {
    const stage = cursor.copy();
    if (stage.take("[") && stage.takeWhile((scalar) => scalar !== 0x5d) && stage.take("]")) cursor.position = stage.position;
  }
  return hasNumber || hasSeconds;
}

/** Compose's `web-1  | `, PM2's `0|web  | `. */
function composeName(cursor) {
  const number = cursor.copy();
  if (number.takeDigits(1, 4) && number.take("|")) cursor.position = number.position;
  if (!cursor.takeWhile(isNamePart) || !cursor.takeBlanks() || !cursor.take("|")) return false;
  cursor.takeBlanks();
  return true;
}

function packageManager(cursor) {
  if (!cursor.takeWord(["npm", "gyp"]) || !cursor.takeBlanks()) return false;
  if (!cursor.takeWord(["ERR!", "error", "WARN", "warn", "verb", "info", "notice", "http"])) return false;
  cursor.takeBlanks();
  return true;
}

/** A time in any of the usual forms, perhaps in brackets, perhaps with a colon or dash behind it. */
function time(cursor) {
  const isBracketed = cursor.take("[");
  if (!cursor.takeTime()) return false;
  return isBracketed ? cursor.take("]") : cursor.isAtBlank || cursor.take(":") || cursor.take(",");
}

/** Behind a time: syslog's and the journal's `web-01 app[123]: `, `web-01 kernel: `. */
function syslogHost(cursor) {
  if (!cursor.followsTime) return false;
  const isName = (scalar) => isNamePart(scalar) || scalar === 0x2f || scalar === 0x40;
  if (!cursor.takeWhile(isName)) return false;
  const process = cursor.copy();
  // Heroku names no host: `app[web.1]: `.
  const hasHost = process.takeBlanks() && process.takeWhile(isName);
  if (hasHost) cursor.position = process.position;
  if (cursor.take("[")) {
    if (!cursor.takeWhile(isName) || !cursor.take("]")) return false;
  } else if (!hasHost) {
    return false;
  }
  return cursor.take(": ");
}

/** `E1122 14:33:13.123456   12345 server.go:123] `. */
function klog(cursor) {
  if (!(cursor.take("I") || cursor.take("W") || cursor.take("E") || cursor.take("F"))) return false;
  if (!cursor.takeDigits(4, 4) || !cursor.takeBlanks() || !cursor.takeClock() || !cursor.takeBlanks() || !cursor.takeDigits(1, 10)) return false;
  return cursor.takeBlanks() && cursor.takeWhile((scalar) => scalar !== BLANK && scalar !== 0x5d) && cursor.take("]");
}

/** `[   12.345678]`. */
function kernelTime(cursor) {
  if (!cursor.take("[")) return false;
  cursor.takeBlanks();
  return cursor.takeDigits(1, 8) && cursor.take(".") && cursor.takeDigits(1, 9) && cursor.take("]");
}

/** `[ERROR]`, `ERROR:`, `ERROR ` in capitals. */
function level(cursor) {
  const isBracketed = cursor.take("[");
  const word = cursor.copy();
  if (!cursor.takeWord(levels, true)) return false;
  if (isBracketed) {
    cursor.takeBlanks();
    return cursor.take("]");
  }
  return cursor.take(":") || (cursor.isAtBlank && word.isUppercase(cursor.position));
}

const levels = [
  "trace", "debug", "info", "information", "notice", "log", "warn", "warning", "error", "err", "fatal", "severe", "critical", "crit", "alert",
  "emergency", "emerg", "panic", "fail",
];

/** `time="…" level=error msg="`: pairs up to the message. */
function logfmt(cursor) {
  for (;;) {
    if (cursor.take("msg=") || cursor.take("message=")) {
      cursor.take('"');
      return true;
    }
    if (!cursor.takeWhile(isNamePart) || !cursor.take("=")) return false;
    if (cursor.take('"')) {
      cursor.takeWhile((scalar) => scalar !== QUOTE);
      if (!cursor.take('"')) return false;
    } else {
      cursor.takeWhile((scalar) => scalar !== BLANK);
    }
    if (!cursor.takeBlanks()) return false;
  }
}

/** Syslog's `<3>`, a process id `[123]`, nginx's `12#12: *3 `. */
function number(cursor) {
  if (cursor.take("<")) return cursor.takeDigits(1, 3) && cursor.take(">");
  if (cursor.take("[")) return cursor.takeDigits(1, 10) && cursor.take("]");
  if (!cursor.takeDigits(1, 10) || !cursor.take("#") || !cursor.takeDigits(1, 10) || !cursor.take(": ")) return false;
  const connection = cursor.copy();
  if (connection.take("*") && connection.takeDigits(1, 20) && connection.take(" ")) cursor.position = connection.position;
  return true;
}

/** `$ `, `deploy@web-01:~/app$ `, `PS C:\app> `. */
function prompt(cursor) {
  if (cursor.take("$ ")) return true;
  if (cursor.take("PS ")) {
    cursor.takeWhile((scalar) => scalar !== 0x3e);
    return cursor.take("> ");
  }
  if (!cursor.takeWhile(isNamePart) || !cursor.take("@")) return false;
  cursor.takeWhile((scalar) => scalar !== BLANK && scalar !== 0x24 && scalar !== 0x23);
  return cursor.take("$ ") || cursor.take("# ");
}

const prefixes = [
  workflowStep, blanks, drawing, pipelineMark, diffMark, quoteMark, buildStep, composeName, packageManager, time, syslogHost, klog, kernelTime,
  level, logfmt, number, prompt,
];

// MARK: Escaped and wrapped lines

/**
 * Reads a line through its escapes: the text inside JSON, logfmt, Go's `%q`, Python's `repr` or HTML.
 *
 * No parser of any of these: the whole line is unescaped, up to three times, and split at the new lines that appear.
 */
const EscapedView = {
  rounds: 3,

  /** So many pieces of a line are made between two pauses. */
  slice: 1_024,

  /** The line's text read through its escapes; null when it holds none. Linear in the line's scalars; yields between slices. */
  *views(line) {
    if (!holdsEscape(line.scalars)) return null;
    const documents = [yield* EscapedView.document(line, false), yield* EscapedView.document(line, true)];
    yield;
    return new Views(documents, line);
  },

  /** The lines of a document of its own: of the whole line, or of each quoted string by itself. */
  *document(line, splitsAtQuotes) {
    const columns = line.columns ?? new Int32Array(line.scalars.length);
    if (line.columns === null) for (let index = 0; index < columns.length; index += 1) columns[index] = line.firstColumn + index;
    // Only a quotation within a quotation is escaped twice; in `C:\\new` a second round would eat the path.
    let pieces = [{ scalars: line.scalars, columns, beginsRow: true, isNested: true }];
    for (let round = 0; round < EscapedView.rounds; round += 1) {
      const next = [];
      for (const [index, piece] of pieces.entries()) {
        if (!piece.isNested || !holdsEscape(piece.scalars)) next.push(piece);
        else yield* EscapedView.addUnescaped(piece, splitsAtQuotes, next);
        if (index % EscapedView.slice === 0) yield;
      }
      pieces = next;
    }
    const lines = [];
    let row = 0;
    for (const [index, { scalars, columns: all, beginsRow }] of pieces.entries()) {
      if (index % EscapedView.slice === 0) yield;
      if (beginsRow) row += 1;
      if (scalars.length === 0) continue;
      const part = Sanitizer.sanitize(scalars, all, 0);
      const view = new ViewLine(part.scalars, part.columns, 0, all[all.length - 1] + 1, line.pasted, line.segment, row);
      // Two strings of one row do not go on in one another.
      if (lines.length > 0) lines[lines.length - 1].goesOn = lines[lines.length - 1].ordinal < row;
      lines.push(view);
    }
    return lines;
  },

  *addUnescaped(piece, splitsAtQuotes, result) {
    const first = result.length;
    const isNested = holdsEscapedQuote(piece.scalars);
    const parts = splitsAtQuotes ? partsBetweenQuotes(piece.scalars) : [{ start: 0, end: piece.scalars.length }];
    for (const [index, part] of parts.entries()) {
      if (index % EscapedView.slice === EscapedView.slice - 1) yield;
      const { scalars, columns } = unescaped(piece.scalars.subarray(part.start, part.end), piece.columns.subarray(part.start, part.end));
      let start = 0;
      for (let end = 0; end <= scalars.length; end += 1) {
        if (end < scalars.length && scalars[end] !== 0x0a && scalars[end] !== 0x0d) continue;
        const beginsRow = start > 0 || (result.length === first && piece.beginsRow);
        result.push({ scalars: scalars.subarray(start, end), columns: columns.subarray(start, end), beginsRow, isNested });
        if (result.length % EscapedView.slice === 0) yield;
        start = end + 1;
      }
    }
  },
};

/** A line read through its escapes. */
class Views {
  constructor(documents, line) {
    /** The whole line, and then each quoted string by itself: the lines of each. */
    this.documents = documents;
    /** Where the rows of the whole line begin, `{column, row}`, by rising columns. */
    this.rows = documents[0].filter((row) => row.scalars.length > 0).map((row) => ({ column: row.column(0), row: row.ordinal }));
    const first = line.scalars.length === 0 ? 0 : line.column(0);
    const isShown = new Uint8Array(line.endColumn - first);
    for (const document of documents) {
      for (const { columns } of document) for (let index = 0; index < columns.length; index += 1) isShown[columns[index] - first] = 1;
    }
    /** The columns of the line as pasted that no view shows: parts of escapes. Rising. */
    this.hidden = [];
    for (let index = 0; index < line.scalars.length; index += 1) {
      if (isShown[line.column(index) - first] === 0) this.hidden.push(line.column(index));
    }
  }

  /** The row that a column stands on. */
  row(column) {
    const index = partition(this.rows, (row) => row.column > column);
    return index === 0 ? 0 : this.rows[index - 1].row;
  }

  /** Whether a part of an escape stands in a range of columns. */
  holdsEscape({ start, end }) {
    const index = partition(this.hidden, (column) => column >= start);
    return index < this.hidden.length && this.hidden[index] < end;
  }
}

/**
 * What stands in strings and what stands between them. A string is opened by a double quote at the line's start or behind one of `{[(,:=`, blanks
 * aside, as in JSON and logfmt; the next that is not escaped closes it.
 */
function partsBetweenQuotes(scalars) {
  const parts = [];
  let start = 0;
  let isInside = false;
  let last = 0x7b;
  for (let index = 0; index < scalars.length; index += 1) {
    const scalar = scalars[index];
    if (scalar === QUOTE && (isInside || stringOpeners.has(last))) {
      parts.push({ start, end: index });
      start = index + 1;
      isInside = !isInside;
    }
    if (scalar !== BLANK) last = scalar;
    if (scalar === BACKSLASH) index += 1;
  }
  parts.push({ start: Math.min(start, scalars.length), end: scalars.length });
  return parts;
}

const stringOpeners = new Set(scalarsOf("{[(,:="));

/** Whether `\n`, `\"`, `\uXXXX` or an HTML entity stands anywhere. */
function holdsEscape(scalars) {
  for (let index = scalars.indexOf(AMPERSAND); index >= 0; index = scalars.indexOf(AMPERSAND, index + 1)) {
    if (entityAt(scalars, index)[1] > 1) return true;
  }
  for (let index = scalars.indexOf(BACKSLASH); index >= 0; index = scalars.indexOf(BACKSLASH, index + 1)) {
    const next = scalars[index + 1];
    if (next === 0x6e || next === QUOTE || (next === 0x75 && numberIn(scalars, index + 2, 4, 16) >= 0)) return true;
  }
  return false;
}

function holdsEscapedQuote(scalars) {
  for (let index = scalars.indexOf(BACKSLASH); index >= 0; index = scalars.indexOf(BACKSLASH, index + 1)) {
    if (scalars[index + 1] === QUOTE) return true;
  }
  return false;
}

function unescaped(scalars, columns) {
  const result = new Uint32Array(scalars.length);
  const kept = new Int32Array(scalars.length);
  let count = 0;
  let position = 0;
  const take = (end) => {
    for (; position < end; position += 1, count += 1) {
      result[count] = scalars[position];
      kept[count] = columns[position];
    }
  };
  while (position < scalars.length) {
    let next = position;
    while (next < scalars.length && scalars[next] !== BACKSLASH && scalars[next] !== AMPERSAND) next += 1;
    const pathEnd = next - 2 < position ? -1 : windowsPathEnd(scalars, next - 2);
    take(pathEnd < 0 ? next : pathEnd);
    if (pathEnd >= 0 || next === scalars.length) continue;
    const [scalar, length] = scalars[next] === BACKSLASH ? escapeAt(scalars, next) : entityAt(scalars, next);
    result[count] = scalar;
    kept[count] = columns[next];
    count += 1;
    position += length;
  }
  return { scalars: result.subarray(0, count), columns: kept.subarray(0, count) };
}

/** Behind a path as Windows prints it, `C:\new`, whose backslashes escape nothing; -1 where none begins. */
function windowsPathEnd(scalars, start) {
  if (scalars[start + 1] !== 0x3a || scalars[start + 2] !== BACKSLASH || start + 3 >= scalars.length || scalars[start + 3] === BACKSLASH) return -1;
  if (!isASCIILetter(scalars[start]) || (start > 0 && isWordScalar(scalars[start - 1]))) return -1;
  let end = start;
  while (end < scalars.length && scalars[end] !== BLANK && !isQuote(scalars[end])) end += 1;
  return end;
}

const entities = Object.entries({
  quot: '"', apos: "'", lt: "<", gt: ">", amp: "&", nbsp: " ", "#39": "'", "#039": "'", "#x27": "'", "#34": '"', "#47": "/", "#x2F": "/",
}).map(([name, character]) => ({ name: scalarsOf(name), scalar: scalarOf(character) }));

/** What the HTML entity at `start` stands for and how long it is; another `&` stands for itself. */
function entityAt(scalars, start) {
  for (const { name, scalar } of entities) {
    const end = start + 1 + name.length;
    if (scalars[end] === 0x3b && name.every((letter, index) => scalars[start + 1 + index] === letter)) return [scalar, end + 1 - start];
  }
  return [AMPERSAND, 1];
}

/** What the escape at `start` stands for and how long it is; an unknown one stands for its backslash. */
function escapeAt(scalars, start) {
  switch (scalars[start + 1]) {
    case 0x6e: return [0x0a, 2];
    case 0x72: return [0x0d, 2];
    case 0x74: return [BLANK, 2];
    case 0x65: return [0x1b, 2];
    case QUOTE: case 0x27: case 0x60: case BACKSLASH: case 0x2f: return [scalars[start + 1], 2];
    case 0x78: {
      const value = numberIn(scalars, start + 2, 2, 16);
      return value >= 0 ? [value, 4] : [BACKSLASH, 1];
    }
    case 0x30: {
      const value = numberIn(scalars, start + 1, 3, 8);
      return value >= 0 && value < 128 ? [value, 4] : [BACKSLASH, 1];
    }
    case 0x75: {
      const unit = numberIn(scalars, start + 2, 4, 16);
      return unit >= 0 ? unicodeEscape(unit, scalars, start) : [BACKSLASH, 1];
    }
    default: return [BACKSLASH, 1];
  }
}

/** `\uXXXX`, or two of them that make one scalar; half of a pair becomes U+FFFD. */
function unicodeEscape(unit, scalars, start) {
  const isSurrogate = unit >= 0xd800 && unit < 0xe000;
  if (unit < 0xdc00 && isSurrogate && scalars[start + 6] === BACKSLASH && scalars[start + 7] === 0x75) {
    const low = numberIn(scalars, start + 8, 4, 16);
    if (low >= 0xdc00 && low < 0xe000) return [0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00), 12];
  }
  return [isSurrogate ? REPLACEMENT : unit, 6];
}

/** A number of so many digits; -1 where none stands. */
function numberIn(scalars, start, digits, radix) {
  if (start + digits > scalars.length) return -1;
  let value = 0;
  for (let index = start; index < start + digits; index += 1) {
    const scalar = scalars[index];
    if (!isHexDigit(scalar)) return -1;
    const digit = isDigit(scalar) ? scalar - 0x30 : (scalar | 0x20) - 0x57;
    if (digit >= radix) return -1;
    value = value * radix + digit;
  }
  return value;
}

/**
 * Finds lines that a terminal broke because they were wider than it.
 *
 * What a terminal wraps has one look: no line is wider than the terminal, and each broken line is exactly as wide. Log lines that say the same
 * again are equally wide too, so two lines prove a width only when they differ by more than digits.
 */
export const WrappedLines = {
  /** Narrower than any terminal people paste from, or wider. */
  widths: { least: 40, most: 400 },

  /** Groups of lines to be read as one, `{start, end}`, each two or more, rising. Linear in the lines. */
  groups(lines) {
    let width = 0;
    for (const line of lines) width = Math.max(width, line.scalars.length);
    if (width < WrappedLines.widths.least || width > WrappedLines.widths.most) return [];
    // A line that begins with a prefix of its own, or is indented, does not go on where the one before it ended.
    const broken = [];
    for (let index = 0; index + 1 < lines.length; index += 1) {
      if (lines[index].scalars.length === width && lines[index + 1].startMarks.length === 1) broken.push(index);
    }
    const withoutDigits = (index) => textOf(lines[index].scalars).replace(/[0-9]/g, "0");
    if (!broken.some((index) => withoutDigits(index) !== withoutDigits(broken[0]))) return [];
    const groups = [];
    for (const index of broken) {
      const last = groups[groups.length - 1];
      if (last !== undefined && last.end === index + 1 && (last.end - last.start) * width < longestLine) {
        last.end = index + 2;
      } else {
        groups.push({ start: index, end: index + 2 });
      }
    }
    return groups;
  },
};
