import type { JsonObject, JsonValue } from "../../src/json/json-value.ts";
import type { Bump } from "../../src/verdict/bump.ts";

export type Dialect = "3.0" | "3.1";

/** Schemas by name, for `#/components/schemas`. */
export type Components = Readonly<Record<string, JsonValue>>;

/** Two schemas, the first of which accepts less. Both refuse nothing by a convention. */
export interface Inclusion {
  /** A claim: the first accepts less than the second. */
  readonly name: string;
  /** @default both dialects */
  readonly dialect?: Dialect;
  readonly less: JsonValue;
  readonly more: JsonValue;
  readonly components?: Components;
  /** Keywords edited, each a cause of a break. @default 1 */
  readonly causes?: number;
}

/** Two schemas of one meaning. */
export interface Equality {
  readonly name: string;
  /** @default both dialects */
  readonly dialect?: Dialect;
  readonly one: JsonValue;
  readonly other: JsonValue;
  readonly components?: Components;
  /** Schemas of the second document, where they differ. */
  readonly otherComponents?: Components;
}

/** Two documents, and what the specifications say of the edit between them. */
export interface DocumentRow {
  readonly name: string;
  readonly given: { readonly base: JsonObject; readonly head: JsonObject; readonly strict?: true };
  readonly want: {
    readonly bump: Bump;
    /** Causes on the wire, of whatever weight. @default 0 for none, else 1 */
    readonly causes?: number;
  };
}

/** The `then` of an `if`: an object literal with such a member would look like a promise. */
export function outcome(schema: JsonValue): JsonObject {
  return Object.fromEntries(["then"].map((keyword) => [keyword, schema]));
}
