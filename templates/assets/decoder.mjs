// The decoder of the page: raw error text in, the same answer out, byte for byte, as `decode --format json` gives.
//
// It is `Sources/Decoding` in another language: the same names for the same things, in the order in which text passes through them. A change
// there is a change here; `Tests/Conformance` holds both to one set of answers. A pure module: no DOM, no network, no evaluation of text.
//
// Text is Unicode scalars, never UTF-16 units: numbers in typed arrays, until it is printed. Offsets, columns and ranges count scalars; a range
// is `start` and `end`, the end not in it.

// MARK: Scalars
// Classes of Unicode scalars, defined by number so that every engine agrees on them whatever Unicode version it knows.

const BLANK = 0x20;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const REPLACEMENT = 0xfffd;

const scalarOf = (character) => character.codePointAt(0);

/** The scalars of a text; a lone surrogate stands for itself. */
function scalarsOf(text) {
  const scalars = [];
  for (let index = 0; index < text.length; index += 1) {
    const scalar = text.codePointAt(index);
    if (scalar > 0xffff) index += 1;
    scalars.push(scalar);
  }
  return scalars;
}

const isDigit = (scalar) => scalar >= 0x30 && scalar <= 0x39;
const isASCIILetter = (scalar) => (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7a;
const isASCIIUppercase = (scalar) => scalar >= 0x41 && scalar <= 0x5a;
const isASCIILowercase = (scalar) => scalar >= 0x61 && scalar <= 0x7a;
const isHexDigit = (scalar) => isDigit(scalar) || ((scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x66);

/** `[A-Za-z0-9_]`: what may not stand beside a signature that begins or ends with one of these. */
const isWordScalar = (scalar) => isDigit(scalar) || isASCIILetter(scalar) || scalar === 0x5f;

/** A quote after normalisation: `'`, `"` or a backtick. All others are mapped to one of these. */
const isQuote = (scalar) => scalar === 0x27 || scalar === QUOTE || scalar === 0x60;

const closingPunctuation = new Set(scalarsOf(".,;:!?)]}>'\"`"));

/** What ends a sentence or closes a bracket or a quotation; no capture ends in it. */
const isClosingPunctuation = (scalar) => closingPunctuation.has(scalar);

/** C0 and C1 control characters and DEL, TAB among them. */
const isControl = (scalar) => scalar < 0x20 || (scalar >= 0x7f && scalar <= 0x9f);

/** Characters without width: zero-width spaces and joiners, direction marks, soft hyphens, the byte order mark. */
function isInvisible(scalar) {
  if (scalar < 0xad) return false;
  return (
    scalar === 0xad || scalar === 0x61c || scalar === 0x180e || (scalar >= 0x200b && scalar <= 0x200f) || (scalar >= 0x202a && scalar <= 0x202e) ||
    (scalar >= 0x2060 && scalar <= 0x206f) || scalar === 0xfeff || (scalar >= 0xe0000 && scalar <= 0xe007f)
  );
}

/** TAB and the blanks of other scripts and of typesetting. */
function isOddBlank(scalar) {
  return (
    scalar === 0x09 || scalar === 0xa0 || scalar === 0x1680 || (scalar >= 0x2000 && scalar <= 0x200a) || scalar === 0x2028 || scalar === 0x2029 ||
    scalar === 0x202f || scalar === 0x205f || scalar === 0x3000
  );
}

/**
 * The scalar that stands for this one in normalised text: a blank for odd blanks, `'` or `"` for curly and angle quotes, ASCII for its
 * full-width form, itself otherwise.
 */
function normalized(scalar) {
  if (scalar < 0x80) return scalar === 0x09 ? BLANK : scalar;
  if (isOddBlank(scalar)) return BLANK;
  if ((scalar >= 0x2018 && scalar <= 0x201b) || scalar === 0x2039 || scalar === 0x203a) return 0x27;
  if ((scalar >= 0x201c && scalar <= 0x201f) || scalar === 0xab || scalar === 0xbb) return QUOTE;
  if (scalar >= 0xff01 && scalar <= 0xff5e) return scalar - 0xfee0;
  return scalar;
}

/** ASCII letters in lower case, every other scalar itself. */
const folded = (scalar) => (isASCIIUppercase(scalar) ? scalar | 0x20 : scalar);

/** For each ASCII scalar, its normalised and folded form. */
const foldedASCII = Uint8Array.from({ length: 0x80 }, (_, scalar) => folded(normalized(scalar)));

/** The text of a range of scalars. */
function textOf(scalars, start = 0, end = scalars.length) {
  // In parts: a call takes only so many arguments.
  if (end - start > 4096) {
    const parts = [];
    for (let from = start; from < end; from += 4096) parts.push(textOf(scalars, from, Math.min(end, from + 4096)));
    return parts.join("");
  }
  let highest = 0;
  for (let index = start; index < end; index += 1) highest = Math.max(highest, scalars[index]);
  const range = end - start === scalars.length ? scalars : scalars.slice(start, end);
  return highest > 0xffff ? String.fromCodePoint.apply(null, range) : String.fromCharCode.apply(null, range);
}

/** Orders texts by their scalars, which is also the order of their UTF-8 bytes; UTF-16 has another. */
function compareTexts(left, right) {
  if (left === right) return 0;
  const [one, other] = [scalarsOf(left), scalarsOf(right)];
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    if (one[index] !== other[index]) return one[index] - other[index];
  }
  return one.length - other.length;
}

const foldedText = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** A text of which every part is Unicode: each lone surrogate becomes U+FFFD. */
const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");

// MARK: Vocabulary

/** What an entry's text reports, in the order of answers. */
export const roles = ["cause", "wrapper", "exit-status"];
export const systems = ["linux", "macos", "windows"];
export const risks = ["look", "change", "destroy"];
export const shells = ["sh", "bash", "powershell", "cmd"];

/** How far apart lines may be that belong together. */
const nearby = 20;

// MARK: Hole types

/** What a hole may take. */
export const holeTypes = [
  "port", "int", "hex", "pid", "ip", "host", "path", "url", "word", "quoted", "ident", "module", "package", "image", "version", "user", "code",
  "rest",
];

/** Which ASCII scalars a type's values hold besides letters, digits and `_`. */
const alphabetOf = (marks) => (scalar) => isWordScalar(scalar) || marks.includes(String.fromCharCode(scalar));
const alphabetWithout = (marks) => (scalar) => !marks.includes(String.fromCharCode(scalar));

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

const typesByName = new Map(holeTypes.map((name) => [name, new HoleType(name)]));

/**
 * Whether a value has the form of its type.
 *
 * port: 1 to 65535. ip: IPv4 or IPv6. host: empty, `*`, an IP address, or labels of `[A-Za-z0-9_-]` separated by dots. hex: an optional `0x` and
 * digits. url: a scheme and `://`. path: with a `:` only when a `/` or `\` stands in it too. Every other text is good.
 *
 * Linear in the value's length.
 */
export function isValid(type, value) {
  switch (type) {
    case "port": return value.length <= 6 && /^[+-]?[0-9]+$/.test(value) && Number(value) >= 1 && Number(value) <= 65535;
    case "ip": return isIPv4(value) || isIPv6(value);
    case "host": return value === "" || value === "*" || isIPv6(value) || isHostName(value);
    case "hex": return /^(0[xX])?[0-9a-fA-F]+$/.test(value);
    case "url": return isURL(value);
    case "int": return /^-?[0-9]+$/.test(value);
    case "pid": return /^[0-9]+$/.test(value);
    case "path": return value !== "" && (!value.includes(":") || value.includes("/") || value.includes("\\"));
    default: return value !== "";
  }
}

function isIPv4(text) {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => /^[0-9]{1,3}$/.test(part) && Number(part) <= 255);
}

