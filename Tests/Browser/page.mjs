// The page that `conformance.py` drives: it decodes what it is given with the site's own modules and the index in parts, as the home page's worker
// does, and hands out answers as text.

import { answerJSON } from "./answer.mjs";
import { byteMutations, mutations } from "./mutations.mjs";
import { PageDecoder } from "./page-index.mjs";
import { finish, trace } from "./trace.mjs";

const decoders = new Map();

/** Reads parts of an index that the server has, each once. */
function reader(index) {
  const parts = new Map();
  return (name) => {
    if (!parts.has(name)) parts.set(name, fetch(`${index}/${name}.json`).then((response) => {
      if (!response.ok) throw new Error(`${index}/${name}: ${response.status}`);
      return response.json();
    }));
    return parts.get(name);
  };
}

/** A decoder that has read nothing but what it needed. */
function decoderOf(index) {
  if (!decoders.has(index)) decoders.set(index, { read: reader(index), decoder: null });
  const known = decoders.get(index);
  known.decoder ??= new PageDecoder(known.read);
  return known.decoder;
}

/** Decodes in slices, with a turn for the page after each; how long the page was blocked at most, and all in all. */
async function inSlices(decoder, text) {
  const begin = performance.now();
  let longest = 0;
  const answer = await decoder.decode(text, async (work) => {
    for (let first = performance.now(); ; ) {
      const start = performance.now();
      const { done, value } = work.next();
      const end = performance.now();
      longest = Math.max(longest, end - start);
      if (done) return value;
      if (end - first < 10) continue;
      await new Promise((resume) => setTimeout(resume));
      first = performance.now();
    }
  });
  return { matched: answer.diagnoses.length > 0, longest, total: performance.now() - begin };
}

const answer = async (decoder, text) => answerJSON(await decoder.decode(text, finish, true), (await decoder.site()).url);

/** Bytes that no string can hold. */
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Mutations that wait for `next`. */
let cases = null;

Object.assign(globalThis, {
  conformance: {
    /** The answers to texts, of which `json` is an array. */
    answers: (index, json) => Promise.all(JSON.parse(json).map((text) => answer(decoderOf(index), text))),
    /** What the lines of the table would be. */
    traces: (index, json) => Promise.all(JSON.parse(json).map(async (line) => JSON.stringify(await trace(decoderOf(index), line)))),
    /** For each text, whether it matched, and the parts of the index that a page reads for it. */
    parts: (index, json) =>
      Promise.all(JSON.parse(json).map(async (text) => {
        decoderOf(index);
        const names = new Set();
        const decoder = new PageDecoder((name) => {
          names.add(name);
          return decoders.get(index).read(name);
        });
        const { diagnoses } = await decoder.decode(text, finish);
        return { matched: diagnoses.length > 0, names: [...names] };
      })),
    /** Begins a series of mutations of texts. */
    mutate(kind, json, count, seed) {
      cases = (kind === "bytes" ? byteMutations : mutations)(JSON.parse(json), count, seed);
    },
    /** The next so many of them with their answers, `{name, input, answer}`: `input` is JSON, or base64. */
    async next(index, count) {
      const results = [];
      while (results.length < count) {
        const { done, value } = cases.next();
        if (done) break;
        const { name, text, base64 } = value;
        const input = base64 ?? JSON.stringify(text);
        results.push({ name, input, answer: await answer(decoderOf(index), base64 === undefined ? text : bytesOf(base64)) });
      }
      return results;
    },
    times: (index, text) => inSlices(decoderOf(index), text),
    /** The time of one call, the best of ten. */
    async best(index, text) {
      let best = Infinity;
      for (let round = 0; round < 10; round += 1) {
        const start = performance.now();
        await decoderOf(index).decode(text, finish);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    },
  },
});

document.documentElement.dataset.ready = "";
