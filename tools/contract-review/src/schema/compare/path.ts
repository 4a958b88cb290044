import { child } from "../../json/pointer.ts";
import { atom, no, type Literal, type NameSet } from "../formula/formula.ts";
import type { Literals } from "../formula/literals.ts";

/** One step into an instance, and how a reader calls it. */
export type Step =
  | { readonly kind: "property"; readonly names: NameSet; readonly token: string }
  | { readonly kind: "item"; readonly from: number; readonly to: number; readonly token: string };

export type Path = readonly Step[];

/** The location as a JSON Pointer, with `*` for any item or undeclared property. */
export function locationOf(path: Path): string {
  return child("", ...path.map(({ token }) => token));
}

/** The literal of all instances in which some value at the path satisfies `inner`. */
export function somewhere(literals: Literals, path: Path, inner: Literal): Literal {
  let literal = inner;
  for (const step of path.toReversed()) {
    const within = literal;
    const id = step.kind === "property" ? nameId(step.names) : `${step.from}-${step.to}`;
    literal = literals.make(`at:${step.kind}:${id}:${within}`, (type) => {
      if (step.kind === "property") {
        return type === "object"
          ? atom({ kind: "some-property", names: step.names, literal: within })
          : no;
      }
      return type === "array"
        ? atom({ kind: "some-item", from: step.from, to: step.to, literal: within })
        : no;
    });
  }
  return literal;
}

function nameId(names: NameSet): string {
  return names.kind === "rest"
    ? JSON.stringify([[...names.names], names.patterns])
    : JSON.stringify(names);
}
