import {
  and,
  atom,
  literal,
  no,
  type Formula,
  type Literal,
  type NameSet,
} from "../formula/formula.ts";
import { negate } from "../formula/negate.ts";
import type { Answer } from "./answer.ts";
import { unknown } from "./answer.ts";
import type { Context } from "./context.ts";

/** Tells names apart: those of a pattern or a schema from all others. */
type Distinction = { readonly id: string; readonly formula: Formula };

const maxDistinctions = 6;

/**
 * Names that no rule mentions: one for each way in which the patterns and name schemas of `sets`
 * can tell names apart, so that together they stand for all names that there are.
 */
export function* freshNames(
  sets: readonly NameSet[],
  known: ReadonlySet<string>,
  context: Context,
): Generator<Answer<string>, void, void> {
  const distinctions = distinguish(sets);
  if (distinctions.length > maxDistinctions) {
    yield unknown("patternProperties");
    return;
  }
  const values = new Map([...known].map((name) => [JSON.stringify(name), name] as const));
  const unused = atom({ kind: "values", values, negated: true });
  for (let choice = 0; choice < 2 ** distinctions.length; choice += 1) {
    const signs = distinctions.map((_, index) => (choice & (1 << index)) !== 0);
    const formula = and([
      unused,
      ...distinctions.map(({ formula: own }, index) => (signs[index] === true ? own : negate(own))),
    ]);
    const id = JSON.stringify([
      "name",
      distinctions.map((distinction, index) => [distinction.id, signs[index] ?? false]),
      [...known],
    ]);
    const name = context.literals.make(id, (type) => (type === "string" ? formula : no));
    const answer = context.solve([name]);
    if (answer.kind !== "found") yield answer;
    else if (typeof answer.value === "string") yield { kind: "found", value: answer.value };
  }
}

function distinguish(sets: readonly NameSet[]): readonly Distinction[] {
  const found = new Map<string, Distinction>();
  const pattern = (source: string): void => {
    const formula = atom({ kind: "pattern", source, negated: false });
    found.set(`pattern ${source}`, { id: `pattern ${source}`, formula });
  };
  const schema = (given: Literal): void => {
    const id = `schema ${Math.abs(given)}`;
    found.set(id, { id, formula: literal(Math.abs(given)) });
  };
  for (const set of sets) {
    if (set.kind === "pattern") pattern(set.source);
    if (set.kind === "rest") set.patterns.forEach(pattern);
    if (set.kind === "schema") schema(set.literal);
  }
  return [...found.values()];
}
