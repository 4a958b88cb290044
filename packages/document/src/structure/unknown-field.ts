import { quote } from "../describe-value.ts";
import { didYouMean } from "../nearest.ts";
import type { OpenApiVersion } from "../openapi-document.ts";
import type { Report } from "../report.ts";
import { objectTitle } from "./name-of-place.ts";
import { openApiObjects } from "./openapi-objects.ts";
import type { ObjectName } from "./shape.ts";

/** Says why a name has no meaning in an object of this version. */
export function reportUnknownField(
  name: ObjectName,
  key: string,
  pointer: string,
  version: OpenApiVersion,
  report: Report,
): void {
  const { fields, patterned } = openApiObjects[name];
  const place = { pointer, at: "key", received: quote(key) } as const;
  const versions = fields.get(key)?.versions;
  if (versions !== undefined) {
    if (key === "nullable") {
      report({
        ...place,
        code: "nullable-in-3-1",
        message: `OpenAPI ${version} has no "nullable", and it would be ignored`,
        expected: 'type: [<type>, "null"]',
      });
      return;
    }
    report({
      ...place,
      code: "keyword-of-other-version",
      message: `${quote(key)} belongs to OpenAPI ${versions.join(" and ")}, not ${version}`,
      expected: `a field of OpenAPI ${version}`,
      hint: `Raise openapi to ${versions[0] ?? ""}, or say it in the words of ${version}`,
    });
    return;
  }
  const known = [...fields].filter(([, field]) => field.versions?.includes(version) ?? true);
  const names = known.map(([field]) => field);
  if (name === "Schema" && version !== "3.0") {
    const hint = didYouMean(key, names);
    // JSON Schema 2020-12 lets authors add keywords, so only what looks mistyped is told.
    if (hint === undefined) return;
    report({
      ...place,
      code: "unknown-keyword",
      message: `${quote(key)} is no keyword of JSON Schema and has no effect`,
      expected: "a keyword of a Schema Object, or a name that begins with x-",
      hint,
    });
    return;
  }
  if (patterned !== undefined) {
    report({
      ...place,
      code: "invalid-name",
      message: `${quote(key)} is not ${patterned.expected}`,
      expected: patterned.expected,
      hint: nameHint(name, key),
    });
    return;
  }
  const title = objectTitle(name);
  report({
    ...place,
    code: "unknown-field",
    message: `${title.charAt(0).toUpperCase()}${title.slice(1)} has no field ${quote(key)}`,
    expected: `one of ${names.join(", ")}, or a name that begins with x-`,
    hint: didYouMean(key, names, "Has it slipped a level? A field of your own begins with x-"),
  });
}

function nameHint(name: ObjectName, key: string): string | undefined {
  if (name === "Paths") return `Write ${quote(`/${key}`)}`;
  if (name === "Responses" && /^[1-5]xx$/.test(key)) return `Write ${quote(key.toUpperCase())}`;
  return undefined;
}
