import { isJsonObject, own } from "../json.ts";
import type { RuleContext } from "./rule.ts";

/** A Responses Object holds at least one response (3.1 §4.8.16). */
export function checkResponses({ survey, report }: RuleContext): void {
  for (const { value, pointer } of survey.of("Operation")) {
    const responses = own(value, "responses");
    if (!isJsonObject(responses)) continue;
    if (Object.keys(responses).some((key) => !key.startsWith("x-"))) continue;
    report({
      code: "missing-field",
      pointer: `${pointer}/responses`,
      message: "The operation has no response",
      expected: "at least one status code, range or default",
      received: "none",
      hint: "Name at least the answer of a success",
    });
  }
}
