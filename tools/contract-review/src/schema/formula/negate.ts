import { and, atom, literal, no, or, yes, type Atom, type Formula } from "./formula.ts";

/** The formula that holds exactly where `formula` does not, for a value of the same type. */
export function negate(formula: Formula): Formula {
  switch (formula.kind) {
    case "true":
      return no;
    case "false":
      return yes;
    case "atom":
      return atom(negateAtom(formula.atom));
    case "literal":
      return literal(-formula.literal);
    case "and":
      return or(formula.parts.map(negate), "not");
    case "or":
      return and(formula.parts.map(negate));
  }
}

export function negateAtom(given: Atom): Atom {
  switch (given.kind) {
    case "values":
    case "multiple":
    case "pattern":
    case "format":
    case "unique":
      return { ...given, negated: !given.negated };
    case "bound":
      return { ...given, side: opposite(given.side), exclusive: !given.exclusive };
    case "size":
    case "contains":
      return given.side === "min"
        ? { ...given, side: "max", value: given.value - 1 }
        : { ...given, side: "min", value: given.value + 1 };
    case "every-item":
      return { ...given, kind: "some-item", literal: -given.literal };
    case "some-item":
      return { ...given, kind: "every-item", literal: -given.literal };
    case "every-property":
      return { ...given, kind: "some-property", literal: -given.literal };
    case "some-property":
      return { ...given, kind: "every-property", literal: -given.literal };
    case "unknown":
      return given;
  }
}

const opposite = (side: "min" | "max"): "min" | "max" => (side === "min" ? "max" : "min");