/** Groups of one to four hexadecimal digits, at most one `::`, perhaps an IPv4 address at the end and a zone after `%`. */
function isIPv6(text) {
  const percent = text.indexOf("%");
  if (percent >= 0 && percent === text.length - 1) return false;
  const address = percent < 0 ? text : text.slice(0, percent);
  const groups = address.split(":");
  if (groups.length < 3) return false;
  if (address.startsWith(":") && !address.startsWith("::")) return false;
  if (address.endsWith(":") && !address.endsWith("::")) return false;
  const isCompressed = address === "::" || groups.slice(1, -1).includes("");
  if (groups[0] === "") groups.shift();
  if (groups[groups.length - 1] === "") groups.pop();
  let count = 0;
  let empties = 0;
  for (const [index, group] of groups.entries()) {
    if (group === "") {
      empties += 1;
    } else if (index === groups.length - 1 && isIPv4(group)) {
      count += 2;
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return false;
      count += 1;
    }
  }
  return empties <= 1 && (isCompressed ? count <= 7 : count === 8);
}

function isHostName(text) {
  const labels = text.split(".");
  if (labels.length > 1 && labels[labels.length - 1] === "") labels.pop();
  return labels.every((label) => /^[A-Za-z0-9_-]+$/.test(label));
}

function isURL(text) {
  const colon = text.indexOf(":");
  return colon > 0 && /^[A-Za-z][A-Za-z0-9+.-]*$/.test(text.slice(0, colon)) && text.startsWith("://", colon) && text.length > colon + 3;
}

// MARK: Signatures

const LITERAL = 0;
const CHOICE = 1;
const HOLE = 2;
const GAP = 3;

/** A pattern for one line of the text that an error prints: literals, typed holes, choices, gaps and the anchors `^`, `$`. */
export class Signature {
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

