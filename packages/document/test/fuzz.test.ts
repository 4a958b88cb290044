import { readFileSync } from "node:fs";
import { array, assert, constantFrom, integer, nat, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { loadDocument } from "../src/load-document.ts";
import { listCallbacks, listOperations, listWebhooks } from "../src/list-operations.ts";
import { renderDiagnostics } from "../src/render-diagnostics.ts";

const yaml = readFileSync(new URL("fixtures/small.yaml", import.meta.url));

function jsonOf(bytes: Uint8Array): Uint8Array {
  const result = loadDocument({ file: "small.yaml", bytes });
  if (result.kind !== "loaded") throw new Error("The fixture is sound");
  return new TextEncoder().encode(JSON.stringify(result.document.value, undefined, 1));
}

const json = jsonOf(yaml);

/** Everything a consumer does with a result; a sound document must stand all of it. */
function use(file: string, bytes: Uint8Array): void {
  const result = loadDocument({ file, bytes }, { maxBytes: 100_000, exampleTimeoutMs: 1000 });
  renderDiagnostics(result.diagnostics, result.sources);
  for (const { range } of result.diagnostics) {
    expect(range.start.offset).toBeLessThanOrEqual(range.end.offset);
    expect(range.start.line).toBeGreaterThan(0);
  }
  const errors = result.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.length > 0).toBe(result.kind === "refused");
  if (result.kind === "refused") return;
  const { document } = result;
  for (const { pointer } of [
    ...listOperations(document),
    ...listWebhooks(document),
    ...listCallbacks(document),
  ]) {
    document.locate(pointer, "key");
  }
}

/** Bytes that mean something to YAML, JSON, references or templates. */
const telling = Buffer.from(String.raw`{}[]:,"'&*!|>?-#%@~/\ 0$<` + "`\n\r\t\0");
const byte = constantFrom(...telling, 0xc3, 0xff, 0xe2, 0x80, 0xa8);

const rows = [
  { name: "YAML", file: "a.yaml", bytes: yaml },
  { name: "JSON", file: "a.json", bytes: json },
];

test.each(rows)("changed bytes of $name give a result, never a throw", ({ file, bytes }) => {
  const change = tuple(nat(bytes.length - 1), byte);
  assert(
    property(array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const mutated = new Uint8Array(bytes);
      for (const [at, value] of changes) mutated[at] = value;
      use(file, mutated);
    }),
    { numRuns: 300 },
  );
});

test.each(rows)("$name with a part cut out or repeated gives a result", ({ file, bytes }) => {
  const place = nat(bytes.length);
  assert(
    property(place, place, integer({ min: 0, max: 3 }), (left, right, times) => {
      const [from, to] = left < right ? [left, right] : [right, left];
      const part = bytes.subarray(from, to);
      const parts = [bytes.subarray(0, from), ...Array(times).fill(part), bytes.subarray(to)];
      use(file, Buffer.concat(parts));
    }),
    { numRuns: 200 },
  );
});
