import { type JsonObject, type JsonValue, isJsonArray, isJsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import { type Reading, readingBelow } from "./reading-below.ts";
import { isWord } from "./words.ts";

/** `alike`: nothing differs but words for readers, so every message stays what it was. */
export type Likeness = "equal" | "alike" | "different";

const order: readonly Likeness[] = ["different", "alike", "equal"];

export function lesser(left: Likeness, right: Likeness): Likeness {
  return order.indexOf(left) < order.indexOf(right) ? left : right;
}

/** The pointers that a value refers to, and whether from what it says or from words only. */
export type References = Map<string, "said" | "word">;

/** Compares without regard to the order of keys; collects what the left value refers to. */
export function compareValues(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  reading: Reading,
  references: References,
  origin: "said" | "word" = "said",
): Likeness {
  if (left === undefined || right === undefined) return "different";
  if (isJsonArray(left)) {
    if (!isJsonArray(right) || left.length !== right.length) return "different";
    let likeness: Likeness = "equal";
    for (const [index, item] of left.entries()) {
      likeness = lesser(likeness, compareValues(item, right[index], reading, references, origin));
      if (likeness === "different") return likeness;
    }
    return likeness;
  }
  if (!isJsonObject(left)) return left === right ? "equal" : "different";
  if (!isJsonObject(right)) return "different";
  return compareObjects(left, right, reading, references, origin);
}

function compareObjects(
  left: JsonObject,
  right: JsonObject,
  reading: Reading,
  references: References,
  origin: "said" | "word",
): Likeness {
  const isOfWords = (name: string): boolean => reading === "object" && isWord(name);
  const names = Object.keys(left);
  let likeness: Likeness = "equal";
  let shared = 0;
  for (const name of names) {
    const was = left[name];
    const now = Object.hasOwn(right, name) ? right[name] : undefined;
    note(name, was, references, origin);
    if (now !== undefined) shared += 1;
    const answer = isOfWords(name)
      ? ofWords(compareValues(was, now, "data", references, "word"))
      : compareValues(was, now, readingBelow(reading, name, was), references, origin);
    likeness = lesser(likeness, answer);
    if (likeness === "different") return likeness;
  }
  if (Object.keys(right).length === shared) return likeness;
  const added = Object.keys(right).filter((name) => !Object.hasOwn(left, name));
  return added.every(isOfWords) ? "alike" : "different";
}

function ofWords(likeness: Likeness): Likeness {
  return likeness === "equal" ? "equal" : "alike";
}

function note(
  name: string,
  value: JsonValue | undefined,
  references: References,
  origin: "said" | "word",
): void {
  for (const pointer of pointersIn(name, value)) {
    if (origin === "said" || !references.has(pointer)) references.set(pointer, origin);
  }
}

function pointersIn(name: string, value: JsonValue | undefined): readonly string[] {
  if ((name === "$ref" || name === "$dynamicRef") && typeof value === "string") {
    return [value.startsWith("#/") ? value.slice(1) : value];
  }
  if (name !== "discriminator" || !isJsonObject(value) || !isJsonObject(value["mapping"]))
    return [];
  // Values of `mapping` are names of schemas or references (OpenAPI 3.1 §4.8.25).
  return Object.values(value["mapping"])
    .filter((target) => typeof target === "string")
    .map((target) =>
      target.startsWith("#/") ? target.slice(1) : child("/components/schemas", target),
    );
}
