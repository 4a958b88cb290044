import { quote } from "../describe-value.ts";
import type { JsonObject } from "../json.ts";
import type { OpenApiVersion } from "../openapi-document.ts";
import type { Report } from "../report.ts";
import { objectTitle } from "./name-of-place.ts";
import { openApiObjects } from "./openapi-objects.ts";
import type { ObjectName } from "./shape.ts";

/** Says which fields an object lacks that its kind must have in a version. */
export function missingFieldsIn(
  version: OpenApiVersion,
  report: Report,
): (name: ObjectName, value: JsonObject, pointer: string) => void {
  const required = new Map<ObjectName, readonly string[]>();
  const requiredOf = (name: ObjectName): readonly string[] => {
    const known = required.get(name);
    if (known !== undefined) return known;
    const found = [...openApiObjects[name].fields].filter(
      ([, field]) => field.required === true || field.requiredIn?.includes(version) === true,
    );
    const keys = found.map(([key]) => key);
    required.set(name, keys);
    return keys;
  };
  return (name, value, pointer) => {
    for (const key of requiredOf(name)) {
      if (Object.hasOwn(value, key)) continue;
      report({
        code: "missing-field",
        pointer,
        at: "key",
        message: `${quote(key)} is missing`,
        expected: `${quote(key)} in ${objectTitle(name)}`,
        received: `no ${quote(key)}`,
        hint: key === "description" ? 'An empty text will do: description: ""' : undefined,
      });
    }
  };
}
