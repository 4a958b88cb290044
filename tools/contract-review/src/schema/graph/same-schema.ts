import { canonicalJson } from "../../json/canonical-json.ts";
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { child } from "../../json/pointer.ts";
import { resolveReference } from "../resolve-reference.ts";
import type { Located } from "../schema-source.ts";
import { applicators, assertions } from "./keywords.ts";
import type { Entry, SchemaGraph } from "./schema-graph.ts";

/** Schemas nested deeper are not compared: their pointers alone would fill the memory. */
const longestPointer = 8000;

type Pair = readonly [Located, Located];

/**
 * Whether two documents say the same at two places, through references, but for annotations. Cycles
 * are equal until a difference is found. Remembers for as long as both graphs live.
 */
export class SameSchema {
  readonly #left: SchemaGraph;
  readonly #right: SchemaGraph;
  readonly #extensions: readonly string[];
  readonly #same = new Set<string>();
  readonly #different = new Set<string>();

  constructor(left: SchemaGraph, right: SchemaGraph) {
    this.#left = left;
    this.#right = right;
    this.#extensions = left.reading.openEnums ?? [];
  }

  /** Whether every value of the left schema, as it is read, is one of the right. */
  implies(left: Entry, right: Entry): boolean {
    if (this.#left.source.dialect !== this.#right.source.dialect) return false;
    if (right.mode !== "open" && right.mode !== left.mode) return false;
    const hidden = (entry: Entry): string => entry.location.facts.hidden.join("\n");
    return hidden(left) === hidden(right) && this.#equal([left.located, right.located]);
  }

  #equal(start: Pair): boolean {
    const root = idOf(start);
    if (this.#same.has(root)) return true;
    if (this.#different.has(root)) return false;
    const above = new Map<string, string | undefined>([[root, undefined]]);
    const open: Pair[] = [start];
    for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
      const id = idOf(pair);
      const tooDeep = pair[0].pointer.length > longestPointer;
      const inner = tooDeep ? undefined : this.#compare(pair[0], pair[1]);
      if (inner === undefined || inner.some((next) => this.#different.has(idOf(next)))) {
        // What leads to a difference is different.
        for (let at: string | undefined = id; at !== undefined; at = above.get(at)) {
          this.#different.add(at);
        }
        return false;
      }
      for (const next of inner) {
        const nextId = idOf(next);
        if (above.has(nextId) || this.#same.has(nextId)) continue;
        above.set(nextId, id);
        open.push(next);
      }
    }
    for (const id of above.keys()) this.#same.add(id);
    return true;
  }

  /** The pairs that must be the same for these two to be; `undefined` where they differ at sight. */
  #compare(left: Located, right: Located): readonly Pair[] | undefined {
    if (!isJsonObject(left.value) || !isJsonObject(right.value)) {
      return left.value === right.value ? [] : undefined;
    }
    const keywords = new Set([...this.#telling(left.value), ...this.#telling(right.value)]);
    const pairs: Pair[] = [];
    for (const keyword of keywords) {
      const [one, other] = [left.value[keyword], right.value[keyword]];
      if (one === undefined || other === undefined) return undefined;
      const found = this.#keyword(keyword, [left.pointer, right.pointer], one, other);
      if (found === undefined) return undefined;
      pairs.push(...found);
    }
    return pairs;
  }

  #keyword(
    keyword: string,
    [left, right]: readonly [string, string],
    one: JsonValue,
    other: JsonValue,
  ): readonly Pair[] | undefined {
    if (keyword === "$ref") return this.#references(left, right, one, other);
    const applicator = Object.hasOwn(applicators, keyword) ? applicators[keyword] : undefined;
    if (applicator === undefined)
      return canonicalJson(one) === canonicalJson(other) ? [] : undefined;
    const [a, b] = [child(left, keyword), child(right, keyword)];
    if (isJsonArray(one) && isJsonArray(other)) {
      if (one.length !== other.length) return undefined;
      return one.map((value, index) => [
        { value, pointer: child(a, index) },
        { value: other[index] ?? null, pointer: child(b, index) },
      ]);
    }
    if (applicator.shape !== "map" || !isJsonObject(one) || !isJsonObject(other)) {
      return [
        [
          { value: one, pointer: a },
          { value: other, pointer: b },
        ],
      ];
    }
    return members(one, other, a, b);
  }

  #references(
    left: string,
    right: string,
    one: JsonValue,
    other: JsonValue,
  ): readonly Pair[] | undefined {
    if (typeof one !== "string" || typeof other !== "string") return undefined;
    const a = resolveReference(this.#left.source, one, left);
    const b = resolveReference(this.#right.source, other, right);
    return a === undefined || b === undefined ? undefined : [[a, b]];
  }

  #telling(schema: JsonObject): readonly string[] {
    return Object.keys(schema).filter(
      (keyword) =>
        assertions.has(keyword) ||
        Object.hasOwn(applicators, keyword) ||
        others.has(keyword) ||
        this.#extensions.includes(keyword),
    );
  }
}

/** Keywords that change a reading though they assert nothing by themselves. */
const others: ReadonlySet<string> = new Set([
  "$ref",
  "$dynamicRef",
  "nullable",
  "discriminator",
  "readOnly",
  "writeOnly",
]);

function members(
  one: JsonObject,
  other: JsonObject,
  a: string,
  b: string,
): readonly Pair[] | undefined {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return undefined;
  const pairs: Pair[] = [];
  for (const name of names) {
    const [value, matching] = [one[name], other[name]];
    if (value === undefined || !Object.hasOwn(other, name) || matching === undefined)
      return undefined;
    pairs.push([
      { value, pointer: child(a, name) },
      { value: matching, pointer: child(b, name) },
    ]);
  }
  return pairs;
}

const idOf = ([left, right]: Pair): string => `${left.pointer}\n${right.pointer}`;
