import { quote } from "../describe-value.ts";
import { childPointer } from "../json-pointer.ts";
import type { ObjectName } from "../structure/shape.ts";
import type { RuleContext } from "./rule.ts";

interface Row {
  readonly of: ObjectName;
  readonly fields: readonly [string, string];
}

/** Fields that say how a schema is written, which a media type says by itself. */
const serialization = ["style", "explode", "allowReserved", "example", "examples"];

const rows: readonly Row[] = [
  ...(["Parameter", "Header"] as const).flatMap((of) =>
    serialization.map((field): Row => ({ of, fields: ["content", field] })),
  ),
  { of: "License", fields: ["identifier", "url"] },
  { of: "Parameter", fields: ["example", "examples"] },
  { of: "Parameter", fields: ["schema", "content"] },
  { of: "Header", fields: ["example", "examples"] },
  { of: "Header", fields: ["schema", "content"] },
  { of: "Media Type", fields: ["example", "examples"] },
  { of: "Example", fields: ["value", "externalValue"] },
  { of: "Example", fields: ["value", "dataValue"] },
  { of: "Example", fields: ["value", "serializedValue"] },
  { of: "Example", fields: ["serializedValue", "externalValue"] },
  { of: "Link", fields: ["operationRef", "operationId"] },
];

/** Fields of which an object has at most one (3.1 §4.8.4, §4.8.12, §4.8.14, §4.8.19, §4.8.20). */
export function checkExclusiveFields({ survey, report }: RuleContext): void {
  for (const { of, fields } of rows) {
    const [first, second] = fields;
    for (const { value, pointer } of survey.of(of)) {
      if (!Object.hasOwn(value, first) || !Object.hasOwn(value, second)) continue;
      report({
        code: "mutually-exclusive",
        pointer: childPointer(pointer, second),
        at: "key",
        message: `${quote(first)} and ${quote(second)} exclude each other`,
        expected: "one of the two",
        received: "both",
        hint: "Remove one",
        related: { message: "the other one", pointer: childPointer(pointer, first), at: "key" },
      });
    }
  }
}
