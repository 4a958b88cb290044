import type { Change } from "../compare/change.ts";

/** Keywords that no generated type shows: a number stays a number, whatever its bounds. */
const UNTYPED: ReadonlySet<string> = new Set([
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "style",
]);

/** Parts of a message that a generated client does not type. */
const UNTYPED_PARTS: ReadonlySet<string> = new Set(["security", "server"]);

/** Whether a change can show in the types of a generated client, so that a compiler is worth asking. */
export function concernsTypes({ kind, direction, part, keyword }: Change): boolean {
  if (kind === "documentation" || kind === "operation-added" || kind === "default-changed") {
    return false;
  }
  if (kind === "deprecated" || kind === "deprecation-withdrawn" || kind === "sunset-too-soon") {
    return false;
  }
  if (direction === "response" && part === "header") return false;
  return !UNTYPED.has(keyword) && !UNTYPED_PARTS.has(part);
}
