import { type JsonObject, type JsonValue, isJsonArray, isJsonObject } from "../json/json-value.ts";
import { child, valueAt } from "../json/pointer.ts";
import type { Side } from "../message/side.ts";

/** Whether two places of the documents hold equal text that leads, by references, to equal text. */
export type Unchanged = (basePointer: string, headPointer: string) => boolean;

/**
 * Reads `components` of both documents once. What did not change costs one comparison of its text,
 * so a review is linear in the size of the documents, and what remains is the size of the edit.
 */
export function createUnchanged(base: Side, head: Side): Unchanged {
  // One text may read differently in two dialects.
  if (base.dialect !== head.dialect) return () => false;
  const changed = changedComponents(base.document.value, head.document.value);
  return (basePointer, headPointer) => {
    const references = new Set<string>();
    const left = valueAt(base.document.value, basePointer);
    const right = valueAt(head.document.value, headPointer);
    if (left === undefined || right === undefined || !isEqual(left, right, references))
      return false;
    return [...references].every((reference) => changed.get(reference) === false);
  };
}

/** For every component: whether it, or what it refers to, differs between the documents. */
function changedComponents(base: JsonObject, head: JsonObject): ReadonlyMap<string, boolean> {
  const changed = new Map<string, boolean>();
  const referrers = new Map<string, string[]>();
  const pending: string[] = [];
  const components = isJsonObject(base["components"]) ? base["components"] : {};
  for (const [section, entries] of Object.entries(components)) {
    if (!isJsonObject(entries)) continue;
    for (const [name, value] of Object.entries(entries)) {
      const pointer = child("/components", section, name);
      const references = new Set<string>();
      const other = valueAt(head, pointer);
      const isSame = other !== undefined && isEqual(value, other, references);
      changed.set(pointer, !isSame);
      if (!isSame) pending.push(pointer);
      for (const reference of references) {
        const known = referrers.get(reference);
        if (known === undefined) referrers.set(reference, [pointer]);
        else known.push(pointer);
      }
    }
  }
  // What is referred to and is no component is not known to be equal.
  for (const reference of referrers.keys()) if (!changed.has(reference)) pending.push(reference);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const referrer of referrers.get(next) ?? []) {
      if (changed.get(referrer) === true) continue;
      changed.set(referrer, true);
      pending.push(referrer);
    }
  }
  return changed;
}

/** Deep equality without regard to the order of keys; collects the pointers referred to. */
function isEqual(left: JsonValue, right: JsonValue, references: Set<string>): boolean {
  if (isJsonArray(left)) {
    if (!isJsonArray(right) || left.length !== right.length) return false;
    for (const [index, item] of left.entries()) {
      const other = right[index];
      if (other === undefined || !isEqual(item, other, references)) return false;
    }
    return true;
  }
  if (!isJsonObject(left)) return left === right;
  if (!isJsonObject(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) {
    const value = left[key];
    const other = Object.hasOwn(right, key) ? right[key] : undefined;
    if (value === undefined || other === undefined) return false;
    if (!isEqual(value, other, references)) return false;
    if (key === "$ref" || key === "$dynamicRef") addReference(value, references);
    if (key === "discriminator" && isJsonObject(value)) addMapping(value["mapping"], references);
  }
  return true;
}

function addReference(value: JsonValue, references: Set<string>): void {
  if (typeof value === "string") references.add(value.startsWith("#/") ? value.slice(1) : value);
}

/** Values of `mapping` are names of schemas or references (OpenAPI 3.1 §4.8.25). */
function addMapping(mapping: JsonValue | undefined, references: Set<string>): void {
  if (!isJsonObject(mapping)) return;
  for (const target of Object.values(mapping)) {
    if (typeof target !== "string") continue;
    references.add(
      target.startsWith("#/") ? target.slice(1) : child("/components/schemas", target),
    );
  }
}
