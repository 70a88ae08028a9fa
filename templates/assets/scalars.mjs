// Text as Unicode scalars, and the forms of values: what reading a text and filling a command have in common.
//
// Text is Unicode scalars, never UTF-16 units: numbers in typed arrays, until it is printed. Offsets, columns and ranges count scalars; a range
// is `start` and `end`, the end not in it.

// MARK: Scalars
// Classes of Unicode scalars, defined by number so that every engine agrees on them whatever Unicode version it knows.

export const BLANK = 0x20;
export const QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const BACKSLASH = 0x5c;
export const REPLACEMENT = 0xfffd;

export const scalarOf = (character) => character.codePointAt(0);

/** The scalars of a text; a lone surrogate stands for itself. */
export function scalarsOf(text) {
  const scalars = [];
  for (let index = 0; index < text.length; index += 1) {
    const scalar = text.codePointAt(index);
    if (scalar > 0xffff) index += 1;
    scalars.push(scalar);
  }
  return scalars;
}

export const isDigit = (scalar) => scalar >= 0x30 && scalar <= 0x39;
export const isASCIILetter = (scalar) => (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7a;
export const isASCIIUppercase = (scalar) => scalar >= 0x41 && scalar <= 0x5a;
export const isASCIILowercase = (scalar) => scalar >= 0x61 && scalar <= 0x7a;
export const isHexDigit = (scalar) => isDigit(scalar) || ((scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x66);

/** `[A-Za-z0-9_]`: what may not stand beside a signature that begins or ends with one of these. */
export const isWordScalar = (scalar) => isDigit(scalar) || isASCIILetter(scalar) || scalar === 0x5f;

/** A quote after normalisation: `'`, `"` or a backtick. All others are mapped to one of these. */
export const isQuote = (scalar) => scalar === 0x27 || scalar === QUOTE || scalar === 0x60;

const closingPunctuation = new Set(scalarsOf(".,;:!?)]}>'\"`"));

/** What ends a sentence or closes a bracket or a quotation; no capture ends in it. */
export const isClosingPunctuation = (scalar) => closingPunctuation.has(scalar);

/** C0 and C1 control characters and DEL, TAB among them. */
export const isControl = (scalar) => scalar < 0x20 || (scalar >= 0x7f && scalar <= 0x9f);

/** Characters without width: zero-width spaces and joiners, direction marks, soft hyphens, the byte order mark. */
export function isInvisible(scalar) {
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
export function normalized(scalar) {
  if (scalar < 0x80) return scalar === 0x09 ? BLANK : scalar;
  if (isOddBlank(scalar)) return BLANK;
  if ((scalar >= 0x2018 && scalar <= 0x201b) || scalar === 0x2039 || scalar === 0x203a) return 0x27;
  if ((scalar >= 0x201c && scalar <= 0x201f) || scalar === 0xab || scalar === 0xbb) return QUOTE;
  if (scalar >= 0xff01 && scalar <= 0xff5e) return scalar - 0xfee0;
  return scalar;
}

/** ASCII letters in lower case, every other scalar itself. */
export const folded = (scalar) => (isASCIIUppercase(scalar) ? scalar | 0x20 : scalar);

/** For each ASCII scalar, its normalised and folded form. */
export const foldedASCII = Uint8Array.from({ length: 0x80 }, (_, scalar) => folded(normalized(scalar)));

/** The text of a range of scalars. */
export function textOf(scalars, start = 0, end = scalars.length) {
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
export function compareTexts(left, right) {
  if (left === right) return 0;
  const [one, other] = [scalarsOf(left), scalarsOf(right)];
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    if (one[index] !== other[index]) return one[index] - other[index];
  }
  return one.length - other.length;
}

export const foldedText = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

// MARK: Values

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
