import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { child } from "../../json/pointer.ts";
import type { Reading } from "../gap.ts";
import { resolveReference } from "../resolve-reference.ts";
import type { Located, SchemaSource } from "../schema-source.ts";
import { dialectKeywords } from "./dialect-keywords.ts";

export interface Definer extends Located {
  /** The definer applies whatever the instance is: not in a branch of anyOf, oneOf, if … */
  readonly always: boolean;
}

/** What all schemas that apply in place at one instance location say together. */
export interface LocationFacts {
  readonly definers: ReadonlyMap<string, readonly Definer[]>;
  /** `readOnly` properties in a request, `writeOnly` ones in a response. */
  readonly hidden: readonly string[];
  /** Some schema declares a property, and some schema does so whatever the instance is. */
  readonly declares: boolean;
  readonly alwaysDeclares: boolean;
  /** Some schema declares `additionalProperties` or `unevaluatedProperties`. */
  readonly opens: boolean;
  readonly patterns: boolean;
  readonly propertyOwners: number;
  readonly itemOwners: number;
}

const conditional = ["anyOf", "oneOf"] as const;

/** Reads `located` and everything in place below it, through references, each schema once. */
export function locationFacts(
  source: SchemaSource,
  located: Located,
  direction: Reading["direction"],
): LocationFacts {
  const definers = new Map<string, Definer[]>();
  const seen = new Set<string>();
  const facts = { declares: false, alwaysDeclares: false, opens: false, patterns: false };
  let propertyOwners = 0;
  let itemOwners = 0;

  const open: Definer[] = [{ ...located, always: true }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!isJsonObject(at.value) || seen.has(at.pointer)) continue;
    seen.add(at.pointer);
    const schema = dialectKeywords(at.value, source.dialect);
    const declared = schema["properties"] ?? schema["patternProperties"];
    if (isJsonObject(declared)) {
      facts.declares = true;
      facts.alwaysDeclares ||= at.always;
      propertyOwners += 1;
    }
    facts.patterns ||= schema["patternProperties"] !== undefined;
    if ((schema["additionalProperties"] ?? schema["unevaluatedProperties"]) !== undefined) {
      facts.opens = true;
      if (declared === undefined) propertyOwners += 1;
    }
    if (schema["items"] !== undefined || schema["prefixItems"] !== undefined) itemOwners += 1;
    noteDefiners(schema, at, definers);
    open.push(...inPlace(source, schema, at));
  }
  const hidden = [...definers]
    .filter(([, all]) => all.some((definer) => isHidden(source, definer, direction)))
    .map(([name]) => name)
    .toSorted();
  return { definers, hidden, ...facts, propertyOwners, itemOwners };
}

function noteDefiners(schema: JsonObject, at: Definer, definers: Map<string, Definer[]>): void {
  const properties = schema["properties"];
  if (!isJsonObject(properties)) return;
  for (const [name, value] of Object.entries(properties)) {
    const definer = { value, pointer: child(at.pointer, "properties", name), always: at.always };
    const all = definers.get(name);
    if (all === undefined) definers.set(name, [definer]);
    else all.push(definer);
  }
}

function inPlace(source: SchemaSource, schema: JsonObject, at: Definer): readonly Definer[] {
  const found: Definer[] = [];
  const add = (
    value: JsonValue | undefined,
    always: boolean,
    ...tokens: (string | number)[]
  ): void => {
    if (value !== undefined) found.push({ value, pointer: child(at.pointer, ...tokens), always });
  };
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    const target = resolveReference(source, reference, at.pointer);
    if (target !== undefined) found.push({ ...target, always: at.always });
  }
  list(schema["allOf"]).forEach((part, index) => add(part, at.always, "allOf", index));
  for (const keyword of conditional) {
    list(schema[keyword]).forEach((part, index) => add(part, false, keyword, index));
  }
  for (const keyword of ["if", "then", "else"]) add(schema[keyword], false, keyword);
  const dependent = schema["dependentSchemas"];
  if (isJsonObject(dependent)) {
    for (const name of Object.keys(dependent))
      add(dependent[name], false, "dependentSchemas", name);
  }
  return found;
}

/** Follows `$ref` and `allOf`, where a property usually states its access. */
function isHidden(
  source: SchemaSource,
  located: Located,
  direction: Reading["direction"],
): boolean {
  const keyword = direction === "request" ? "readOnly" : "writeOnly";
  const seen = new Set<string>();
  const open: Located[] = [located];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!isJsonObject(at.value) || seen.has(at.pointer)) continue;
    seen.add(at.pointer);
    const reference = at.value["$ref"];
    const isReference = typeof reference === "string";
    if (!(isReference && source.dialect === "openapi-3.0")) {
      if (at.value[keyword] === true) return true;
      const pointer = at.pointer;
      open.push(
        ...list(at.value["allOf"]).map((value, index) => ({
          value,
          pointer: child(pointer, "allOf", index),
        })),
      );
    }
    if (isReference) {
      const target = resolveReference(source, reference, at.pointer);
      if (target !== undefined) open.push(target);
    }
  }
  return false;
}

const list = (value: JsonValue | undefined): readonly JsonValue[] =>
  isJsonArray(value) ? value : [];
