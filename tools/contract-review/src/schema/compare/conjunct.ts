import type { Literal, NameSet } from "../formula/formula.ts";

/** Where a part of a schema looks: at the value itself, at some property, at some item. */
export type Reach =
  | { readonly kind: "value" }
  | { readonly kind: "choice"; readonly branches: readonly string[] }
  | { readonly kind: "property"; readonly names: NameSet; readonly key: string }
  | { readonly kind: "item"; readonly from: number; readonly to: number; readonly key: string }
  | { readonly kind: "missing"; readonly name: string };

/** One of the parts that a schema is the conjunction of. */
export interface Conjunct {
  /** What this part alone accepts. */
  readonly literal: Literal;
  readonly keyword: string;
  /** The keyword in the document. */
  readonly pointer: string;
  readonly reach: Reach;
}
