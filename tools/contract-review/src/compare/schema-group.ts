import { type JsonObject, type JsonValue, isJsonArray, isJsonObject } from "../json/json-value.ts";
import { child, valueAt } from "../json/pointer.ts";
import type { Side } from "../message/side.ts";

/** The schemas that all apply at one place of a message: through `$ref`, `allOf`, or side by side. */
export interface SchemaGroup {
  /** What two groups of one document are the same by. */
  readonly key: string;
  /** The one schema the group came from; nothing where several meet. */
  readonly root?: string;
  readonly pointers: readonly string[];
  readonly schemas: readonly { readonly pointer: string; readonly value: JsonObject }[];
}

/** The group of some schemas and of whatever they lead to without a step into the message. */
export function groupAt(side: Side, roots: readonly string[]): SchemaGroup {
  const schemas = new Map<string, JsonObject>();
  const pending = [...roots];
  for (let pointer = pending.shift(); pointer !== undefined; pointer = pending.shift()) {
    const value = valueAt(side.document.value, pointer);
    // `true` and `false` say nothing that could be told by keyword.
    if (typeof value === "boolean") schemas.set(pointer, {});
    if (!isJsonObject(value) || schemas.has(pointer)) continue;
    const { $ref: target, allOf } = value;
    // A lone reference says nothing itself.
    if (typeof target !== "string" || Object.keys(value).length > 1) schemas.set(pointer, value);
    if (typeof target === "string" && target.startsWith("#/")) pending.push(target.slice(1));
    if (isJsonArray(allOf)) {
      for (const index of allOf.keys()) pending.push(child(pointer, "allOf", index));
    }
  }
  const pointers = [...schemas.keys()];
  const [root] = roots;
  return {
    key: pointers.toSorted().join(" "),
    ...(roots.length === 1 && root !== undefined ? { root } : {}),
    pointers,
    schemas: [...schemas].map(([pointer, value]) => ({ pointer, value })),
  };
}

/** The groups one step into the message: a property by its name, items and others by `*`. */
export function childGroups(side: Side, group: SchemaGroup): ReadonlyMap<string, SchemaGroup> {
  const roots = new Map<string, string[]>();
  const add = (token: string, pointer: string): void => {
    const known = roots.get(token);
    if (known === undefined) roots.set(token, [pointer]);
    else known.push(pointer);
  };
  for (const { pointer, value } of group.schemas) {
    const { properties } = value;
    if (isJsonObject(properties)) {
      for (const name of Object.keys(properties)) add(name, child(pointer, "properties", name));
    }
    for (const keyword of ["items", "additionalProperties"]) {
      if (isJsonObject(value[keyword])) add("*", child(pointer, keyword));
    }
  }
  return new Map([...roots].map(([token, pointers]) => [token, groupAt(side, pointers)]));
}

/**
 * Pairs of branches of each `anyOf` or `oneOf` of both groups, where they are as many: what is equal
 * is left aside wherever it stands, what is left is paired in order.
 */
export function branchGroups(
  base: { readonly side: Side; readonly group: SchemaGroup },
  head: { readonly side: Side; readonly group: SchemaGroup },
  keyword: "anyOf" | "oneOf",
  isUnchanged: (basePointer: string, headPointer: string) => boolean,
): readonly { readonly base: SchemaGroup; readonly head: SchemaGroup }[] {
  const choices = paired(choicesOf(base.group, keyword), choicesOf(head.group, keyword), (a, b) =>
    isUnchanged(a.pointer, b.pointer),
  );
  const branches = choices?.map(([was, now]) => paired(was.branches, now.branches, isUnchanged));
  if (branches === undefined || branches.includes(undefined)) return [];
  return branches.flatMap((pairs = []) =>
    pairs.map(([was, now]) => ({
      base: groupAt(base.side, [was]),
      head: groupAt(head.side, [now]),
    })),
  );
}

/** What differs of two lists of one length, in order; nothing where they are not as many. */
function paired<T>(
  base: readonly T[],
  head: readonly T[],
  isEqual: (was: T, now: T) => boolean,
): readonly (readonly [was: T, now: T])[] | undefined {
  if (base.length !== head.length) return undefined;
  const left = [...head];
  const edited = base.filter((was) => {
    const same = left.findIndex((now) => isEqual(was, now));
    if (same !== -1) left.splice(same, 1);
    return same === -1;
  });
  return edited.flatMap((was, index) => {
    const now = left[index];
    return now === undefined ? [] : [[was, now] as const];
  });
}

/** A keyword that lists branches, and where each of them stands. */
interface Choice {
  readonly pointer: string;
  readonly branches: readonly string[];
}

function choicesOf({ schemas }: SchemaGroup, keyword: string): readonly Choice[] {
  return schemas.flatMap(({ pointer, value }) => {
    const list = value[keyword];
    if (!isJsonArray(list)) return [];
    const at = child(pointer, keyword);
    return [{ pointer: at, branches: list.map((_, index) => child(at, index)) }];
  });
}

/** The values of each keyword that the group's schemas have, with their places. */
export function membersOf(
  { schemas }: SchemaGroup,
  isTold: (keyword: string) => boolean,
): ReadonlyMap<string, readonly { readonly pointer: string; readonly value: JsonValue }[]> {
  const members = new Map<string, { readonly pointer: string; readonly value: JsonValue }[]>();
  for (const { pointer, value } of schemas) {
    for (const [keyword, member] of Object.entries(value)) {
      if (!isTold(keyword)) continue;
      const known = members.get(keyword);
      const entry = { pointer, value: member };
      if (known === undefined) members.set(keyword, [entry]);
      else known.push(entry);
    }
  }
  return members;
}
