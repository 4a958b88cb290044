import { quote } from "../describe-value.ts";
import type { JsonObject } from "../json.ts";
import { childPointer } from "../json-pointer.ts";
import type { OpenApiVersion } from "../openapi-document.ts";
import type { Report } from "../report.ts";

/** What stands beside the `$ref` of a Reference Object is ignored (3.0 §4.7.23, 3.1 §4.8.23). */
export function reportSiblings(
  value: JsonObject,
  pointer: string,
  version: OpenApiVersion,
  report: Report,
): void {
  const allowed = version === "3.0" ? ["$ref"] : ["$ref", "summary", "description"];
  const sibling = Object.keys(value).find((key) => !allowed.includes(key) && !key.startsWith("x-"));
  if (sibling === undefined) return;
  report({
    code: "reference-siblings",
    pointer: childPointer(pointer, sibling),
    at: "key",
    message: `${quote(sibling)} beside $ref is ignored`,
    expected: `nothing beside ${allowed.join(", ")}`,
    received: quote(sibling),
    hint:
      version === "3.0"
        ? "For a schema, put the reference into allOf; else change what it leads to"
        : "Change what the reference leads to, or copy it here",
  });
}
