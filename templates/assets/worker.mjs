// Decodes for the home page's box, so that the page goes on drawing however long the text is. Of several texts the last counts.

// What `page-index.mjs` imports is named here too, so that all three are asked for at once.
import "./scalars.mjs";
import "./normalizer.mjs";
import { PageDecoder } from "./page-index.mjs";

let decoder = null;
let latest = 0;

/** So long, in milliseconds, a text is worked on before others have their turn. */
const slice = 10;

/** A newer text has come. */
class Superseded extends Error {}

/** Parts of the index in a folder; that of an entry stands beside its page. */
function open(folder) {
  return new PageDecoder(async (name) => {
    const response = await fetch(`${folder}${name.replace(/^entries\/(.*)$/, "../../errors/$1/entry")}.json`);
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  });
}

/** A file's bytes, read piece by piece. */
async function bytesOf(file, id) {
  const bytes = new Uint8Array(file.size);
  const reader = file.stream().getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || id !== latest) return bytes.subarray(0, length);
    bytes.set(value, length);
    length += value.length;
    postMessage({ id, read: length, of: file.size });
  }
}

/** What a generator returns; a newer text may come whenever it yields. */
async function finish(work, id) {
  for (let start = performance.now(); ; ) {
    if (id !== latest) throw new Superseded();
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - start < slice) continue;
    await new Promise((resume) => setTimeout(resume));
    start = performance.now();
  }
}

/** What the page shows of an answer, its templates cut into pieces; the rest stays here. */
async function plain({ diagnoses, nearest }) {
  const { content } = await decoder.site();
  if (diagnoses.length === 0) return { content, diagnoses: [], nearest: nearest.map(({ title, url, shared }) => ({ title, url, shared })) };
  const { CommandTemplate, IndexedEntry, TextTemplate } = await import("./answer.mjs");
  return {
    content,
    nearest: [],
    diagnoses: diagnoses.map(({ entry: indexed, evidence, captures }) => {
      const entry = new IndexedEntry(indexed);
      const prose = (text) => new TextTemplate(text, entry.captureNames).pieces;
      const withPieces = ({ systems, risk, shell, text }) => ({
        systems, risk, shell, text, pieces: new CommandTemplate(text, shell, entry.captureNames).pieces,
      });
      return {
        slug: entry.slug, title: prose(entry.title), summary: prose(entry.summary), url: entry.url, role: entry.role, captures: entry.captures,
        steps: entry.steps.map(({ commands }) => commands.map(withPieces)), evidence, found: captures, signature: signatureNumber(entry, evidence),
      };
    }),
  };
}

/** Which of the entry's signatures matched, from 1 on; null for an entry that was asked for by name. */
function signatureNumber(entry, evidence) {
  if (evidence === null) return null;
  return entry.signatures.findIndex(({ lines }) => lines.join("\n") === evidence.signature) + 1;
}

async function answer({ id, text, file }) {
  const given = file ? await bytesOf(file, id) : text;
  const found = await decoder.decode(given, (work) => finish(work, id));
  const shown = await plain(found);
  if (id === latest) postMessage({ id, answer: shown });
}

addEventListener("message", async ({ data }) => {
  if (data.index) {
    decoder = open(data.index);
    return;
  }
  latest = data.id;
  try {
    await answer(data);
  } catch (error) {
    if (!(error instanceof Superseded)) postMessage({ id: data.id, failure: `${error.message}` });
  }
});
