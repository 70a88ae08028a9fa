// The search's dialog, a combobox with its list as WAI-ARIA has it, and what the page for wrong addresses offers. What is typed stays in the
// tab: it is put nowhere but into the address's fragment, and all text is drawn as text, never as HTML.

/** How many entries are shown. */
const shown = 10;

let finder = null;

/** Opens the dialog. @param link The link in the masthead, which leads to the list of all errors and says where the modules are. */
export async function open(link, terms = "") {
  finder ??= source(link).then((site) => new Finder(site));
  (await finder).open(terms);
}

/** Fills the place of a page for wrong addresses with the entries that this address may mean. Links lead to entries of this site alone. */
export async function offer(link, place) {
  const site = await source(link);
  const name = nameIn(location.pathname, new URL(site.root).pathname);
  const { results } = await site.search.find(name);
  const exact = results.filter(({ isExact }) => isExact);
  const offered = exact.length > 0 ? exact : results.slice(0, 3);
  place.querySelector("p").textContent = said(name, exact.length, offered.length);
  place.append(element("ul", {}, ...offered.map((entry) => element("li", {}, site.result(entry)))));
  place.removeAttribute("aria-busy");
}

function said(name, exact, offered) {
  if (name === "") return "Search for a code, or for words of the message.";
  if (exact > 0) return exact === 1 ? "You may be looking for:" : `These are called “${name}”:`;
  return `Nothing here is called “${name}”.${offered > 0 ? " The closest:" : ""}`;
}

/** The last part of a path under the site's, as words: an old address, a code, a slug. */
function nameIn(path, base) {
  const parts = path.startsWith(base) ? path.slice(base.length).split("/") : [];
  const last = parts.filter((part) => part !== "" && !/^(index|404|offline)\.(html|md)$/.test(part)).at(-1) ?? "";
  try {
    return decodeURIComponent(last).replace(/\.(html?|md)$/, "").slice(0, 64).trim();
  } catch {
    return "";
  }
}

/** An element with its attributes; children are elements or texts. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Where the site is, and what finds its entries. */
async function source(link) {
  const { Search } = await import(new URL(link.dataset.engine, document.baseURI).href);
  const root = new URL("../", link.href).href;
  return {
    root,
    all: link.href,
    search: new Search(`${root}search.json`),
    result: ({ address, title, code, area, sentence }, attributes = {}) => element(
      "a", { class: "result", href: root + address, ...attributes },
      element("span", { class: "result-title" }, title, ...(code && !title.includes(code) ? [" ", element("code", {}, code)] : [])), " ",
      element("span", { class: "result-line" },
        element("span", { class: "result-area" }, area), " ", element("span", { class: "result-sentence" }, sentence))),
  };
}

class Finder {
  #asked = 0;
  #chosen = -1;
  /** The address to go back to when the dialog is closed. */
  #before = "";

