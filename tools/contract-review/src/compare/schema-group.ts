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
 * Pairs of branches of the only `anyOf` or `oneOf` of both groups, where they are as many: what is
 * equal is left aside wherever it stands, what is left is paired in order.
 */
export function branchGroups(
  base: { readonly side: Side; readonly group: SchemaGroup },
  head: { readonly side: Side; readonly group: SchemaGroup },
  keyword: "anyOf" | "oneOf",
  isUnchanged: (basePointer: string, headPointer: string) => boolean,
): readonly { readonly base: SchemaGroup; readonly head: SchemaGroup }[] {
  const was = branchesOf(base.group, keyword);
  const now = [...branchesOf(head.group, keyword)];
  if (was.length !== now.length) return [];
  const edited = was.filter((pointer) => {
    const same = now.findIndex((candidate) => isUnchanged(pointer, candidate));
    if (same !== -1) now.splice(same, 1);
    return same === -1;
  });
  return edited.map((pointer, index) => ({
    base: groupAt(base.side, [pointer]),
    head: groupAt(head.side, now[index] === undefined ? [] : [now[index]]),
  }));
}

function branchesOf({ schemas }: SchemaGroup, keyword: string): readonly string[] {
  const owners = schemas.filter(({ value }) => isJsonArray(value[keyword]));
  const [owner] = owners;
  if (owner === undefined || owners.length > 1) return [];
  const branches = owner.value[keyword];
  return isJsonArray(branches)
    ? branches.map((_, index) => child(owner.pointer, keyword, index))
    : [];
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
