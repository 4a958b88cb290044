import { canonicalJson } from "../../json/canonical-json.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../json/json-value.ts";
import { nothing, type Atom, type Literal } from "../formula/formula.ts";
import { negateAtom } from "../formula/negate.ts";
import { empty, found, unknown, type Answer } from "./answer.ts";
import { Assembly } from "./assemble-object.ts";
import type { Context } from "./context.ts";
import * as finite from "./finite.ts";
import { hasName } from "./name-set.ts";
import { literalsAt, type ObjectSet } from "./object-set.ts";

export { meet } from "./object-set.ts";

/** Whether every object of the set satisfies the atom, where one property is enough to tell. */
export function isWithin(set: ObjectSet, atom: Atom, context: Context): boolean {
  const opposite = negateAtom(atom);
  if (opposite.kind === "size") {
    return opposite.side === "min" ? opposite.value > set.max : opposite.value < set.required.size;
  }
  if (opposite.kind === "every-property" || opposite.kind === "some-property") {
    const { names, literal } = opposite;
    const refuses = (name: string): boolean => {
      if (literal === nothing) return true;
      const literals = literalsAt(set, name, context);
      return literals !== undefined && context.solve([...literals, literal]).kind === "empty";
    };
    if (opposite.kind === "some-property") return names.kind === "one" && refuses(names.name);
    // A property that may be absent can always satisfy what every property must.
    return [...set.required.keys()].some(
      (name) => hasName(names, name, context) === true && refuses(name),
    );
  }
  return false;
}

/** Whether some property that must be there cannot be there. */
export function isNone(set: ObjectSet, context: Context): boolean {
  if (set.min > set.max || set.required.size > set.max) return true;
  return [...set.required.keys()].some((name) => {
    const literals = literalsAt(set, name, context);
    return literals !== undefined && context.solve(literals).kind === "empty";
  });
}

export function has(set: ObjectSet, value: JsonObject, context: Context): boolean | undefined {
  const names = Object.keys(value);
  if (!finite.has(canonicalJson(value), set.values)) return false;
  if (names.length < set.min || names.length > set.max) return false;
  let doubtful = false;
  const holds = (given: JsonValue | undefined, literal: Literal): boolean => {
    const answer = given === undefined ? true : context.holds(given, literal);
    doubtful ||= answer === undefined;
    return answer !== false;
  };
  for (const name of set.required.keys()) if (!Object.hasOwn(value, name)) return false;
  for (const name of names) {
    const literals = literalsAt(set, name, context);
    if (literals === undefined) doubtful = true;
    else if (!literals.every((literal) => holds(value[name], literal))) return false;
  }
  for (const { names: among, literal } of set.some) {
    const concerned = names.filter((name) => hasName(among, name, context) !== false);
    const isUnsure = concerned.some((name) => hasName(among, name, context) === undefined);
    if (isUnsure) doubtful = true;
    else if (!concerned.some((name) => holds(value[name], literal))) return false;
  }
  return doubtful ? undefined : true;
}

export function sample(set: ObjectSet, context: Context): Answer {
  if (set.min > set.max || set.required.size > set.max) return empty;
  if (set.values.among !== undefined) return fromList(set, context);
  const start = new Map<string, readonly Literal[]>();
  for (const name of set.required.keys()) {
    const literals = literalsAt(set, name, context);
    if (literals === undefined) return unknown("patternProperties");
    start.set(name, literals);
  }
  return new Assembly(set, context).complete(start, 0);
}

function fromList(set: ObjectSet, context: Context): Answer {
  let doubtful = false;
  for (const value of finite.listed(set.values)) {
    if (!isJsonObject(value)) continue;
    const within = has(set, value, context);
    if (within === true) return found(value);
    doubtful ||= within === undefined;
  }
  return doubtful ? unknown("enum") : empty;
}
