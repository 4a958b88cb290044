import type { JsonObject, JsonValue } from "../../../src/json/json-value.ts";

type Schema = JsonValue;

/**
 * Two schemas where the narrow one is within the wide one and not the other way round: a producer
 * of the wide one breaks a consumer of the narrow one by exactly `gap`.
 */
export interface Narrowing {
  readonly name: string;
  readonly wide: Schema;
  readonly narrow: Schema;
  /** Keyword, instance location, smallest witness. */
  readonly gap: readonly [keyword: string, location: string, witness: JsonValue];
}

/** Two schemas that look different and are one set. */
export interface Twin {
  readonly name: string;
  readonly left: Schema;
  readonly right: Schema;
}

/** `if` with its outcomes: an object literal with a member `then` would look like a promise. */
export function conditional(
  condition: JsonValue,
  outcomes: readonly [then?: JsonValue | undefined, otherwise?: JsonValue | undefined],
): JsonObject {
  const [then, otherwise] = outcomes;
  const members = [
    ["if", condition],
    ["then", then],
    ["else", otherwise],
  ] as const;
  return Object.fromEntries(
    members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
