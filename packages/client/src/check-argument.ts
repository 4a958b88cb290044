import type { Operation, Parameter } from "@flex-channels/contract";
import { describeValue } from "./describe-value.ts";
import type { Issue } from "./issue.ts";

/** Judges one argument by the document; empty means valid. */
export function checkArgument(
  _operation: Operation,
  { name, schema }: Parameter,
  value: unknown,
): readonly Issue[] {
  const { type, pattern, minLength = 0, maxLength = Infinity } = schema;
  const valid =
    (type === undefined || [type].flat().includes(typeof value)) &&
    (typeof value !== "string" ||
      ((pattern === undefined || new RegExp(pattern, "u").test(value)) &&
        value.length >= minLength &&
        value.length <= maxLength));
  if (valid) return [];
  const expected = pattern === undefined ? String(type) : `${String(type)} of form ${pattern}`;
  return [{ path: [name], keyword: "pattern", expected, received: describeValue(value) }];
}
