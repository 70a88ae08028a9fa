// The page that `conformance.py` drives: it decodes what it is given with the site's own module, and hands out answers as text.

import { answerJSON, createDecoder } from "./decoder.mjs";
import * as engine from "./decoder.mjs";
import { byteMutations, mutations } from "./mutations.mjs";
import { trace } from "./trace.mjs";

const decoders = new Map();

/** A decoder over an index that the server has; also how long it took to make one, in milliseconds. */
async function load(name) {
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const text = await response.text();
  const start = performance.now();
  decoders.set(name, createDecoder(text));
  return performance.now() - start;
}

/** Decodes in slices, with a turn for the page after each; how long the page was blocked at most, and all in all. */
async function inSlices(decoder, text) {
  const work = decoder.decodeInSlices(text);
  const begin = performance.now();
  let longest = 0;
  for (;;) {
    const start = performance.now();
    const { done, value } = work.next();
    longest = Math.max(longest, performance.now() - start);
    if (done) return { matched: value.diagnoses.length > 0, longest, total: performance.now() - begin };
    await new Promise((resume) => setTimeout(resume));
  }
}

function answer(decoder, text) {
  const work = decoder.readInSlices(text);
  let step = work.next();
  while (!step.done) step = work.next();
  return answerJSON(step.value, { siteURL: decoder.site.url });
}

/** Bytes that no string can hold. */
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Mutations that wait for `next`. */
let cases = null;

Object.assign(globalThis, {
  conformance: {
    load,
    /** The answers to texts, of which `json` is an array. */
    answers: (index, json) => JSON.parse(json).map((text) => answer(decoders.get(index), text)),
    /** What the lines of the table would be. */
    traces: (index, json) => JSON.parse(json).map((line) => JSON.stringify(trace(engine, decoders.get(index), line))),
    /** Begins a series of mutations of texts. */
    mutate(kind, json, count, seed) {
      cases = (kind === "bytes" ? byteMutations : mutations)(JSON.parse(json), count, seed);
    },
    /** The next so many of them with their answers, `{name, input, answer}`: `input` is JSON, or base64. */
    next(index, count) {
      const results = [];
      while (results.length < count) {
        const { done, value } = cases.next();
        if (done) break;
        const { name, text, base64 } = value;
        const input = base64 ?? JSON.stringify(text);
        results.push({ name, input, answer: answer(decoders.get(index), base64 === undefined ? text : bytesOf(base64)) });
      }
      return results;
    },
    times: (index, text) => inSlices(decoders.get(index), text),
    /** The time of one call, the best of ten. */
    best(index, text) {
      let best = Infinity;
      for (let round = 0; round < 10; round += 1) {
        const start = performance.now();
        decoders.get(index).decode(text);
        best = Math.min(best, performance.now() - start);
      }
      return best;
    },
  },
});

document.documentElement.dataset.ready = "";
