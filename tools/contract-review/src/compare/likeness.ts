import { type JsonObject, isJsonObject } from "../json/json-value.ts";
import { child, valueAt } from "../json/pointer.ts";
import type { Side } from "../message/side.ts";
import { type Likeness, type References, compareValues, lesser } from "./compare-values.ts";

/** How two places of the documents, with all that they lead to by references, differ as texts. */
export type CompareTexts = (basePointer: string, headPointer: string) => Likeness;

/**
 * Reads `components` of both documents once. What did not change costs one comparison of its text,
 * so a review is linear in the size of the documents, and what remains is the size of the edit.
 */
export function createCompareTexts(base: Side, head: Side): CompareTexts {
  // One text may read differently in two dialects.
  if (base.dialect !== head.dialect) return () => "different";
  const components = compareComponents(base.document.value, head.document.value);
  const known = new Map<string, Likeness>();
  return (basePointer, headPointer) => {
    const key = `${basePointer}\n${headPointer}`;
    const answer = known.get(key) ?? compare(basePointer, headPointer);
    known.set(key, answer);
    return answer;
  };

  function compare(basePointer: string, headPointer: string): Likeness {
    const left = valueAt(base.document.value, basePointer);
    const right = valueAt(head.document.value, headPointer);
    const references: References = new Map();
    let answer = compareValues(left, right, "object", references);
    for (const [reference, origin] of references) {
      answer = lesser(answer, through(origin, components.get(reference) ?? "different"));
    }
    return answer;
  }
}

/** Words that lead to other words leave the messages what they were. */
function through(origin: "said" | "word", likeness: Likeness): Likeness {
  return origin === "word" && likeness === "different" ? "alike" : likeness;
}

interface Referrer {
  readonly pointer: string;
  readonly origin: "said" | "word";
}

/** For every component: how it, and what it refers to, differs between the documents. */
function compareComponents(base: JsonObject, head: JsonObject): ReadonlyMap<string, Likeness> {
  const answers = new Map<string, Likeness>();
  const referrers = new Map<string, Referrer[]>();
  const pending: string[] = [];
  const components = isJsonObject(base["components"]) ? base["components"] : {};
  for (const [section, entries] of Object.entries(components)) {
    if (!isJsonObject(entries)) continue;
    for (const [name, value] of Object.entries(entries)) {
      const pointer = child("/components", section, name);
      const references: References = new Map();
      const answer = compareValues(value, valueAt(head, pointer), "object", references);
      answers.set(pointer, answer);
      if (answer !== "equal") pending.push(pointer);
      for (const [reference, origin] of references) {
        const known = referrers.get(reference);
        if (known === undefined) referrers.set(reference, [{ pointer, origin }]);
        else known.push({ pointer, origin });
      }
    }
  }
  // What is referred to and is no component is not known to be equal.
  for (const reference of referrers.keys()) if (!answers.has(reference)) pending.push(reference);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const answer = answers.get(next) ?? "different";
    for (const { pointer, origin } of referrers.get(next) ?? []) {
      const before = answers.get(pointer) ?? "different";
      const after = lesser(before, through(origin, answer));
      if (after === before) continue;
      answers.set(pointer, after);
      pending.push(pointer);
    }
  }
  return answers;
}
