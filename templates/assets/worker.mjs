// Decodes for the home page's box, so that the page goes on drawing however long the text is. Reads the engine and the index once; of several
// texts the last counts.

let decoder = null;
let templates = null;
let latest = 0;

async function load({ engine, index }) {
  const [module, response] = await Promise.all([import(engine), fetch(index)]);
  if (!response.ok) throw new Error(`${response.status}`);
  templates = module;
  return module.createDecoder(await response.text());
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

/** What the page shows of an answer, its templates cut into pieces; the rest stays here. */
function plain({ diagnoses, nearest }, content) {
  return {
    content,
    diagnoses: diagnoses.map(({ entry, evidence, captures }) => ({
      slug: entry.slug, title: prose(entry, entry.title), summary: prose(entry, entry.summary), url: entry.url, role: entry.role, captures: entry.captures,
      steps: entry.steps.map(({ commands }) => commands.map((command) => withPieces(entry, command))),
      evidence, found: captures, signature: signatureNumber(entry, evidence),
    })),
    nearest: nearest.map(({ title, url, shared }) => ({ title, url, shared })),
  };
}

/** Which of the entry's signatures matched, from 1 on; null for an entry that was asked for by name. */
function signatureNumber(entry, evidence) {
  if (evidence === null) return null;
  return entry.signatures.findIndex(({ lines }) => lines.map((line) => line.text).join("\n") === evidence.signature) + 1;
}

const prose = (entry, text) => new templates.TextTemplate(text, entry.captureNames).pieces;

const withPieces = (entry, { systems, risk, shell, text }) => ({
  systems, risk, shell, text, pieces: new templates.CommandTemplate(text, shell, entry.captureNames).pieces,
});

async function answer({ id, text, file }) {
  const engine = await decoder;
  const work = engine.decodeInSlices(file ? await bytesOf(file, id) : text);
  for (;;) {
    if (id !== latest) return;
    const { done, value } = work.next();
    if (done) return postMessage({ id, answer: plain(value, engine.site.content) });
    await new Promise((resume) => setTimeout(resume));
  }
}

addEventListener("message", async ({ data }) => {
  if (data.engine) {
    decoder = load(data);
    // Told when an answer is asked for.
    decoder.catch(() => {});
    return;
  }
  latest = data.id;
  try {
    await answer(data);
  } catch (error) {
    postMessage({ id: data.id, failure: `${error.message}` });
  }
});
