import { own } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { RuleContext } from "./rule.ts";

const pairs: readonly (readonly [low: string, high: string])[] = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minContains", "maxContains"],
];

/** A lower bound above its upper bound: no value is ever valid. */
export function checkBounds({ survey, report }: RuleContext): void {
  for (const { value, pointer } of survey.of("Schema")) {
    for (const [low, high] of pairs) {
      const lowest = own(value, low);
      const highest = own(value, high);
      if (typeof lowest !== "number" || typeof highest !== "number" || lowest <= highest) continue;
      report({
        code: "contradictory-bounds",
        pointer: childPointer(pointer, low),
        message: `${low} is above ${high}: no value can be valid`,
        expected: `${highest} or less`,
        received: String(lowest),
        related: { message: high, pointer: childPointer(pointer, high) },
      });
    }
  }
}