  /** The holes in order, `{name, type}`; a name may stand twice. */
  get holes() {
    return this.elements.filter((element) => element.kind === HOLE).map((element) => ({ name: element.name, type: element.type.name }));
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

/** Why a text is not a signature: `message` and `hint` are sentences without a full stop, `offset` and `length` count scalars. */
export class SignatureFailure extends Error {
  constructor(message, hint, offset, length) {
    super(message);
    this.name = "SignatureFailure";
    this.hint = hint;
    this.offset = offset;
    this.length = Math.max(1, length);
  }
}

/**
 * Reads a signature from its source.
 *
 * Throws a `SignatureFailure` naming the first place that is outside the grammar or its limits. Linear in the text.
 */
export const parseSignature = (text) => {
  const parser = new SignatureParser(text);
  parser.parse();
  return new Signature(text, parser);
};

const isFixedText = (element) =>
  (element.kind === LITERAL && element.scalars.some((scalar) => scalar !== BLANK)) ||
  (element.kind === CHOICE && element.alternatives.every((alternative) => alternative.length > 0));

/** Reads one signature, left to right, and stops at the first place that is wrong. */
class SignatureParser {
  /** Longest source and most elements of a signature: both bound the work a line can cost. */
  static limits = { scalars: 1000, elements: 100 };

  constructor(text) {
    this.text = text;
    this.source = scalarsOf(text);
    this.isAnchoredAtStart = false;
    this.isAnchoredAtEnd = false;
    this.elements = [];
    this.position = 0;
    this.literal = [];
    this.literalStart = 0;
    /** Where each element begins and ends in the source. */
    this.places = [];
  }

  parse() {
    this.checkScalars();
    const { source } = this;
    let end = source.length;
    if (source[0] === 0x5e) {
      this.isAnchoredAtStart = true;
      this.position = 1;
      this.literalStart = 1;
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
      else this.parseBrace(source[start], end);
    }
    this.finishLiteral();
    this.checkShape();
  }

  // Elements

  parseBrace(brace, end) {
    const { source, position } = this;
    if (position + 1 < end && source[position + 1] === brace) {
      this.appendToLiteral([brace], 2);
    } else if (brace === 0x7b) {
      this.parseBraces(end);
    } else {
      throw this.failure("a closing brace without an opening one", "write }} for a brace that the error prints", position);
    }
  }

  parseBraces(end) {
    const start = this.position;
    const close = this.source.indexOf(0x7d, start);
    if (close < 0 || close >= end) {
      throw this.failure("an opening brace without a closing one", "write {{ for a brace that the error prints", start);
    }
    const inner = this.source.slice(start + 1, close);
    const nested = inner.indexOf(0x7b);
    if (nested >= 0) {
      throw this.failure(
        "a brace inside braces", "write {{ for a brace that the error prints; a choice holds plain text only", start + 1 + nested);
    }
    const text = textOf(inner);
    if (text === "^" || text === "$") {
      this.appendToLiteral(inner, 3);
      return;
    }
    const element = text === "..." ? { kind: GAP } : text.includes("|") ? this.choice(text, start) : this.hole(text, start);
    this.finishLiteral();
    this.elements.push(element);
    this.places.push([start, close + 1]);
    this.position = close + 1;
    this.literalStart = this.position;
  }

  choice(text, start) {
    const alternatives = text.split("|").map((alternative) => SignatureParser.fold(scalarsOf(alternative)));
    if (new Set(alternatives.map(String)).size !== alternatives.length) {
      throw this.failure(
        "a choice with the same alternative twice", "remove one of them; case and kinds of quotes make no difference", start,
        scalarsOf(text).length + 2);
    }
    return { kind: CHOICE, alternatives };
  }

  hole(text, start) {
    const length = scalarsOf(text).length + 2;
    const colon = text.indexOf(":");
    const name = colon < 0 ? text : text.slice(0, colon);
    if (!isCaptureName(name)) {
      throw this.failure(
        `{${text}} is neither a hole, a choice nor a gap`,
        "a hole is {name:type} with a name of [a-z][a-z0-9_]*, a choice {a|b}, a gap {...}; write {{ for a brace", start, length);
    }
    const own = typesByName.get(name);
    const types = () => holeTypes.join(", ");
    if (colon < 0) {
      if (!own) throw this.failure(`{${name}} has no type`, `write {${name}:type}; the types are ${types()}`, start, length);
      return { kind: HOLE, name, type: own };
    }
    const typeName = text.slice(colon + 1);
    const type = typesByName.get(typeName);
    if (!type) throw this.failure(`'${typeName}' is no type of a hole`, `the types are ${types()}`, start, length);
    if (own && own !== type) {
      throw this.failure(`a hole named '${name}' must have the type ${name}`, `write {${name}}, or choose another name`, start, length);
    }
    return { kind: HOLE, name, type };
  }

  // Literals

  appendToLiteral(scalars, count) {
    this.literal = this.literal.length === 0 ? scalars : this.literal.concat(scalars);
    this.position += count;
  }

  finishLiteral() {
    if (this.literal.length === 0) return;
    this.elements.push({ kind: LITERAL, scalars: SignatureParser.fold(this.literal) });
    this.places.push([this.literalStart, this.position]);
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

  // Limits

  checkScalars() {
    const { source } = this;
    const limit = SignatureParser.limits.scalars;
    if (source.length > limit) {
      throw this.failure(
        `a signature of ${source.length} characters`, `keep it under ${limit}: only the text that names the error`, limit,
        source.length - limit);
    }
    const index = unusualCharacter.test(this.text) ? source.findIndex((scalar) => isControl(scalar) || isInvisible(scalar)) : -1;
    if (index >= 0) {
      const number = source[index].toString(16).toUpperCase().padStart(4, "0");
      throw this.failure(
        `a control or invisible character (U+${number})`, "remove it; a signature is for one line, and blanks match blanks of every kind",
        index);
    }
  }

  checkShape() {
    const { elements, places } = this;
    if (!elements.some(isFixedText)) {
      throw this.failure("no fixed text", "a signature needs words that the program always prints", 0, this.source.length);
    }
    const limit = SignatureParser.limits.elements;
    if (elements.length > limit) {
      throw this.failure(`${elements.length} parts`, `keep it under ${limit} literals, holes, choices and gaps`, places[limit][0]);
    }
    this.checkEdge(0, "begins");
    this.checkEdge(elements.length - 1, "ends");
    this.checkNeighbours();
    this.checkBareWord();
  }

  checkEdge(index, edge) {
    if (this.elements[index].kind !== GAP) return;
    throw this.failureAt(index, `a signature that ${edge} with a gap`, "remove {...}: a match may stand anywhere in the line");
  }

  checkNeighbours() {
    let hasLiteralSinceHole = true;
    for (let index = 0; index < this.elements.length; index += 1) {
      const element = this.elements[index];
      switch (element.kind) {
        case LITERAL:
          hasLiteralSinceHole = true;
          break;
        case CHOICE:
          hasLiteralSinceHole = hasLiteralSinceHole || isFixedText(element);
          break;
        case GAP:
          if (index > 0 && this.elements[index - 1].kind === GAP) {
            throw this.failureAt(index, "two gaps side by side", "one {...} is enough");
          }
          break;
        default:
          this.checkHole(index, element, hasLiteralSinceHole);
          hasLiteralSinceHole = false;
      }
    }
  }

  checkHole(index, hole, hasLiteralSinceHole) {
    if (!hasLiteralSinceHole) {
      throw this.failureAt(index, "two holes without fixed text between them", "put the text that separates them between them");
    }
    if (hole.type.name === "rest" && index !== this.elements.length - 1) {
      throw this.failureAt(index, "{rest} before the end", "put it last: it takes the rest of the line");
    }
    const previous = this.elements[index - 1];
    const followsQuote = previous?.kind === LITERAL && isQuote(previous.scalars[previous.scalars.length - 1]);
    if (hole.type.name === "quoted" && !followsQuote) {
      throw this.failureAt(
        index, "a quoted hole without a quote before it", `write the quote that the error prints: '{${hole.name}:quoted}'`);
    }
  }

  checkBareWord() {
    if (this.elements.length !== 1 || this.elements[0].kind !== LITERAL) return;
    const word = this.source.slice(...this.places[0]);
    if (!word.every((scalar) => isWordScalar(scalar) || scalar === 0x2e || scalar === 0x2d)) return;
    const isDistinctive =
      word.length >= 8 && word.slice(1).some((scalar) => isASCIIUppercase(scalar) || scalar === 0x5f || scalar === 0x2e);
    if (isDistinctive || (this.isAnchoredAtStart && this.isAnchoredAtEnd)) return;
    throw this.failureAt(0, "one bare word", "add words that stand beside it, or write ^word$ for a line that holds nothing else");
  }

  // Failures

  failure(message, hint, offset, length = 1) {
    return new SignatureFailure(message, hint, offset, length);
  }

  failureAt(index, message, hint) {
    const [start, end] = this.places[index];
    return this.failure(message, hint, start, end - start);
  }
}

/** Whether a text is a name of holes and placeholders: `[a-z][a-z0-9_]*`. */
const isCaptureName = (text) => /^[a-z][a-z0-9_]*$/.test(text);

// MARK: The index

/** Why a text is not an index this decoder can use. */
export class IndexFailure extends Error {
  constructor(message) {
    super(message);
    this.name = "IndexFailure";
  }
}

/** The number of the index's form. Every other number is refused. */
export const schema = 1;

/** Most texts have none, and need no closer look. */
const unusualCharacter = /[^ -~]/;
const hiddenCharacter =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const hiddenCharacters = new RegExp(hiddenCharacter.source, "gu");

/** Reads the members of one object of the index; unknown ones are passed over, and those that are missing have a value that means nothing. */
class MemberReader {
  constructor(value, kind) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new IndexFailure(`not an index: ${kind} is missing`);
    this.members = value;
  }

  /** Without control and invisible characters: an index may come from anywhere, and what it says is printed. */
  static text(value) {
    if (typeof value !== "string") throw new IndexFailure("not an index: a string is missing");
    if (!unusualCharacter.test(value)) return value;
    if (/\p{Surrogate}/u.test(value)) throw new IndexFailure("not an index: half of a surrogate pair");
    return hiddenCharacter.test(value) ? value.replace(hiddenCharacters, "") : value;
  }

  string(key, missing = "") {
    const value = this.members[key];
    return value === undefined ? missing : MemberReader.text(value);
  }

  optionalString(key) {
    return this.members[key] === null ? null : this.string(key, null);
  }

  values(key, read) {
    const value = this.members[key];
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw new IndexFailure("not an index: an array is missing");
    return value.map(read);
  }

  strings(key) {
    return this.values(key, MemberReader.text);
  }

  choice(key, kind, allowed, missing) {
    return key in this.members ? MemberReader.oneOf(kind, allowed)(this.members[key]) : missing;
  }

  pairs(key) {
    if (!(key in this.members)) return [];
    const pairs = new MemberReader(this.members[key], "an object").members;
    return Object.keys(pairs).map((name) => [MemberReader.text(name), MemberReader.text(pairs[name])]);
  }

  static oneOf(kind, allowed) {
    return (value) => {
      const text = MemberReader.text(value);
      if (!allowed.includes(text)) throw new IndexFailure(`not an index: unknown ${kind} '${text}'`);
      return text;
    };
  }

  static signature(value) {
    try {
      return parseSignature(MemberReader.text(value));
    } catch (failure) {
      if (!(failure instanceof SignatureFailure)) throw failure;
      throw new IndexFailure(`not an index: a signature that cannot be read: ${failure.message}`);
    }
  }
}

/** A signature of an entry: `lines` are its patterns in order, `unless` those that veto a hit, `weight` the sum of its patterns' weights. */
class IndexedSignature {
  constructor(value) {
    const reader = new MemberReader(value, "a signature");
    const lines = reader.values("lines", MemberReader.signature);
    this.lines = "match" in reader.members ? [MemberReader.signature(reader.members.match)] : lines;
    this.unless = reader.values("unless", MemberReader.signature);
    this.label = reader.optionalString("label");
    this.since = reader.optionalString("since");
    this.weight = this.lines.reduce((sum, line) => sum + line.weight, 0);
    if (this.lines.length === 0) throw new IndexFailure('not an index: a signature without "match" or "lines"');
  }
}

/** A command of a step. `systems` is empty for any; `text` and `note` hold unfilled placeholders. */
class IndexedCommand {
  constructor(value) {
    const reader = new MemberReader(value, "a command");
    this.systems = reader.values("systems", MemberReader.oneOf("system", systems));
    // What does not say what it may do is treated as the worst.
    this.risk = reader.choice("risk", "risk", risks, "destroy");
    this.shell = reader.choice("shell", "shell", shells, "sh");
    this.text = reader.string("text");
    this.note = reader.string("note");
  }

  /** Whether it can be used on a system; every command can when none is named. */
  isFor(system) {
    return !system || this.systems.length === 0 || this.systems.includes(system);
  }
}

/** What the matcher and the lists need of an entry: its names and signatures. The rest is read when it is printed. */
class Row {
  constructor(value) {
    const reader = new MemberReader(value, "an entry");
    this.slug = reader.string("slug");
    this.url = reader.string("url");
    this.title = reader.string("title");
    this.code = reader.optionalString("code");
    this.aliases = reader.strings("aliases");
    this.role = reader.choice("role", "role", roles, "cause");
    this.rank = roles.indexOf(this.role);
    this.signatures = reader.values("signatures", (signature) => new IndexedSignature(signature));
    if (this.slug === "") throw new IndexFailure("not an index: an entry without a slug");
    this.value = value;
    this.read = null;
  }

  /** The whole entry. */
  get entry() {
    this.read ??= new IndexedEntry(this);
    return this.read;
  }
}

/** One published entry. Texts may hold `{name}` placeholders. */
export class IndexedEntry {
  constructor(row) {
    const reader = new MemberReader(row.value, "an entry");
    this.slug = row.slug;
    this.area = reader.string("area");
    /** Relative to the site's address: `errors/<slug>/`. */
    this.url = row.url;
    this.title = row.title;
    this.code = row.code;
    this.aliases = row.aliases;
    this.condition = reader.optionalString("condition");
    this.role = row.role;
    this.summary = reader.string("summary");
    this.signatures = row.signatures;
    this.steps = reader.values("steps", (value) => {
      const step = new MemberReader(value, "a step");
      return { title: step.string("title"), text: step.string("text"), commands: step.values("commands", (command) => new IndexedCommand(command)) };
    });
    this.faq = reader.values("faq", (value) => {
      const item = new MemberReader(value, "a question");
      return { question: item.string("question"), answer: item.string("answer"), anchor: item.string("anchor") };
    });
    const types = new Map(reader.pairs("types").map(([name, type]) => [name, MemberReader.oneOf("type", holeTypes)(type)]));
    /** For each capture a signature declares, sorted by name: `{name, type, example}`, the example from a sample. */
    this.captures = reader.pairs("examples").map(([name, example]) => ({ name, type: types.get(name) ?? "word", example }));
    this.captures.sort((left, right) => compareTexts(left.name, right.name));
    /** The names that are placeholders in the entry's texts. */
    this.captureNames = new Set(this.captures.map((capture) => capture.name));
  }

  /** A prose text of the entry with its placeholders filled. */
  filled(text, values) {
    return new TextTemplate(text, this.captureNames).filled(values.merged);
  }

  /** A command of the entry with its placeholders filled and quoted for its shell. */
  filledCommand(command, values) {
    return new CommandTemplate(command.text, command.shell, this.captureNames).filled(values, command.risk);
  }

  /** The names that stand in commands with a sample's value, because the reader's text has none that may stand there; sorted. */
  assumedNames(commands, values) {
    const names = new Set(commands.flatMap((command) => this.filledCommand(command, values).assumedNames));
    return [...names].sort(compareTexts);
  }
}

/** What a decoder needs of an index; reads the published form, as text or as the value `JSON.parse` makes of it. */
class IndexTables {
  constructor(index) {
    const value = typeof index === "string" ? IndexTables.parse(index) : index;
    const { members } = new MemberReader(value, "an object");
    if (Object.keys(members)[0] !== "schema") throw new IndexFailure('not an index: the first key is not "schema"');
    if (!Number.isInteger(members.schema)) throw new IndexFailure("not an index: a whole number is missing");
    if (members.schema !== schema) {
      throw new IndexFailure(
        `this index has schema ${members.schema}, and this program reads schema ${schema}: ` +
          (members.schema > schema ? "load the page again" : "build the index again with a newer decode-site"));
    }
    if (!("entries" in members)) throw new IndexFailure('not an index: the key "entries" is missing');
    if (!("site" in members)) throw new IndexFailure('not an index: the key "site" is missing');
    const site = new MemberReader(members.site, "an object");
    this.site = { title: site.string("title"), url: site.optionalString("url"), content: site.string("content") };
    /** In the index's order: sorted by slug. */
    this.rows = new MemberReader(members, "an object").values("entries", (entry) => new Row(entry));
  }

  static parse(text) {
    try {
      return JSON.parse(text.startsWith("\ufeff") ? text.slice(1) : text);
    } catch (error) {
      throw new IndexFailure(`not an index: ${error.message}`);
    }
  }
}

// MARK: Normalising
// Decode; split into lines; drop escape sequences, control and invisible characters, and map blanks, quotes and full-width forms; mark where text
// may begin behind log prefixes; read escaped lines once more.

/** Longer lines are cut into pieces of this many scalars. */
const longestLine = 65_536;

/** Longer texts, in bytes, are not searched for lines that a terminal wrapped. */
const longestUnwrapped = 1_048_576;

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
    /** The patterns that may match on it, as a `GramTable` says. */
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

const none = [];

function endOfContent(scalars) {
  let end = scalars.length;
  while (end > 0 && scalars[end - 1] === BLANK) end -= 1;
  return end;
}

/** A text's bytes as UTF-8, without a byte order mark: of a string, of UTF-8, and of UTF-16 that begins with its mark. Yields between slices. */
function* decodedBytes(text) {
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
const pastedText = (bytes, start, end) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start, end));

/** Reads the lines of a text one by one, so that a long text need not be held as lines. */
class LineReader {
  /** A segment as pasted; one is read at a time. */
  static scratch = new Uint32Array(longestLine);

