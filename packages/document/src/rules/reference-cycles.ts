import { isJsonArray, own } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { RuleContext } from "./rule.ts";

/**
 * A value that is only another name for itself. Steps are `$ref` and `allOf`: both apply at the
 * same place of an instance, so that such a schema says nothing and a reader that follows it never
 * comes back. Recursion through properties or items is sound.
 */
export function checkReferenceCycles({ survey, report }: RuleContext): void {
  const { references } = survey;
  const steps = (pointer: string): readonly string[] => {
    const target = references.get(pointer);
    const all = own(survey.at("Schema", pointer), "allOf");
    const parts = isJsonArray(all)
      ? [...all.keys()].map((index) => childPointer(`${pointer}/allOf`, index))
      : [];
    return target === undefined ? parts : [target, ...parts];
  };

  const state = new Map<string, "open" | "done">();
  for (const start of references.keys()) {
    // Depth first, with a stack of our own: a chain of references may be long.
    if (state.has(start)) continue;
    const stack = [{ pointer: start, rest: [...steps(start)] }];
    state.set(start, "open");
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.rest.shift();
      if (next === undefined) {
        state.set(top.pointer, "done");
        stack.pop();
      } else if (state.get(next) === "open") {
        report({
          code: "reference-cycle",
          pointer: `${stack.findLast(({ pointer }) => references.has(pointer))?.pointer ?? start}/$ref`,
          message: "The references lead in a circle and never to a value",
          expected: "something else than references at one place of the circle",
          received: "references only",
          related: { message: "the circle closes here", pointer: next, at: "key" },
        });
      } else if (!state.has(next)) {
        state.set(next, "open");
        stack.push({ pointer: next, rest: [...steps(next)] });
      }
    }
  }
}
