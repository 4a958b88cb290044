import { describeValue } from "../describe-value.ts";
import { own, ownString } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { RuleContext } from "./rule.ts";

/**
 * Ways of JSON Schema 2020-12 to refer that depend on more than the place of the reference. They
 * are refused instead of read wrongly.
 */
export function checkDynamicReferences({ survey, version, report }: RuleContext): void {
  if (version === "3.0") return;
  let below: ReadonlyMap<string, string> | undefined;
  for (const { value, pointer } of survey.of("Schema")) {
    if (own(value, "$dynamicRef") !== undefined) {
      report({
        code: "reference-unsupported",
        pointer: childPointer(pointer, "$dynamicRef"),
        message: "$dynamicRef is not supported",
        expected: "$ref",
        received: describeValue(own(value, "$dynamicRef") ?? null),
        hint: "Refer to the schema that is meant here by $ref",
      });
    }
    const id = ownString(value, "$id");
    if (id === undefined) continue;
    below ??= referencesBelow(survey.references.keys());
    const inside = below.get(pointer);
    if (inside === undefined) continue;
    report({
      code: "reference-unsupported",
      pointer: childPointer(pointer, "$id"),
      message: "References in a schema with $id of its own are not supported",
      expected: "a schema without $id, or without references in it",
      received: describeValue(id),
      hint: "Remove $id: references then count from the document, as everywhere else",
      related: { message: "a reference in it", pointer: `${inside}/$ref` },
    });
  }
}

/** For each place the first reference at or below it. */
function referencesBelow(holders: Iterable<string>): ReadonlyMap<string, string> {
  const below = new Map<string, string>();
  for (const holder of holders) {
    let place = holder;
    while (place !== "" && !below.has(place)) {
      below.set(place, holder);
      place = place.slice(0, place.lastIndexOf("/"));
    }
  }
  return below;
}
