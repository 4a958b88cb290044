import { isJsonArray, isJsonObject, type JsonValue } from "../../json/json-value.ts";
import type { Atom, TypeName } from "../formula/formula.ts";
import type { Answer } from "./answer.ts";
import * as array from "./array.ts";
import type { Context } from "./context.ts";
import * as finite from "./finite.ts";
import * as number from "./number.ts";
import * as object from "./object.ts";
import * as string from "./string.ts";

/** The values of one type that satisfy some atoms. */
export interface Values {
  /** Whether all of them satisfy one more atom; `false` where that is not proved at once. */
  isWithin(atom: Atom): boolean;
  /** Whether there are none, where that is seen without looking for one of them. */
  isNone(): boolean;
  /** The first of them that is found, or the proof that there is none. */
  sample(): Answer;
  /** Whether a value of the type is one of them. */
  has(value: JsonValue): boolean | undefined;
}

/** The values of `type` that satisfy all atoms. */
export function meet(type: TypeName, atoms: readonly Atom[], context: Context): Values {
  switch (type) {
    case "null":
      return listedValues([null], atoms);
    case "boolean":
      return listedValues([true, false], atoms);
    case "number": {
      const set = number.meet(atoms);
      return {
        isWithin: (atom) => number.isWithin(set, atom),
        isNone: () => number.sample(set).kind === "empty",
        sample: () => number.sample(set),
        has: (value) => typeof value === "number" && number.has(value, set),
      };
    }
    case "string": {
      const set = string.meet(atoms);
      return {
        isWithin: (atom) => string.isWithin(set, atom),
        isNone: () => string.sample(set).kind === "empty",
        sample: () => string.sample(set),
        has: (value) => (typeof value === "string" ? string.has(value, set) : false),
      };
    }
    case "array": {
      const set = array.meet(atoms);
      return {
        isWithin: (atom) => array.isWithin(set, atom, context),
        isNone: () => set.min > set.max || (set.unique && set.repeated),
        sample: () => array.sample(set, context),
        has: (value) => (isJsonArray(value) ? array.has(set, value, context) : false),
      };
    }
    case "object": {
      const set = object.meet(atoms);
      return {
        isWithin: (atom) => object.isWithin(set, atom, context),
        isNone: () => object.isNone(set, context),
        sample: () => object.sample(set, context),
        has: (value) => (isJsonObject(value) ? object.has(set, value, context) : false),
      };
    }
  }
}

function listedValues(all: readonly JsonValue[], atoms: readonly Atom[]): Values {
  const set = finite.meet(atoms);
  return {
    isWithin: (atom) => finite.isWithin(set, atom, all),
    isNone: () => finite.sample(set, all).kind === "empty",
    sample: () => finite.sample(set, all),
    has: (value) => finite.has(JSON.stringify(value), set),
  };
}
