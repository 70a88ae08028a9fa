// What an engine makes of a text, step by step, as the lines of `table.jsonl` hold it: `ConformanceTests.swift` prints the same. A pure module.

import { answerJSON } from "./answer.mjs";
import { decodedBytes, normalize } from "./normalizer.mjs";

/** The trace of a text, as a value: its normalised lines, what stands for each entry, best first, and the answer. */
export async function trace(page, { name, text }) {
  const bytes = finish(decodedBytes(text));
  const decoder = await page.decoder(bytes, finish);
  return {
    name,
    text,
    lines: normalize(text).documents[0].lines.map((line) => ({
      text: String.fromCodePoint(...line.scalars),
      columns: runs(Array.from(line.scalars, (_, index) => line.column(index))),
      marks: line.startMarks,
      views: (line.views?.documents ?? []).map((document) => document.map((row) => `${row.ordinal}: ${String.fromCodePoint(...row.scalars)}`)),
    })),
    hits: (decoder === null ? [] : finish(decoder.rank(bytes))).map(({ hit }) => ({
      entry: decoder.rows[hit.entry].slug,
      signature: hit.signature,
      weight: hit.weight,
      row: hit.row,
      spans: hit.spans.map(spanText),
      captures: hit.captures.map(({ name: capture, value, span }) => `${capture}=${value} ${spanText(span)}`),
    })),
    answer: JSON.parse(answerJSON(await page.decode(text, finish, true), (await page.site()).url)),
  };
}

/** `1-4 9-12`: numbers that rise by one, as their first and last. */
function runs(numbers) {
  const parts = [];
  let first = 0;
  for (let index = 1; index <= numbers.length; index += 1) {
    if (index < numbers.length && numbers[index] === numbers[index - 1] + 1) continue;
    parts.push(`${numbers[first]}-${numbers[index - 1]}`);
    first = index;
  }
  return parts.join(" ");
}

const spanText = ({ line, columns }) => `${line}:${columns.start}-${columns.end}`;

/** What a generator returns. */
export function finish(work) {
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}
