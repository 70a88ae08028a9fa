// The home page's box: raw text in, the answer beneath. A worker decodes; this draws. Nothing of the text leaves the page, and all of it is drawn
// as text, never as HTML.

let openFile = null;

/** Begins to answer; what it returns reads a file. Called more than once, it begins once. */
export function start(box) {
  openFile ??= begin(box);
  return openFile;
}

function begin(box) {
  const address = (name) => new URL(box.dataset[name], document.baseURI).href;
  const paste = box.querySelector("#paste");
  const state = box.querySelector(".box-state");
  const place = box.querySelector(".box-answer");
  const worker = new Worker(address("worker"), { type: "module" });
  worker.postMessage({ index: address("index") });

  let asked = 0;
  let pasted = "";
  function ask(question) {
    asked += 1;
    pasted = question.text ?? "";
    if (question.text !== undefined && question.text.trim() === "") {
      state.textContent = "";
      place.replaceChildren();
    } else {
      worker.postMessage({ id: asked, ...question });
    }
  }

  function open(file) {
    paste.value = "";
    state.textContent = `Reading ${file.name}`;
    ask({ file });
  }

  worker.addEventListener("error", () => (state.textContent = "The decoder could not be loaded. Reload the page to try again."));
  worker.addEventListener("message", ({ data }) => {
    if (data.id !== asked) return;
    if (data.failure) {
      state.textContent = `That did not work: ${data.failure}. Reload the page to try again.`;
    } else if (data.of) {
      state.textContent = `Reading: ${Math.floor((100 * data.read) / data.of)} %`;
    } else {
      draw(data.answer);
    }
  });

  function draw({ diagnoses, nearest, content }) {
    const view = new AnswerView(box.dataset, content);
    if (diagnoses.length > 0) {
      state.textContent = diagnoses.length === 1 ? "One error found." : `${diagnoses.length} errors found.`;
      place.replaceChildren(view.answer(diagnoses));
    } else {
      state.textContent = nearest.length > 0 ? "No known error. What follows are guesses." : "No known error.";
      place.replaceChildren(view.guesses(nearest, pasted));
    }
    place.dispatchEvent(new CustomEvent("answer", { bubbles: true }));
  }

  paste.addEventListener("input", () => ask({ text: paste.value }));
  box.querySelector(".box-paste").addEventListener("click", async () => {
    try {
      paste.value = await navigator.clipboard.readText();
      ask({ text: paste.value });
    } catch {
      state.textContent = "The browser keeps the clipboard to itself: press Ctrl+V in the box.";
    }
    paste.focus();
  });
  if (paste.value !== "") ask({ text: paste.value });
  return open;
}

/** An element with its attributes; children are elements or texts. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const roles = { cause: "Also in the text", wrapper: "Reported as", "exit-status": "Ended with" };
const riskWords = { look: "Reads only", change: "Changes state", destroy: "Can lose data" };
const systemNames = { linux: "Linux", macos: "macOS", windows: "Windows" };
const shellNames = { powershell: "PowerShell", cmd: "cmd" };

/** Draws answers with the elements of an entry's page. */
class AnswerView {
  constructor({ root, proposal, report }, content) {
    this.root = root;
    this.proposal = proposal;
    this.report = report;
    this.content = content;
  }

  address(url) {
    return this.root + url;
  }

  answer([first, ...others]) {
    const entry = new EntryView(first);
    const title = element("a", { class: "title-link", href: this.address(first.url) }, entry.text(first.title));
    return element(
      "article", { class: "answer-found" },
      element("h2", {}, title),
      first.evidence && entry.proof(),
      element("p", { class: "answer-summary" }, ...entry.prose(first.summary)),
      others.length > 0 ? this.chain(others) : null,
      entry.values(this.address(first.url)),
      entry.firstCommands(),
      element("p", {}, element("a", { class: "whole", href: this.address(first.url) }, "Read the whole page"), ": causes, all the steps, and how to keep it from coming back."),
      this.report ? this.reported(first) : null);
  }

  /** A link to the repository's form: which entry by which signature, and nothing of the text. */
  reported({ slug, signature }) {
    const body = `Entry: ${slug}\nSignature: ${signature ?? "none, found by name"}\nContent of: ${this.content}\n\nWhat is wrong, and what would be right?\n`;
    const address = `${this.report}${encodeURIComponent(`Wrong answer: ${slug}`)}&body=${encodeURIComponent(body)}`;
    const link = element("a", { href: address, rel: "noreferrer" }, "Wrong answer?");
    return element("p", { class: "aside" }, link, " The link names this entry, and nothing of your text.");
  }

  chain(others) {
    const items = others.map((other) => {
      const line = other.evidence ? element("code", {}, other.evidence.text.trim().slice(0, 160)) : null;
      const link = element("a", { href: this.address(other.url) }, new EntryView(other).text(other.title));
      return element("li", {}, `${roles[other.role] ?? roles.cause}: `, link, line && " ", line);
    });
    return element("ul", { class: "chain", "aria-label": "Other errors in the text" }, ...items);
  }

