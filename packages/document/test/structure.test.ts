import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import type { JsonValue } from "../src/json.ts";
import { isJsonArray, isJsonObject, setOwn } from "../src/json.ts";
import { loadDocument } from "../src/load-document.ts";
import { sound } from "./sound.ts";

/** The schemas that the OpenAPI Initiative publishes, as the judge of what is well formed. */
const official = new Validator();

async function officialAccepts(value: JsonValue): Promise<boolean> {
  const { valid } = await official.validate(JSON.parse(JSON.stringify(value)));
  return valid;
}

function weAccept(value: JsonValue): boolean {
  return loadDocument({ file: "a.json", bytes: JSON.stringify(value) }).kind === "loaded";
}

interface Mutation {
  readonly name: string;
  readonly value: JsonValue;
}

const others: readonly JsonValue[] = [null, -1.5, "x", [], {}, { x: {} }];

/** The value with one part removed, renamed or replaced, in every way and at every place. */
function* mutations(value: JsonValue, path = ""): Generator<Mutation> {
  for (const other of others) {
    if (JSON.stringify(other) !== JSON.stringify(value)) {
      yield { name: `${path} = ${JSON.stringify(other)}`, value: other };
    }
  }
  if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) {
      yield { name: `${path}/${index} removed`, value: value.toSpliced(index, 1) };
      for (const inner of mutations(item, `${path}/${index}`)) {
        yield { name: inner.name, value: value.with(index, inner.value) };
      }
    }
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      const without = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      yield { name: `${path}/${key} removed`, value: without };
      yield { name: `${path}/${key} renamed`, value: { ...without, zzz: item } };
      for (const inner of mutations(item, `${path}/${key}`)) {
        const changed: Record<string, JsonValue> = { ...value };
        setOwn(changed, key, inner.value);
        yield { name: inner.name, value: changed };
      }
    }
  }
}

const files = ["small.yaml", "small-3.0.yaml"];

test.each(files)("whatever the official schema refuses in %s is refused", async (file) => {
  const text = readFileSync(new URL(`fixtures/${file}`, import.meta.url), "utf8");
  const { value } = sound(text, file);
  expect(await officialAccepts(value)).toBe(true);
  let refused = 0;
  let accepted = 0;
  const missed: string[] = [];
  for (const mutation of mutations(value)) {
    // The judge throws at what is no object at all.
    if (!isJsonObject(mutation.value)) continue;
    if (await officialAccepts(mutation.value)) {
      accepted += 1;
      continue;
    }
    refused += 1;
    if (weAccept(mutation.value)) missed.push(mutation.name);
  }
  expect(missed).toEqual([]);
  expect(refused).toBeGreaterThan(500);
  expect(accepted).toBeGreaterThan(100);
});
