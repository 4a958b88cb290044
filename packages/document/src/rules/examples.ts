import { judgeExample } from "../examples/judge-example.ts";
import type { Mismatch } from "../examples/judge-example.ts";
import { listExamples } from "../examples/list-examples.ts";
import type { ExampleEntry } from "../examples/list-examples.ts";
import type { Direction, LoweredSchemas } from "../examples/lower-schema.ts";
import { createLoweredSchemas } from "../examples/lower-schema.ts";
import { runWithin } from "../examples/watchdog.ts";
import type { RuleContext } from "./rule.ts";

/** Mismatches told of one example. */
const most = 10;

/** Examples are valid (3.1 §4.8.12, §4.8.14, §4.8.24), and so are default values. */
export function checkExamples(context: RuleContext): void {
  const entries = listExamples(context);
  if (entries.length === 0) return;
  const lowered = new Map<Direction, LoweredSchemas>();
  const errors = context.diagnostics
    .filter(({ severity, pointer }) => severity === "error" && pointer !== undefined)
    .map(({ pointer = "" }) => pointer);
  const schemasFor = (direction: Direction): LoweredSchemas => {
    const known = lowered.get(direction);
    if (known !== undefined) return known;
    const made = createLoweredSchemas({
      root: context.root,
      version: context.version,
      direction,
      references: context.survey.references,
      isUnsound: (pointer) =>
        errors.some((error) => error === pointer || error.startsWith(`${pointer}/`)),
    });
    lowered.set(direction, made);
    return made;
  };

  let next = 0;
  const judgeRest = (): void => {
    while (next < entries.length) {
      const entry = entries[next];
      if (entry !== undefined) checkEntry(context, entry, schemasFor(entry.direction));
      next += 1;
    }
  };
  if (runWithin(context.settings.exampleTimeoutMs, judgeRest) === "timeout") {
    const entry = entries[next];
    context.report({
      code: "example-unchecked",
      pointer: entry?.pointer ?? "",
      message: "Checking this example took too long; those after it were not checked",
      expected: `all examples within ${context.settings.exampleTimeoutMs} ms`,
      hint: "Look for a pattern with nested repetition, such as (a+)+",
    });
  }
}

function checkEntry(context: RuleContext, entry: ExampleEntry, schemas: LoweredSchemas): void {
  const schema = schemas.schema(entry.schema);
  if (schema === undefined) return;
  let found: readonly Mismatch[] | undefined;
  try {
    for (const reading of entry.readings) {
      const mismatches = judgeExample(reading, schema, schemas.definitions);
      if (mismatches.length === 0) return;
      found ??= mismatches;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.report({
      code: "example-unchecked",
      pointer: entry.pointer,
      message: "The schema recurses too deep to check this example",
      expected: "a schema that comes to an end",
    });
    return;
  }
  for (const { pointer, at, message, expected, received } of (found ?? []).slice(0, most)) {
    context.report({
      code: entry.isDefault ? "default-mismatch" : "example-mismatch",
      pointer: entry.pointer + pointer,
      at,
      message: `The ${entry.isDefault ? "default" : "example"} violates its schema: ${message}`,
      expected,
      received,
      related: { message: "the schema", pointer: entry.schema, at: "key" },
    });
  }
}