  guesses(nearest, pasted) {
    const items = nearest.map(({ title, url, shared }) => {
      const words = shared.length > 0 ? ` (shares ${shared.slice(0, 6).join(", ")})` : "";
      return element("li", {}, element("a", { href: this.address(url) }, title), words);
    });
    return element(
      "article", { class: "answer-guessed" },
      items.length > 0 ? element("h2", {}, "Perhaps one of these: a guess") : null,
      items.length > 0 ? element("ul", {}, ...items) : null,
      this.proposal && pasted ? this.proposed(pasted) : null);
  }

  /** A link to the repository's form with the redacted text; it is the reader who follows it. */
  proposed(pasted) {
    const text = draft(pasted);
    const link = element("a", { href: this.proposal + encodeURIComponent(text), rel: "noreferrer" }, "Add this entry");
    return element(
      "section", { class: "proposal" },
      element("h2", {}, "Not here yet"),
      element("p", {}, link, " in the repository. The link carries this text, in which what looks private is replaced. Read it first:"),
      element("pre", { tabindex: "0", role: "group", "aria-label": "Text of the link" }, element("code", {}, text)));
  }
}

/** Draws one diagnosis. */
class EntryView {
  constructor(diagnosis) {
    this.diagnosis = diagnosis;
    this.hues = new Map(diagnosis.captures.map(({ name }, index) => [name, `hue-${(index % 4) + 1}`]));
    this.found = new Map(diagnosis.found.map(({ name, value }) => [name, value]));
    this.examples = new Map(diagnosis.captures.map(({ name, example }) => [name, example]));
    const isLook = ({ risk }) => risk === "look";
    const looks = diagnosis.steps.find((commands) => commands.some(isLook))?.filter(isLook);
    const first = looks ?? diagnosis.steps.find((commands) => commands.length > 0) ?? [];
    /** The first step's that only read, or else the first step's, for each set of systems the first. */
    this.commands = first.filter((command, index) => first.findIndex(({ systems }) => `${systems}` === `${command.systems}`) === index);
  }

  /** The pieces of a text; placeholders become marks that values are put into. */
  prose(pieces) {
    return pieces.map((piece) => (piece.kind === "literal" ? piece.text : this.mark(piece.name)));
  }

  text(pieces) {
    return this.prose(pieces).map((piece) => piece.textContent ?? piece).join("");
  }

  mark(name) {
    return element("var", { class: this.hues.get(name), "data-name": name }, this.found.get(name) ?? this.examples.get(name));
  }

  /** The line that proves the answer, its values marked and named. */
  proof() {
    const { text, textColumn, line, occurrences, spans } = this.diagnosis.evidence;
    const scalars = Array.from(text);
    const own = spans.filter((span) => span.line === line);
    const kinds = new Array(scalars.length).fill(null);
    for (const { columns, name } of own) {
      for (let index = Math.max(0, columns.start - textColumn); index < Math.min(scalars.length, columns.end - textColumn); index += 1) {
        kinds[index] = name ?? kinds[index] ?? "";
      }
    }
    const first = Math.max(0, kinds.findIndex((kind) => kind !== null) - 60);
    const last = Math.min(scalars.length, first + 240);
    const code = element("code", {}, first > 0 ? "…" : "");
    for (let index = first; index < last; ) {
      let end = index;
      while (end < last && kinds[end] === kinds[index]) end += 1;
      const part = visible(scalars.slice(index, end).join(""));
      if (kinds[index] === null) code.append(element("span", { class: "around" }, part));
      else if (kinds[index] === "") code.append(part);
      else code.append(element("ruby", end - index > 24 ? { class: "long" } : {}, element("span", { class: this.hues.get(kinds[index]) ?? "" }, part), element("rt", {}, kinds[index])));
      index = end;
    }
    if (last < scalars.length) code.append("…");
    const times = occurrences > 1 ? `, and ${occurrences - 1} more like it` : "";
    return element(
      "figure", { class: "anatomy" },
      element("p", { class: last - first > 130 ? "message long" : "message" }, code),
      element("figcaption", {}, `Line ${line} of your text${times}.`));
  }

  values(page) {
    const used = new Set(this.diagnosis.steps.flat().flatMap(({ pieces }) => pieces.map(({ name }) => name)));
    const captures = this.diagnosis.captures.filter(({ name }) => used.has(name));
    if (captures.length === 0) return null;
    const fields = captures.map(({ name, type, example }) => element(
      "label", { class: "value" },
      element("span", { class: "value-name" }, name),
      element("input", {
        class: this.hues.get(name), name, value: this.found.get(name) ?? "", "data-type": type, "data-example": example, placeholder: example,
        autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      })));
    return element(
      "fieldset", { class: "values", "data-page": page },
      element("legend", { class: "label" }, "Your values"),
      ...fields,
      element("button", { class: "share", type: "button" }, "Copy link with values"),
      element("p", { class: "value-note", id: "value-note", role: "status" }, "They rewrite the commands below, in this tab only."));
  }

