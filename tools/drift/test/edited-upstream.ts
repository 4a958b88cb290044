import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonValue } from "@flex-channels/document";
import { isJsonObject, parsePointer } from "@flex-channels/document";

/** A place of the document and what stands there after the edit; `undefined` removes it. */
export type Edit = readonly [pointer: string, value: JsonValue | undefined];

export const channel = "/components/schemas/flex.v1.channel";
export const operation = "/paths/~1v1~1Channels~1{Sid}/get";

const file = join(import.meta.dirname, "fixtures", "upstream.json");

/** The text of the document in the style of Twilio's, with edits. */
export function editedUpstream(...edits: readonly Edit[]): string {
  const root = JSON.parse(readFileSync(file, "utf8")) as JsonValue;
  for (const [pointer, value] of edits) edit(root, pointer, value);
  return JSON.stringify(root, null, 2);
}

function edit(root: JsonValue, pointer: string, value: JsonValue | undefined): void {
  const tokens = parsePointer(pointer) ?? [];
  const last = tokens.at(-1) ?? "";
  let holder = root;
  for (const token of tokens.slice(0, -1)) {
    const next = (holder as Readonly<Record<string, JsonValue>>)[token];
    if (next === undefined) throw new Error(`The fixture has nothing at ${pointer}.`);
    holder = next;
  }
  if (!isJsonObject(holder)) throw new Error(`The fixture has no object above ${pointer}.`);
  const members = holder as Record<string, JsonValue>;
  if (value === undefined) delete members[last];
  else members[last] = value;
}
