import { type JsonValue, isJsonArray } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import { canonicalText } from "./context.ts";
import { type SchemaGroup, membersOf } from "./schema-group.ts";

export interface Difference {
  readonly basePointer?: string;
  readonly headPointer?: string;
  readonly was?: JsonValue;
  readonly now?: JsonValue;
}

/** Keywords whose values, all members of the group together, differ. */
export function* differences(
  base: SchemaGroup,
  head: SchemaGroup,
  isTold: (keyword: string) => boolean,
): Generator<Difference & { readonly keyword: string }> {
  let was = membersOf(base, isTold);
  let now = membersOf(head, isTold);
  if (was.has("examples") || now.has("examples")) [was, now] = [inExamples(was), inExamples(now)];
  for (const keyword of new Set([...was.keys(), ...now.keys()])) {
    const before = was.get(keyword) ?? [];
    const after = now.get(keyword) ?? [];
    if (isOpenByDefault(keyword, before) && isOpenByDefault(keyword, after)) continue;
    if (signature(keyword, before) === signature(keyword, after)) continue;
    yield {
      keyword,
      ...(before[0] === undefined
        ? {}
        : { basePointer: child(before[0].pointer, keyword), was: shown(before) }),
      ...(after[0] === undefined
        ? {}
        : { headPointer: child(after[0].pointer, keyword), now: shown(after) }),
    };
  }
}

/** `example` is the older word for `examples` of one (OpenAPI 3.1 §4.8.24). */
function inExamples(
  members: ReadonlyMap<string, readonly Told[]>,
): ReadonlyMap<string, readonly Told[]> {
  const one = members.get("example");
  if (one === undefined || members.has("examples")) return members;
  const rest = [...members].filter(([keyword]) => keyword !== "example");
  return new Map([
    ...rest,
    ["examples", one.map(({ pointer, value }) => ({ pointer, value: [value] }))],
  ]);
}

/** Nothing, `true` and `{}` say the same of further properties. */
function isOpenByDefault(keyword: string, values: readonly Told[]): boolean {
  const open = new Set(["true", "{}"]);
  return (
    keyword === "additionalProperties" &&
    values.every(({ value }) => open.has(canonicalText(value)))
  );
}

interface Told {
  readonly pointer: string;
  readonly value: JsonValue;
}

/** Keywords whose lists are sets. */
const SETS: ReadonlySet<string> = new Set(["type", "enum", "required", "anyOf", "oneOf", "allOf"]);

function signature(keyword: string, values: readonly Told[]): string {
  const texts = values.map(({ value }) =>
    SETS.has(keyword) && isJsonArray(value)
      ? value.map(canonicalText).toSorted().join(",")
      : canonicalText(value),
  );
  return [...new Set(texts)].toSorted().join("\n");
}

function shown(values: readonly Told[]): JsonValue {
  const [first, second] = values;
  return second === undefined && first !== undefined
    ? first.value
    : values.map(({ value }) => value);
}