  constructor(site) {
    this.site = site;
    this.terms = element("input", {
      id: "finder-terms", type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": "finder-list", "aria-autocomplete": "list",
      "aria-label": "Search errors", placeholder: "Code or words", autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      enterkeyhint: "go", maxlength: "200",
    });
    const close = element("button", { class: "finder-close", type: "button" }, "Close");
    this.note = element("p", { class: "finder-note", role: "status" });
    this.list = element("div", { class: "finder-list", id: "finder-list", role: "listbox", "aria-label": "Errors" });
    this.help = element("div", { class: "finder-help" });
    this.dialog = element(
      "dialog", { class: "finder", "aria-label": "Search errors" },
      element("div", { class: "finder-row" }, this.terms, close),
      element("div", { class: "finder-body" }, this.note, this.list, this.help),
      this.#foot());
    document.body.append(this.dialog);

    close.addEventListener("click", () => this.dialog.close());
    // Beside the dialog is its own backdrop.
    this.dialog.addEventListener("click", ({ target }) => target === this.dialog && this.dialog.close());
    this.dialog.addEventListener("close", () => {
      if (location.hash.startsWith("#q=")) history.replaceState(null, "", this.#before);
    });
    this.terms.addEventListener("input", () => this.#find());
    this.terms.addEventListener("keydown", (event) => this.#key(event));
    this.dialog.addEventListener("click", ({ target }) => target.closest("a") && this.#leave(target.closest("a")));
  }

  open(terms) {
    if (!this.dialog.open) {
      this.#before = location.hash.startsWith("#q=") ? location.pathname + location.search : location.href;
      this.dialog.showModal();
    }
    if (terms) this.terms.value = terms;
    this.terms.focus();
    this.terms.select();
    this.#find();
  }

  #foot() {
    const isOn = element("input", { type: "checkbox" });
    isOn.checked = document.documentElement.dataset.slash !== "off";
    isOn.addEventListener("change", () => {
      document.documentElement.dataset.slash = isOn.checked ? "on" : "off";
      try {
        localStorage.setItem("slash", isOn.checked ? "on" : "off");
      } catch {
        // Storage is switched off: the choice is kept for this page only.
      }
    });
    return element(
      "div", { class: "finder-foot" },
      element("p", {}, "Not here? ", this.#paste(), ": it is known by the text it prints."),
      element("label", { class: "finder-slash" }, isOn, " ", element("kbd", {}, "/"), " opens this"));
  }

  // MARK: Finding

  async #find() {
    this.#asked += 1;
    const number = this.#asked;
    const terms = this.terms.value.trim();
    this.list.setAttribute("aria-busy", "true");
    try {
      const drawn = terms === "" ? await this.#nothingTyped() : await this.#found(terms);
      if (number === this.#asked) this.#draw(drawn);
    } catch {
      if (number === this.#asked) this.#draw({ note: "The search could not be loaded. Close it, and open it again.", results: [], help: [] });
    }
  }

  async #nothingTyped() {
    const areas = await this.site.search.areas();
    const links = areas.map(([slug, title]) => element("li", {}, element("a", { href: `${this.site.root}areas/${slug}/` }, title)));
    return {
      note: "", results: [],
      help: [element("p", { class: "label" }, "Or look through an area"), element("ul", { class: "finder-areas" }, ...links, element("li", {}, this.#all()))],
    };
  }

  #all() {
    return element("a", { href: this.site.all }, "All from A to Z");
  }

  #paste() {
    return element("a", { href: `${this.site.root}#decode` }, "Paste the whole error");
  }

  #instead() {
    return element("ul", { class: "finder-instead" }, element("li", {}, this.#paste(), ": it is known by the text it prints."), element("li", {}, this.#all()));
  }

  async #found(terms) {
    const { results, missing, guesses } = await this.site.search.find(terms);
    const quoted = (words) => words.map((word) => `“${word}”`).join(" or ");
    const notes = guesses.map(({ word, taken }) => `Nothing has “${word}”. The closest: ${quoted(taken)}.`);
    if (results.length === 0) notes.push("Nothing is found by that. Try fewer words, a code, or:");
    else if (missing.length > 0) notes.push(`No entry has ${quoted(missing)}. Without:`);
    else if (notes.length === 0) notes.push(results.length === 1 ? "One error" : results.length > shown ? "The likeliest first" : `${results.length} errors`);
    return { note: notes.join(" "), results: results.slice(0, shown), help: results.length === 0 ? [this.#instead()] : [] };
  }

  #draw({ note, results, help }) {
    this.note.textContent = note;
    this.list.replaceChildren(...results.map((entry, index) => this.site.result(entry, { id: `finder-${index}`, role: "option", tabindex: "-1" })));
    this.list.hidden = results.length === 0;
    this.list.setAttribute("aria-busy", "false");
    this.terms.setAttribute("aria-expanded", results.length > 0);
    this.help.replaceChildren(...help);
    this.#choose(results.length > 0 ? 0 : -1);
  }

  // MARK: Choosing

  #choose(index) {
    const options = [...this.list.children];
    this.#chosen = index;
    options.forEach((option, number) => option.setAttribute("aria-selected", number === index));
    if (index < 0) return this.terms.removeAttribute("aria-activedescendant");
    this.terms.setAttribute("aria-activedescendant", options[index].id);
    options[index].scrollIntoView({ block: "nearest" });
  }

  #key(event) {
    const options = this.list.children;
    const isPlain = !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!isPlain || options.length === 0) return;
    const next = { ArrowDown: this.#chosen + 1, ArrowUp: this.#chosen + options.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.#choose(next % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      options[this.#chosen].click();
    }
  }

  /** Goes to a link's page. The way back leads to the search as it was, unless the link leads to this very page. */
  #leave(link) {
    if (link.href.split("#")[0] === location.href.split("#")[0]) this.dialog.close();
    else if (this.terms.value.trim() !== "") history.replaceState(null, "", `#q=${encodeURIComponent(this.terms.value.trim())}`);
  }
}
