import type { ParameterSchema } from "@flex-channels/contract";

type Bound = number | undefined;

/** What a value has to keep, in words, for a help text. */
export function constraintsOf(schema: ParameterSchema): readonly string[] {
  const { minLength, maxLength, minimum, maximum, pattern, format } = schema;
  return [
    schema.enum && `one of ${schema.enum.map((value) => JSON.stringify(value)).join(", ")}`,
    schema.const === undefined ? undefined : `always ${JSON.stringify(schema.const)}`,
    range(minLength, maxLength, " characters"),
    range(minimum, maximum, ""),
    pattern && `matching ${pattern}`,
    format,
    schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`,
  ].filter((each): each is string => each !== undefined && each !== "");
}

function range(least: Bound, most: Bound, unit: string): string | undefined {
  if (least === undefined && most === undefined) return undefined;
  if (least === most) return `${least}${unit}`;
  if (most === undefined) return `at least ${least}${unit}`;
  return least === undefined ? `at most ${most}${unit}` : `${least} to ${most}${unit}`;
}