  /** The first commands that only read, in tabs as on an entry's page. */
  firstCommands() {
    if (this.commands.length === 0) return null;
    const words = (systems) => systems.map((system) => systemNames[system]).join(" and ");
    const titles = this.commands.map(({ systems }) => words(systems)).filter((title) => title !== "");
    const group = element("div", { class: "group" });
    if (titles.length > 1) group.append(element("div", { class: "tabs" }, ...titles.map((title) => element("button", { type: "button" }, title))));
    for (const command of this.commands) {
      const panel = element("div", { class: "panel" }, this.command(command, words(command.systems)));
      if (command.systems.length > 0) panel.dataset.systems = command.systems.join(" ");
      group.append(panel);
    }
    const looks = this.commands[0].risk === "look";
    return element("section", { class: "first-look" }, element("h3", { class: "label" }, looks ? "First, look" : "First"), group);
  }

  command({ text, pieces, shell, risk }, systems) {
    const head = element("p", { class: "command-head" });
    if (systems !== "") head.append(element("span", { class: "system" }, systems));
    if (shellNames[shell]) head.append(element("span", { class: "shell" }, shellNames[shell]));
    head.append(element("span", { class: `risk ${risk}` }, riskWords[risk]));
    // Values are put in by the page's script, which quotes them for the shell.
    const code = element("code");
    for (const piece of this.prose(pieces)) {
      if (typeof piece !== "string") code.append(piece);
      else code.append(...remarks(piece, code.textContent, shell));
    }
    return element(
      "div", { class: `command ${risk}` }, head, element("pre", { "data-template": text, "data-shell": shell }, code));
  }
}

/** A piece of a command in which whole lines that are remarks are marked. */
function remarks(text, before, shell) {
  const isRemark = (line) => (shell === "cmd" ? /^\s*(::|rem )/i : /^\s*#/).test(line);
  let isStart = before === "" || before.endsWith("\n");
  return text.split(/(\n)/).map((line) => {
    const made = isStart && isRemark(line) ? element("span", { class: "remark" }, line) : line;
    isStart = line === "\n";
    return made;
  });
}

/** Raw text as a reader can see it: control characters as their pictures, what turns the reading direction by its number. */
function visible(text) {
  return text
    .replace(/[\0-\x08\x0a-\x1f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/\x7f/g, "\u2421")
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase()}]`);
}

// MARK: A new entry

const longest = 2000;

/** A new entry's file with the telling part of a text, redacted. */
export function draft(pasted) {
  const start = '---\ntitle: ""\nsummary: ""\nsignatures:\n  - match: ""\nsamples:\n  - text: |\n';
  const end = "    source: captured with PROGRAM VERSION on SYSTEM\n---\n";
  const lines = redacted(pasted.slice(-200_000)).split(/\r\n|\r|\n/);
  const telling = lines.findIndex((line) => /error|fail|fatal|exception|denied|refused|cannot|not found/i.test(line));
  let sample = "";
  for (const line of lines.slice(Math.max(0, (telling < 0 ? lines.length - 20 : telling) - 3))) {
    const next = `      ${visible(line).slice(0, 400)}\n`;
    if (start.length + sample.length + next.length + end.length > longest) break;
    sample += next;
  }
  return start + sample + end;
}

/** What looks like a secret, a person or a machine of the reader's is replaced; too much rather than too little. */
export function redacted(text) {
  return text
    .replace(/-----BEGIN [A-Z ]+-----[^]*?(-----END [A-Z ]+-----|$)/g, "REDACTED")
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, "$1")
    .replace(/\b((?:authorization|cookie|[\w.-]*(?:passw(?:or)?d|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential)s?[\w.-]*)["']?\s*[:=]\s*)(?:(?:bearer|basic)\s+)?(?:"[^"\n]*"|'[^'\n]*'|[^\s,;"']+)/gi, "$1REDACTED")
    .replace(/\b(bearer|basic)\s+[\w.+/=-]{8,}/gi, "$1 REDACTED")
    .replace(/\bAKIA[0-9A-Z]{16}\b/g, "REDACTED")
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "user@example.com")
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "REDACTED")
    .replace(/\b(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+=-]{24,}/gi, "REDACTED")
    .replace(/(\/(?:home|Users)\/|\\Users\\)[^\s/\\:'"]+/g, "$1user")
    .replace(/\b(?!127\.|0\.0\.0\.0)\d{1,3}(?:\.\d{1,3}){3}\b/g, "10.0.0.5")
    .replace(/\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b/gi, "2001:db8::1")
    .replace(/\b(?!example\.com\b)(?:[a-z0-9-]+\.)+(?:com|net|org|io|dev|app|cloud|internal|local|lan|corp|de|uk|eu)\b(?!\.)/gi, (name) =>
      name.endsWith("example.com") ? name : "host.example.com");
}