  /** `grams`: what to look for in each line, as a `GramTable`. */
  constructor(bytes, grams) {
    this.bytes = bytes;
    this.grams = grams;
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
    line.found = this.grams.look(scalars);
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
  const reader = new LineReader(bytes, GramTable.empty);
  const lines = [];
  for (let line = reader.read(); line !== null; line = reader.read()) lines.push(line);
  const escaped = lines.flatMap((line) => line.views?.documents ?? []);
  const wrapped = bytes.length <= longestUnwrapped ? WrappedLines.groups(lines) : [];
  return { documents: [{ lines, wrapped }, ...escaped.map((document) => ({ lines: document, wrapped: [] }))] };
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
const WrappedLines = {
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

  static empty = new GramTable([]);

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
  static scalars = new Uint8Array(SignatureParser.limits.scalars);

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
   * Reads a text and gives its hits to a ranker, as soon as all that bears on them is known; `tail` gets every line of the text itself.
   *
   * Yields between slices of work that take some milliseconds each.
   */
  *hits(bytes, ranker, tail, pace) {
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
      tail.add(line);
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

/** The index of the first element for which the predicate holds, which must hold for all behind it. O(log n). */
function partition(elements, isBehind) {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(elements[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
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

// MARK: Guesses

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
    this.floor = bytes.length - Tail.window;
    /** Those that begin in the text's end, or the last one. */
    this.kept = [];
  }

  add(line) {
    if (this.kept.length === 1 && this.kept[0].start < this.floor) this.kept = [];
    if (line.start >= this.floor || this.kept.length === 0) this.kept.push(line);
  }

  /** All of them, the last line first. Yields between slices. */
  *lines(pace) {
    if (this.kept.length === 0) return none;
    const first = this.kept[0].start;
    const end = first === 0 ? 0 : this.bytes.lastIndexOf(0x0a, first - 1) + 1;
    const earlier = [];
    for (const place of yield* this.levelLines(end, pace)) {
      const reader = new LineReader(this.bytes.subarray(place.start, place.end), GramTable.empty);
      for (let line = reader.read(); line !== null; line = reader.read()) earlier.push(line);
    }
    return [...earlier, ...this.kept].reverse();
  }

  /** The bytes of the last lines before `end`, of which each begins a line, that hold a level word. */
  *levelLines(end, pace) {
    const { bytes } = this;
    let kept = [];
    let size = 0;
    for (let position = 0; position < end; ) {
      const limit = Math.min(end, position + 65_536);
      const found = Tail.levelWord(bytes, position, limit);
      pace.add((found - position) * 2 + 20);
      if (pace.isDue) yield;
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

/** Finds the entries whose signatures share most with a text: guesses, never an answer. */
class Nearest {
  /** Below these a guess would be noise: three words in common, or nearly all of a short signature. */
  static lowest = { score: 400, words: 3, scoreOfFewerWords: 800 };
  static count = 3;

  constructor(rows) {
    this.rows = rows;
    /** For each word: what it weighs, and the profiles that hold it. */
    this.places = new Map();
    /** A signature as its words, and what they weigh. */
    this.profiles = [];
    this.sums = none;
    this.counts = none;
  }

  /** Reads the signatures; before, nothing is known. Yields between slices. */
  *read(pace) {
    for (const [index, row] of this.rows.entries()) {
      for (const signature of row.signatures) this.addProfile(index, Nearest.wordsOf(signature));
      pace.add(row.signatures.length * 4_000);
      if (pace.isDue) yield;
    }
    // A word in every signature weighs 1, and 1 more each time it is half as common: integers, the same in every engine.
    for (const place of this.places.values()) place.weight = 1 + binaryLogarithm(Math.floor(this.profiles.length / place.profiles.length));
    for (const profile of this.profiles) for (const word of profile.words) profile.total += this.places.get(word).weight;
    this.sums = new Int32Array(this.profiles.length);
    this.counts = new Int32Array(this.profiles.length);
  }

  addProfile(row, words) {
    for (const word of words) {
      let place = this.places.get(word);
      if (place === undefined) {
        place = { weight: 0, profiles: [] };
        this.places.set(word, place);
      }
      place.profiles.push(this.profiles.length);
    }
    this.profiles.push({ row, words, total: 0 });
  }

  /** The best guesses, `{slug, title, url, score, shared}`, best first, an entry once; at most three. Yields between slices. */
  *guesses(lines, pace) {
    const best = new Map();
    const { lowest } = Nearest;
    for (const { scalars } of lines) {
      const present = new Set(wordsIn(scalars));
      pace.add(scalars.length * 20);
      for (const index of this.touched(present, pace)) {
        const { row, words, total } = this.profiles[index];
        const score = Math.floor((this.sums[index] * 1000) / total);
        const isEnough = score >= lowest.score && (this.counts[index] >= lowest.words || score >= lowest.scoreOfFewerWords);
        if (!isEnough || score <= (best.get(row)?.score ?? 0)) continue;
        const { slug, title, url } = this.rows[row];
        best.set(row, { slug, title, url, score, shared: words.filter((word) => present.has(word)) });
      }
      if (pace.isDue) yield;
    }
    const ordered = [...best.values()].sort((left, right) => right.score - left.score || compareTexts(left.slug, right.slug));
    return ordered.slice(0, Nearest.count);
  }

  /** The profiles that hold one of the words, rising, with the sums of what they share in `sums` and `counts`. */
  touched(present, pace) {
    const touched = [];
    for (const word of present) {
      const place = this.places.get(word);
      if (place === undefined) continue;
      for (const index of place.profiles) touched.push(index);
    }
    for (const index of touched) {
      this.sums[index] = 0;
      this.counts[index] = 0;
    }
    for (const word of present) {
      const place = this.places.get(word);
      if (place === undefined) continue;
      for (const index of place.profiles) {
        this.sums[index] += place.weight;
        this.counts[index] += 1;
      }
    }
    pace.add(touched.length * 40);
    return [...new Set(touched)].sort((left, right) => left - right);
  }

  /** The words of a signature's fixed text, each once. */
  static wordsOf(signature) {
    const words = new Set();
    for (const line of signature.lines) {
      for (const element of line.elements) {
        if (element.kind === LITERAL) for (const word of wordsIn(element.scalars)) words.add(word);
      }
    }
    return [...words];
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

// MARK: The decoder

/**
 * A decoder over an `index.json`: its text, or what `JSON.parse` makes of it.
 *
 * Throws an `IndexFailure` for anything but an index, and for an index of another schema.
 */
export const createDecoder = (index) => new ErrorDecoder(new IndexTables(index));

/** Decodes raw text, and finds entries by name, with one index. */
class ErrorDecoder {
  constructor(tables) {
    /** `{title, url, content}`; the url is absolute, ends in `/`, and is null when the site has no address. */
    this.site = tables.site;
    this.rows = tables.rows;
    this.matcher = new Matcher(tables.rows);
    this.nearest = null;
  }

  /**
   * What the text holds, or what it resembles when that is nothing: `{diagnoses, nearest}`, the answer first. As with the program, a short text
   * that matches nothing may be an entry's name.
   *
   * `text` is a string or a `Uint8Array` of any kind of bytes. Linear in it.
   */
  decode(text) {
    return finish(this.decodeInSlices(text));
  }

  /** As `decode`, as a generator that yields about every ten milliseconds and returns the answer: so a page can go on drawing. */
  *decodeInSlices(text) {
    const answer = yield* this.readInSlices(text);
    const named = answer.diagnoses.length > 0 ? none : this.named(text);
    return named.length > 0 ? { diagnoses: named, nearest: [] } : answer;
  }

  /** As `decodeInSlices`, of a text that is no name, as `decode --ndjson` reads it. */
  *readInSlices(text) {
    const bytes = yield* decodedBytes(text);
    const pace = new Pace();
    const { ranked, tail } = yield* this.rankInSlices(bytes, pace);
    const diagnoses = this.diagnoses(ranked, bytes);
    if (diagnoses.length > 0) return { diagnoses, nearest: [] };
    if (this.nearest === null) {
      const nearest = new Nearest(this.rows);
      yield* nearest.read(pace);
      this.nearest = nearest;
    }
    return { diagnoses, nearest: yield* this.nearest.guesses(yield* tail.lines(pace), pace) };
  }

  /** What stands for each entry, best first: `{hit, captures, occurrences}`; and the lines to compare when that is nothing. */
  *rankInSlices(bytes, pace = new Pace()) {
    const ranker = new Ranker(this.rows);
    const tail = new Tail(bytes);
    yield* this.matcher.hits(bytes, ranker, tail, pace);
    return { ranked: ranker.ranked, tail };
  }

  diagnoses(ranked, bytes) {
    const firstCause = ranked.find(({ hit }) => hit.rank === 0);
    return ranked.map(({ hit, captures, occurrences }) => {
      const row = this.rows[hit.entry];
      const parts = hit.spans.map(({ line, columns }) => ({ line, columns, name: null }));
      const named = hit.captures.map(({ name, span }) => ({ line: span.line, columns: span.columns, name }));
      const evidence = {
        line: hit.anchor.line,
        column: hit.anchor.columns.start,
        occurrences,
        text: pastedText(bytes, hit.pasted.start, hit.pasted.end),
        textColumn: hit.pasted.column,
        signature: row.signatures[hit.signature].lines.map((line) => line.text).join("\n"),
        spans: [...parts, ...named],
      };
      const wraps = hit.rank === 0 || firstCause === undefined ? null : this.rows[firstCause.hit.entry].slug;
      return new Diagnosis(row.entry, evidence, [...captures].map(([name, value]) => ({ name, value })), wraps);
    });
  }

  /** The entries with a name: the one with that slug, else all that have it as code or alias, whatever the case. */
  lookUp(name) {
    const fold = (text) => foldedText(text).normalize();
    const wanted = fold(name);
    let found = this.rows.filter((row) => row.slug.normalize() === wanted);
    if (found.length === 0) {
      found = this.rows.filter((row) => [...(row.code === null ? [] : [row.code]), ...row.aliases].some((other) => fold(other) === wanted));
    }
    return found.map((row) => new Diagnosis(row.entry, null, [], null));
  }

  /** The entries that a short text names, without the blanks, brackets and punctuation around it. */
  named(text) {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    if (bytes.length > 200) return [];
    const isEdge = (byte) => byte <= BLANK || nameEdges.has(byte);
    let start = 0;
    let end = bytes.length;
    while (start < end && isEdge(bytes[start])) start += 1;
    while (end > start && isEdge(bytes[end - 1])) end -= 1;
    try {
      return this.lookUp(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, end)));
    } catch (error) {
      // Not UTF-8: no name.
      if (error instanceof TypeError) return [];
      throw error;
    }
  }
}

const nameEdges = new Set(scalarsOf("[](){}<>:;.,!?'\"`"));

/** An answer about a reader's text: an entry, the proof, and the values found. */
export class Diagnosis {
  constructor(entry, evidence, captures, wraps) {
    this.entry = entry;
    /**
     * Where the entry's text stands: `{line, column, occurrences, text, textColumn, signature, spans}`; null for an entry that was asked for by
     * name. `text` is the line as pasted, or the piece of a very long one in which it stands, from the column `textColumn` on. Each of `spans` is `{line, columns: {start, end}, name}`: the parts that matched, with the name null, then the captures of the first hit. Lines and
     * columns are 1-based, columns count scalars of the line as pasted.
     */
    this.evidence = evidence;
    /** `{name, value}`, as printed, sorted by name. */
    this.captures = captures.sort((left, right) => compareTexts(left.name, right.name));
    /** For a wrapper or an exit status: the slug of the first cause found beside it. */
    this.wraps = wraps;
  }

  /** The values that fill the entry's placeholders; `given`, an object, are those that the reader states, which go before those in the text. */
  values(given = {}) {
    return new FillValues(
      [...this.captures.map(({ name, value }) => [name, value]), ...Object.entries(given).map(([name, value]) => [name, wellFormed(value)])],
      this.entry.captures.map(({ name, example }) => [name, example]));
  }
}

// MARK: The answer as JSON

/**
 * The answer as `decode --format json` prints it: one object, without a new line.
 *
 * `siteURL` is absolute and ends in `/`; entries have no address without it. `system` leaves out the commands that are for other systems only.
 * `given` are values that the reader states, by name.
 */
export function answerJSON(answer, { siteURL = null, system = null, given = {} } = {}) {
  const address = (url) => (siteURL === null ? null : siteURL + url);
  const value = {
    schema,
    matched: answer.diagnoses.length > 0,
    diagnoses: answer.diagnoses.map((diagnosis) => diagnosisValue(diagnosis, address, system, given)),
    nearest: answer.nearest.map(({ slug, title, url, score, shared }) => ({ entry: slug, title, url: address(url), score, shared })),
  };
  // Control and invisible characters are escaped, so that no terminal acts on them.
  return JSON.stringify(value).replace(hiddenInJSON, (character) => `\\u${scalarOf(character).toString(16).padStart(4, "0")}`);
}

const hiddenInJSON = /[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function diagnosisValue(diagnosis, address, system, given) {
  const { entry, evidence } = diagnosis;
  const values = diagnosis.values(given);
  const steps = entry.steps.map((step) => ({ ...step, commands: step.commands.filter((command) => command.isFor(system)) }));
  const assumed = entry.assumedNames(steps.flatMap((step) => step.commands), values);
  const value = {
    entry: entry.slug,
    title: entry.title,
    url: address(entry.url),
    role: entry.role,
    line: evidence?.line ?? null,
    column: evidence?.column ?? null,
    occurrences: evidence?.occurrences ?? 0,
    text: evidence?.text ?? null,
    signature: evidence?.signature ?? null,
    captures: Object.fromEntries(diagnosis.captures.map((capture) => [capture.name, capture.value])),
    summary: entry.filled(entry.summary, values),
    steps: steps.map(({ title, text, commands }) => ({
      title: entry.filled(title, values),
      text: entry.filled(text, values),
      commands: commands.map((command) => ({
        systems: command.systems,
        risk: command.risk,
        shell: command.shell,
        text: entry.filledCommand(command, values).text,
        note: entry.filled(command.note, values),
      })),
    })),
    examples: Object.fromEntries(assumed.map((name) => [name, values.examples.get(name) ?? ""])),
  };
  return entry.role === "cause" ? value : { ...value, wraps: diagnosis.wraps };
}

// MARK: Placeholders

/** Values for placeholders, and where each came from. */
export class FillValues {
  /** Pairs of a name and a value: of the reader's own the last of a name counts, of the examples the first. */
  constructor(own, examples) {
    /** Taken from the reader's own text, or given by the reader. */
    this.own = new Map(own);
    /** From the entry's samples, used where the reader's text has none. */
    this.examples = new Map([...examples].reverse());
  }

  /** What prose shows: the reader's value, else the example. */
  get merged() {
    return new Map([...this.examples, ...this.own]);
  }
}

/**
 * The token whose opening brace is at `start`, `{name, isEscaped, end}`; null when the brace is only a brace. `{name}` is a placeholder, `{{name}}`
 * stands for the text `{name}`; a `$` before the brace (`${port}`) and a second brace after it make it only a brace.
 */
function placeholderToken(characters, start) {
  if (characters[start] !== "{" || characters[start - 1] === "$") return null;
  const isEscaped = characters[start + 1] === "{";
  const nameStart = isEscaped ? start + 2 : start + 1;
  let end = nameStart;
  if (!/[a-z]/.test(characters[end] ?? "")) return null;
  while (end < characters.length && /[a-z0-9_]/.test(characters[end])) end += 1;
  if (characters[end] !== "}" || (isEscaped && characters[end + 1] !== "}")) return null;
  return { name: characters.slice(nameStart, end).join(""), isEscaped, end: end + (isEscaped ? 2 : 1) };
}

/**
 * Prose with placeholders: a summary, an answer, the text of a code span.
 *
 * `{name}` is a placeholder when `name` is one of the entry's captures; `{{name}}` stands for the text `{name}`; every other brace stays.
 */
export class TextTemplate {
  /** Splits a text. Every text can be split. Linear in it. */
  constructor(text, captures) {
    const characters = Array.from(text);
    /** `{kind: "literal", text}` and `{kind: "placeholder", name}`, in order. */
    this.pieces = [];
    let literal = "";
    let position = 0;
    while (position < characters.length) {
      const token = characters[position] === "{" ? placeholderToken(characters, position) : null;
      if (token === null) {
        // Both braces of a pair that means nothing are passed over, lest the second be read as a placeholder's.
        const length = characters[position] === "{" && characters[position + 1] === "{" ? 2 : 1;
        for (let index = 0; index < length; index += 1) literal += characters[position + index];
        position += length;
        continue;
      }
      if (!token.isEscaped && captures.has(token.name)) {
        if (literal !== "") this.pieces.push({ kind: "literal", text: literal });
        literal = "";
        this.pieces.push({ kind: "placeholder", name: token.name });
      } else {
        literal += `{${token.name}}`;
      }
      position = token.end;
    }
    if (literal !== "") this.pieces.push({ kind: "literal", text: literal });
  }

  /** The text with each placeholder replaced by its value; a name without a value stays as `{name}`. */
  filled(values) {
    return this.pieces.map((piece) => (piece.kind === "literal" ? piece.text : values.get(piece.name) ?? `{${piece.name}}`)).join("");
  }
}

/** Walks a command's text once, knowing at each character what quotes it stands in. */
class CommandScanner {
  constructor(text, shell, captures) {
    this.characters = Array.from(text);
    this.shell = shell;
    this.captures = captures;
    this.position = 0;
    /** What the position stands in, outermost first: `{kind, closing}`. */
    this.regions = [{ kind: "words" }];
    this.pieces = [];
    this.literal = "";
    /** Whether the character at the position is escaped by the one before it. */
    this.isEscaped = false;
    /** A here-document has begun in an earlier line; everything after it may be its text. */
    this.isAfterHereDocument = false;
    this.scan();
  }

  scan() {
    while (this.position < this.characters.length) {
      if (this.characters[this.position] === "{" && this.scanBrace()) continue;
      if (this.isEscaped) {
        this.isEscaped = false;
        this.take(1);
      } else if (this.shell === "cmd") {
        this.take(1);
      } else if (this.shell === "powershell") {
        this.stepPowerShell();
      } else {
        this.stepPOSIX();
      }
    }
    this.flush();
  }

  get region() {
    return this.regions[this.regions.length - 1];
  }

  // Placeholders

  /** Takes a placeholder or an escaped one; false where the brace is only a brace. */
  scanBrace() {
    const token = placeholderToken(this.characters, this.position);
    if (token === null) {
      if (!this.startsWith("{{")) return false;
      this.take(2);
      return true;
    }
    if (!token.isEscaped && this.captures.has(token.name)) {
      this.flush();
      this.pieces.push({ kind: "placeholder", name: token.name, standing: this.standing });
    } else {
      this.literal += `{${token.name}}`;
    }
    this.isEscaped = false;
    this.position = token.end;
    return true;
  }

  get standing() {
    if (this.isEscaped || this.isAfterHereDocument) return "forbidden";
    if (this.shell === "cmd") {
      // %3000% would be a variable, and a caret would escape the value's first character.
      const before = this.characters[this.position - 1];
      return before === "%" || before === "^" ? "forbidden" : "bare";
    }
    if (this.regions.some((region) => region.kind === "opaque")) return "forbidden";
    return ["singleQuotes", "doubleQuotes", "ansiQuotes", "arithmetic"].includes(this.region.kind) ? "insideQuotes" : "bare";
  }

  // sh and bash

  stepPOSIX() {
    if (!this.takePOSIX()) this.take(1);
  }

  takePOSIX() {
    const { kind, closing } = this.region;
    switch (kind) {
      case "singleQuotes": return this.takeClosing("'");
      case "ansiQuotes": return this.takeEscape("\\") || this.takeClosing("'");
      case "doubleQuotes": return this.takeEscape("\\") || this.takeClosing('"') || this.openPOSIXExpansion();
      case "arithmetic": return this.takeClosing(closing) || this.openPOSIXExpansion() || this.openParenthesis();
      case "opaque": return this.takeEscape("\\") || this.takeClosing(closing);
      case "comment": return this.takeClosing(closing);
      default: return this.takeEscape("\\") || this.openPOSIXExpansion() || this.openParenthesis() || this.openPOSIXQuotes();
    }
  }

  openPOSIXExpansion() {
    return (
      this.open("arithmetic", "$((", "))") || this.open("words", "$(") || this.open("arithmetic", "$[", "]") || this.open("opaque", "${", "}") ||
      this.open("opaque", "`", "`")
    );
  }

  openPOSIXQuotes() {
    if (this.open("ansiQuotes", "$'") || this.open("singleQuotes", "'") || this.open("doubleQuotes", '"')) return true;
    if (this.isAtWordStart && (this.open("comment", "#", "\n") || this.open("arithmetic", "[[", "]]"))) return true;
    if (this.startsWith("<<<")) {
      this.take(3);
      return true;
    }
    if (this.startsWith("<<")) {
      this.isAfterHereDocument = true;
      this.take(2);
      return true;
    }
    return false;
  }

  /** Parentheses outside quotes nest; the last one closes `$(`. */
  openParenthesis() {
    if (this.open("arithmetic", "((", "))") || this.open("words", "(")) return true;
    return this.regions.length > 1 && this.takeClosing(")");
  }

  // PowerShell

  stepPowerShell() {
    if (!this.takePowerShell()) this.take(1);
  }

  takePowerShell() {
    const { kind, closing } = this.region;
    switch (kind) {
      case "singleQuotes": return this.takeCurly(singleCurlyQuotes) || this.takeClosing("'");
      case "doubleQuotes":
        return this.takeEscape("`") || this.takeCurly(doubleCurlyQuotes) || this.takeClosing('"') || this.open("words", "$(");
      case "opaque": case "comment": return this.takeClosing(closing);
      default:
        if (this.takeEscape("`") || this.openPowerShellQuotes() || this.open("words", "(")) return true;
        return this.regions.length > 1 && this.takeClosing(")");
    }
  }

  openPowerShellQuotes() {
    // PowerShell takes curly quotes for straight ones.
    const character = this.characters[this.position];
    return (
      this.open("opaque", "@'", "\n'@") || this.open("opaque", '@"', '\n"@') || this.open("opaque", "${", "}") ||
      this.open("singleQuotes", "'") || this.open("doubleQuotes", '"') ||
      (singleCurlyQuotes.includes(character) && this.open("singleQuotes", character)) ||
      (doubleCurlyQuotes.includes(character) && this.open("doubleQuotes", character)) ||
      this.open("opaque", "--%", "\n") || this.open("comment", "<#", "#>") || (this.isAtWordStart && this.open("comment", "#", "\n"))
    );
  }

  // Steps

  get isAtWordStart() {
    return this.position === 0 || " \t\n;|&()".includes(this.characters[this.position - 1]);
  }

  startsWith(text) {
    for (let index = 0; index < text.length; index += 1) {
      if (this.characters[this.position + index] !== text[index]) return false;
    }
    return true;
  }

  take(count) {
    for (let index = 0; index < count; index += 1) this.literal += this.characters[this.position + index];
    this.position += count;
  }

  takeEscape(character) {
    if (!this.startsWith(character)) return false;
    this.isEscaped = true;
    this.take(1);
    return true;
  }

  open(kind, opening, closing = null) {
    if (!this.startsWith(opening)) return false;
    this.regions.push({ kind, closing });
    this.take(opening.length);
    return true;
  }

  takeCurly(quotes) {
    return quotes.includes(this.characters[this.position]) && this.takeClosing(this.characters[this.position]);
  }

  takeClosing(closing) {
    if (!this.startsWith(closing)) return false;
    this.regions.pop();
    this.take(closing.length);
    return true;
  }

  flush() {
    if (this.literal !== "") this.pieces.push({ kind: "literal", text: this.literal });
    this.literal = "";
  }
}

const singleCurlyQuotes = ["\u2018", "\u2019", "\u201a", "\u201b"];
const doubleCurlyQuotes = ["\u201c", "\u201d", "\u201e"];

/**
 * The text of a command fence, split into what is fixed and what a reader's values fill.
 *
 * `{name}` is a placeholder when `name` is one of the entry's captures; `{{name}}` stands for the text `{name}`; `${NAME}`, `{{.Field}}` and every
 * other brace stay as they are.
 */
export class CommandTemplate {
  /** Splits a command's text. Every text can be split; what is unsafe is marked, not refused. Linear in it. */
  constructor(text, shell, captures) {
    this.shell = shell;
    /**
     * `{kind: "literal", text}` and `{kind: "placeholder", name, standing}`, in order. A placeholder's standing decides what may fill it: `bare`, one
     * quoted word of the shell; `insideQuotes`, only what needs no quoting; `forbidden`, nothing.
     */
    this.pieces = new CommandScanner(text, shell, captures).pieces;
  }

  /**
   * Replaces each placeholder by one word of the shell.
   *
   * A value is used only where it is safe: the reader's own, else the example, else the placeholder's name as `<name>`. Never used are: a value that
   * begins with `-` or holds a control or invisible character; between quotes, anything but `[0-9A-Za-z.:]`; in `cmd`, anything but
   * `[A-Za-z0-9._:/\-]`; in a command that can lose data, anything but digits.
   */
  filled(values, risk) {
    return new FilledCommand(
      this.pieces.map((piece) => {
        if (piece.kind === "literal") return piece;
        for (const [source, isOwn] of [[values.own, true], [values.examples, false]]) {
          const word = source.has(piece.name) ? this.word(source.get(piece.name), piece.standing, risk) : null;
          if (word !== null) return { kind: "value", name: piece.name, text: word, isOwn };
        }
        return { kind: "literal", text: `<${piece.name}>` };
      }));
  }

  word(value, standing, risk) {
    if (standing === "forbidden" || value === "" || value.startsWith("-")) return null;
    if (scalarsOf(value).some((scalar) => isControl(scalar) || isInvisible(scalar) || scalar === 0x2028 || scalar === 0x2029)) return null;
    if (risk === "destroy" && !/^[0-9]*$/.test(value)) return null;
    // What neither PowerShell nor cmd reads anything into; to cmd, a value that begins with a slash would be a switch.
    const isPlainOnWindows = /^[A-Za-z0-9_./:\\-]*$/.test(value);
    if (this.shell === "cmd") return !value.startsWith("/") && isPlainOnWindows ? value : null;
    if (standing === "insideQuotes") return /^[0-9A-Za-z.:]*$/.test(value) ? value : null;
    // PowerShell takes curly single quotes for straight ones; each is doubled.
    if (this.shell === "powershell") return isPlainOnWindows ? value : `'${value.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
    // Between single quotes nothing has a meaning but the single quote itself.
    return /^[A-Za-z0-9_./:@+,-]*$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
  }
}

/** A command with its placeholders replaced. */
export class FilledCommand {
  constructor(pieces) {
    /**
     * `{kind: "literal", text}` and `{kind: "value", name, text, isOwn}`, in order: of a filled placeholder the name, the text that stands in the
     * command (quoted), and whether it is the reader's own value.
     */
    this.pieces = pieces;
  }

  /** The command as one text. */
  get text() {
    return this.pieces.map((piece) => piece.text).join("");
  }

  /** The names filled with an example, in the order they stand, each once. */
  get assumedNames() {
    return [...new Set(this.pieces.filter((piece) => piece.kind === "value" && !piece.isOwn).map((piece) => piece.name))];
  }
}
