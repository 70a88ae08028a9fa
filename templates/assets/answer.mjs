// What is needed once there is an answer: the whole entry, its texts and commands filled with the reader's values, and the answer as JSON.

import { compareTexts, isControl, isInvisible, scalarOf, scalarsOf } from "./scalars.mjs";
export { isValid } from "./scalars.mjs";

// MARK: Entries

/** Most texts have none, and need no closer look. */
const unusualCharacter = /[^ -~]/;
const hiddenCharacter =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const hiddenCharacters = new RegExp(hiddenCharacter.source, "gu");

/** A text without control and invisible characters: what an index says is shown. */
function shown(text) {
  if (!unusualCharacter.test(text)) return text;
  return hiddenCharacter.test(text) ? text.replace(hiddenCharacters, "") : text;
}

/** One published entry, as the index has it, but for the questions. Texts may hold `{name}` placeholders. */
export class IndexedEntry {
  constructor({ slug, url, title, role, summary, signatures, steps, examples, types }) {
    this.slug = slug;
    /** Relative to the site's address: `errors/<slug>/`. */
    this.url = url;
    this.title = shown(title);
    this.role = role;
    this.summary = shown(summary);
    this.signatures = signatures;
    this.steps = steps.map((step) => ({
      title: shown(step.title),
      text: shown(step.text),
      commands: step.commands.map((command) => ({ ...command, text: shown(command.text), note: shown(command.note) })),
    }));
    /** For each capture a signature declares, sorted by name: `{name, type, example}`, the example from a sample. */
    this.captures = Object.keys(examples).map((name) => ({ name, type: types[name], example: shown(examples[name]) }));
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

// MARK: The answer as JSON

/**
 * The answer as `decode --format json` prints it: one object, without a new line. `answer` is `{diagnoses, nearest}`, the diagnoses as a decoder
 * gives them.
 *
 * `siteURL` is absolute and ends in `/`; entries have no address without it.
 */
export function answerJSON({ diagnoses, nearest }, siteURL) {
  const address = (url) => (siteURL === null ? null : siteURL + url);
  const value = {
    schema: 1,
    matched: diagnoses.length > 0,
    diagnoses: diagnoses.map((diagnosis) => diagnosisValue(diagnosis, address)),
    nearest: nearest.map(({ slug, title, url, score, shared }) => ({ entry: slug, title, url: address(url), score, shared })),
  };
  // Control and invisible characters are escaped, so that no terminal acts on them.
  return JSON.stringify(value).replace(hiddenInJSON, (character) => `\\u${scalarOf(character).toString(16).padStart(4, "0")}`);
}

const hiddenInJSON = /[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

function diagnosisValue({ entry: indexed, evidence, captures, wraps }, address) {
  const entry = new IndexedEntry(indexed);
  const values = new FillValues(
    captures.map(({ name, value }) => [name, value]), entry.captures.map(({ name, example }) => [name, example]));
  const assumed = entry.assumedNames(entry.steps.flatMap((step) => step.commands), values);
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
    captures: Object.fromEntries(captures.map(({ name, value: found }) => [name, found])),
    summary: entry.filled(entry.summary, values),
    steps: entry.steps.map(({ title, text, commands }) => ({
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
  return entry.role === "cause" ? value : { ...value, wraps };
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
