import { complete } from "../description/complete.ts";
import type { Description } from "../description/description.ts";
import { isDeviation } from "../description/deviations.ts";
import type { Route } from "../description/routes.ts";
import type { JsonValue } from "../json.ts";
import { valueAt } from "../json.ts";
import type { Violation } from "../violation.ts";
import type { Answer } from "./answer.ts";

export interface CheckedAnswer {
  readonly answer: Answer;
  readonly violations: readonly Violation[];
}

/**
 * Completes and checks what the server is about to answer. Errors that the description does not
 * list for the operation have the shape that it has for most: every operation answers some.
 */
export function checkAnswer(description: Description, route: Route, answer: Answer): CheckedAnswer {
  const { status, body } = answer;
  const { operation, pointer } = route;
  const declared = description.follow(`${pointer}/responses/${String(status)}`);
  if (declared === undefined && status < 400) {
    const responses = valueAt(description.document, `${pointer}/responses`);
    const expected = `one of the declared statuses (${Object.keys(responses ?? {}).join(", ")})`;
    const where = "status";
    return {
      answer,
      violations: [{ operation, side: "answer", where, expected, received: String(status) }],
    };
  }
  const schema =
    declared === undefined
      ? `/components/schemas/${status === 422 ? "validation-error" : "basic-error"}`
      : description.follow(`${declared.pointer}/content/application~1json/schema`)?.pointer;
  if (answer.text !== undefined) return { answer, violations: [] };
  if (schema === undefined || body === undefined) {
    return { answer, violations: bodyMismatch(route, schema, body, status) };
  }
  const whole = status < 400 ? complete(description, schema, body) : body;
  const violations = description
    .judge(schema, whole)
    .map(({ pointer: at, expected, received }): Violation => {
      return {
        operation,
        side: "answer",
        where: `${String(status)} body ${at}`,
        expected,
        received,
      };
    })
    .filter((violation) => !isDeviation(violation));
  return { answer: { ...answer, body: whole }, violations };
}

function bodyMismatch(
  { operation }: Route,
  schema: string | undefined,
  body: JsonValue | undefined,
  status: number,
): readonly Violation[] {
  if ((schema === undefined) === (body === undefined) || status >= 400) return [];
  const [expected, received] = schema === undefined ? ["no body", "a body"] : ["a body", "no body"];
  return [{ operation, side: "answer", where: `${String(status)} body`, expected, received }];
}
