import { canonicalJson } from "../../json/canonical-json.ts";
import { isJsonArray, type JsonArray, type JsonValue } from "../../json/json-value.ts";
import type { Atom, Literal } from "../formula/formula.ts";
import { negateAtom } from "../formula/negate.ts";
import { empty, found, unknown, type Answer } from "./answer.ts";
import type { Context } from "./context.ts";
import * as finite from "./finite.ts";
import { arrange } from "./arrange-items.ts";
import { literalsAt, tailOf, type ArraySet, type ItemRule } from "./array-set.ts";

export { meet } from "./array-set.ts";

/** Whether every array of the set satisfies the atom, where one item is enough to tell. */
export function isWithin(set: ArraySet, atom: Atom, context: Context): boolean {
  const opposite = negateAtom(atom);
  switch (opposite.kind) {
    case "size":
      return opposite.side === "min" ? opposite.value > set.max : opposite.value < set.min;
    case "unique":
      return opposite.negated ? set.unique || set.max < 2 : set.repeated;
    case "some-item": {
      if (opposite.from >= set.max) return true;
      const last = Math.min(opposite.to, set.max, Math.max(tailOf(set), opposite.from) + 1);
      for (let index = opposite.from; index < last; index += 1) {
        const literals = [...literalsAt(set, index), opposite.literal];
        if (context.solve(literals).kind !== "empty") return false;
      }
      return true;
    }
    default:
      return false;
  }
}

export function has(set: ArraySet, value: JsonArray, context: Context): boolean | undefined {
  if (!finite.has(canonicalJson(value), set.values)) return false;
  if (value.length < set.min || value.length > set.max) return false;
  const distinct = new Set(value.map(canonicalJson)).size === value.length;
  if ((set.unique && !distinct) || (set.repeated && distinct)) return false;
  let doubtful = false;
  const holds = (item: JsonValue, literal: Literal): boolean | undefined => {
    const answer = context.holds(item, literal);
    doubtful ||= answer === undefined;
    return answer;
  };
  const within = ({ from, to }: ItemRule): JsonArray => value.slice(from, to);
  const fine =
    set.every.every((rule) => within(rule).every((item) => holds(item, rule.literal) !== false)) &&
    set.some.every((rule) => within(rule).some((item) => holds(item, rule.literal) !== false)) &&
    set.least.every(
      (rule) => count(value, (item) => holds(item, rule.literal) !== false) >= rule.value,
    ) &&
    set.most.every(
      (rule) => count(value, (item) => holds(item, rule.literal) === true) <= rule.value,
    );
  if (!fine) return false;
  return doubtful ? undefined : true;
}

const count = (value: JsonArray, test: (item: JsonValue) => boolean): number =>
  value.filter(test).length;

const longest = 100_000;
const longestArranged = 1000;

export function sample(set: ArraySet, context: Context): Answer {
  if (set.values.among !== undefined) return fromList(set, context);
  if (set.min > set.max || (set.unique && set.repeated)) return empty;
  if (set.most.some(({ value }) => value < 0)) return empty;
  // Beyond the tail all items have the same rules: a longer array than this can lose one.
  const needed = set.some.length + set.least.reduce((sum, { value }) => sum + value, 0);
  const least = Math.max(set.min, set.repeated ? 2 : 0);
  const last = Math.min(set.max, Math.max(least, tailOf(set) + needed + (set.repeated ? 2 : 0)));
  const plain = needed === 0 && set.most.length === 0 && !set.unique && !set.repeated;
  if (last > (plain ? longest : longestArranged)) return unknown(stopper(set));
  let doubt: Answer | undefined;
  for (let length = least; length <= last; length += 1) {
    context.spend("minItems");
    const answer = arrange(set, length, context);
    if (answer.kind === "found") {
      if (finite.has(canonicalJson(answer.value), set.values)) return answer;
      doubt = unknown("enum");
    }
    if (answer.kind === "unknown") doubt = answer;
  }
  return doubt ?? empty;
}

function fromList(set: ArraySet, context: Context): Answer {
  let doubtful = false;
  for (const value of finite.listed(set.values)) {
    if (!isJsonArray(value)) continue;
    const within = has(set, value, context);
    if (within === true) return found(value);
    doubtful ||= within === undefined;
  }
  return doubtful ? unknown("enum") : empty;
}

function stopper(set: ArraySet): string {
  if (set.unique || set.repeated) return "uniqueItems";
  return set.least.length + set.most.length > 0 ? "contains" : "minItems";
}
