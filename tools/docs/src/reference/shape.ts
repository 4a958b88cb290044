import type { JsonValue } from "@flex-channels/document";
import type { Constraint } from "./constraints.ts";

/** What a page tells of a schema: data, so that the page only lays it out. */
export interface Shape {
  /** Name under `components`, where it has one. */
  readonly name: string | undefined;
  readonly type: string;
  readonly description: string | undefined;
  readonly constraints: readonly Constraint[];
  readonly values: readonly JsonValue[];
  readonly examples: readonly JsonValue[];
  readonly deprecated: boolean;
  /** The document marks it `x-assumed`. */
  readonly assumed: boolean;
  readonly properties: readonly Property[];
  /** Shapes beside it: what an array holds, what an object holds under names it does not list, alternatives. */
  readonly parts: readonly Part[];
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

export interface Part {
  readonly label: string;
  readonly shape: Shape;
}
