import { quote } from "../describe-value.ts";
import { ownString } from "../json.ts";
import type { RuleContext } from "./rule.ts";

/** `operationId` is unique among all operations, webhooks and callbacks included (3.1 §4.8.10). */
export function checkOperationIds({ survey, report }: RuleContext): void {
  const first = new Map<string, string>();
  for (const { value, pointer } of survey.of("Operation")) {
    const id = ownString(value, "operationId");
    if (id === undefined) continue;
    const place = `${pointer}/operationId`;
    const known = first.get(id);
    if (known === undefined) {
      first.set(id, place);
      continue;
    }
    report({
      code: "operation-id-duplicate",
      pointer: place,
      message: `The operationId ${quote(id)} is taken`,
      expected: "another operationId than every other operation's",
      received: quote(id),
      related: { message: "first here", pointer: known },
    });
  }
}
