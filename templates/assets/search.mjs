// Finds entries by what they are called and by the words of their messages. Reads `search.json` and, of the files that it names, those that a
// query needs: what is in them is told in SearchTables.swift, and words are cut as in SearchWords.swift.

const stopWords = new Set(
  "a an and are as at be by can for from has have in is it its of on or so that the then there this to was when will with you your".split(" "));

/** What a word tells of an entry by its place there: the code, a part of it, an alias, the area, the title, a signature, the summary, the text. */
const weights = [1000, 400, 350, 320, 300, 120, 60, 25];
/** Of a word that only begins with what was typed: with the last word, which may not be typed to its end, and with another. */
const shareOfBeginning = { last: 0.7, other: 0.4 };
/** How many entries are read to be put into their last order. */
const candidates = 14;
/** How many files of words are read for a short beginning. */
const mostFiles = 3;

const isTelling = (word) => !stopWords.has(word) && word.length <= 64 && /[^_]/.test(word);
const runsOf = (text) => text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
const partsOf = (run) => run.split(/_|(?<=[^A-Z_])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
const lowercase = (word) => word.toLowerCase();

/** The words of a text, in lower case, without those that say nothing. */
export const wordsOf = (text) => runsOf(text).map(lowercase).filter(isTelling);

/** Whether one letter more, less or other, or two changed round, makes one word of the other. */
export function isOneEdit(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const rest = (word, from) => word.slice(from);
  return (
    rest(one, start + 1) === rest(other, start + 1) ||
    rest(one, start + 1) === rest(other, start) ||
    rest(one, start) === rest(other, start + 1) ||
    (one[start] === other[start + 1] && one[start + 1] === other[start] && rest(one, start + 2) === rest(other, start + 2)));
}

/** The files of one version of the site, each read once. */
class Tables {
  #files = new Map();

  constructor(head, address) {
    this.head = head;
    this.address = address;
  }

  static async open(address) {
    return new Tables(await Tables.#fetched(address), address);
  }

  static async #fetched(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  }

  read(name) {
    if (!this.#files.has(name)) {
      const file = Tables.#fetched(new URL(`${this.head.folder}${name}.json`, this.address));
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }

  /** The rows of the files in which words with a beginning may stand. */
  async rows(beginning) {
    const firsts = this.head.words;
    const after = firsts.findIndex((first) => first > beginning);
    const start = Math.max(0, (after < 0 ? firsts.length : after) - 1);
    let end = start + 1;
    while (end < firsts.length && end < start + mostFiles && firsts[end].startsWith(beginning)) end += 1;
    const files = firsts.slice(start, end).map((_, index) => this.read(`words-${start + index}`));
    return (await Promise.all(files)).flat();
  }

  async entry(number) {
    const [slug, title, code, area, names, sentence] = (await this.read(`entries-${Math.floor(number / this.head.step)}`))[number % this.head.step];
    return { slug, title, code, area: this.head.areas[area][1], names, sentence, address: `errors/${slug}/` };
  }
}

/** The entries of a row of words: what the word tells of each. */
function* postings([, ...row], share) {
  let number = -1;
  for (const posting of row) {
    number += posting >> 3;
    yield [number, weights[posting & 7] * share];
  }
}

export class Search {
  #address;
  #tables = null;

  /** @param address That of `search.json`. */
  constructor(address) {
    this.#address = address;
  }

  /** The areas, each with its name in addresses and its title. */
  async areas() {
    return (await this.#open()).head.areas;
  }

  /**
   * The entries that a text may mean, the likeliest first, each with `isExact`: whether this is what it is called. `missing` are the words
   * that no entry has, `guesses` those that were taken for others, with these.
   */
  async find(text) {
    try {
      return await this.#find(text);
    } catch {
      // A new version of the site has come, and the files of the one that was read are gone.
      this.#tables = null;
      return this.#find(text);
    }
  }

  #open() {
    if (this.#tables === null) {
      this.#tables = Tables.open(this.#address);
      this.#tables.catch(() => (this.#tables = null));
    }
    return this.#tables;
  }

  async #find(text) {
    const tables = await this.#open();
    const runs = runsOf(text).filter((run) => isTelling(lowercase(run))).slice(0, 12);
    const share = (index) => (index === runs.length - 1 ? shareOfBeginning.last : shareOfBeginning.other);
    const words = (await Promise.all(runs.map((run, index) => this.#lookUp(tables, lowercase(run), partsOf(run), share(index))))).flat();
    const scores = new Map();
    for (const { entries } of words) {
      const rarity = Math.log(1 + tables.head.entries / entries.size);
      for (const [number, weight] of entries) {
        const { score, count } = scores.get(number) ?? { score: 0, count: 0 };
        scores.set(number, { score: score + weight * rarity, count: count + 1 });
      }
    }
    const best = [...scores]
      .map(([number, { score, count }]) => ({ number, score: score * (count / words.length) ** 2 }))
      .sort((one, other) => other.score - one.score || one.number - other.number)
      .slice(0, candidates);
    const results = await Promise.all(best.map(async ({ number, score }) => judged(await tables.entry(number), score, wordsOf(text).join(" "))));
    results.sort((one, other) => other.isExact - one.isExact || other.score - one.score);
    return {
      results,
      missing: words.filter(({ entries }) => entries.size === 0).map(({ word }) => word),
      guesses: words.filter(({ taken }) => taken.length > 0).map(({ word, taken }) => ({ word, taken })),
    };
  }

  /** What a word is found in; where it is in nothing, what its parts are found in, or its stem, or what it may be a slip of. */
  async #lookUp(tables, word, parts, share) {
    const rows = await tables.rows(word);
    const entries = matching(rows, word, share);
    if (entries.size > 0) return [{ word, entries, taken: [] }];
    const others = parts.map(lowercase).filter((part) => part.length > 1 && isTelling(part));
    if (others.length > 1) return (await Promise.all(others.map((part) => this.#lookUp(tables, part, [], share)))).flat();
    const stem = word.replace(/(?:e?s|e?d|ing)$/, "");
    if (stem !== word && stem.length > 2) {
      const entries = matching(await tables.rows(stem), stem, share);
      if (entries.size > 0) return [{ word, entries, taken: [] }];
    }
    return [await this.#guessed(tables, rows, word)];
  }

  async #guessed(tables, rows, word) {
    if (word.length < 4) return { word, entries: new Map(), taken: [] };
    const known = [...new Set([...(await tables.read("names")), ...rows.map(([known]) => known)])];
    const whole = known.filter((one) => isOneEdit(word, one));
    const begun = word.length < 5 ? [] : known.filter((one) => [-1, 0, 1].some((more) => isOneEdit(word, one.slice(0, word.length + more))));
    const taken = (whole.length > 0 ? whole : begun).slice(0, 3);
    const entries = new Map();
    for (const one of taken) {
      for (const [number, weight] of matching(await tables.rows(one), one, 0)) entries.set(number, Math.max(weight, entries.get(number) ?? 0));
    }
    return { word, entries, taken };
  }
}

/** The entries with a word, or with one that begins so, and what that tells of each. One letter begins too many words. */
function matching(rows, word, share) {
  const entries = new Map();
  for (const row of rows) {
    if (row[0] !== word && (share === 0 || word.length < 2 || !row[0].startsWith(word))) continue;
    for (const [number, weight] of postings(row, row[0] === word ? 1 : share)) {
      entries.set(number, Math.max(weight, entries.get(number) ?? 0));
    }
  }
  return entries;
}

/** An entry by its whole names: the one that is called so comes first, then those in whose title or alias all stands in one piece, the short ones first. */
function judged(entry, score, phrase) {
  const plain = (name) => wordsOf(name.replaceAll("-", " ")).join(" ");
  const code = entry.code ?? "";
  const names = [entry.title, entry.title.replace(code, ""), code, entry.slug, ...entry.names].map(plain);
  const shares = names.filter((name) => ` ${name} `.includes(` ${phrase} `)).map((name) => phrase.length / name.length);
  return { ...entry, score: score * (shares.length > 0 ? 1.3 + Math.max(...shares) / 2 : 1), isExact: phrase !== "" && names.includes(phrase) };
}
