import { describeValue } from "./describe-value.ts";
import type { JsonObject, JsonValue } from "./json.ts";
import { isJsonObject, own } from "./json.ts";
import type { OpenApiVersion } from "./openapi-document.ts";
import type { Report } from "./report.ts";

const versions: ReadonlyMap<string, OpenApiVersion> = new Map([
  ["3.0", "3.0"],
  ["3.1", "3.1"],
  ["3.2", "3.2"],
]);

/** The root and the version it is written in; nothing else can be judged without them. */
export function checkVersion(
  value: JsonValue,
  report: Report,
): { readonly root: JsonObject; readonly version: OpenApiVersion } | undefined {
  if (!isJsonObject(value)) {
    report({
      code: "wrong-type",
      pointer: "",
      message: `The document is ${describeValue(value)}, not an object`,
      expected: "an object with openapi, info and paths",
      received: describeValue(value),
    });
    return undefined;
  }
  const written = own(value, "openapi");
  if (written === undefined) {
    reportMissing(value, report);
    return undefined;
  }
  const version =
    typeof written === "string" && /^\d+\.\d+\.\d+(?:-.*)?$/.test(written)
      ? versions.get(written.split(".", 2).join("."))
      : undefined;
  if (version !== undefined) return { root: value, version };
  report({
    code: "version-unsupported",
    pointer: "/openapi",
    message: "This is no version of OpenAPI that can be read",
    expected: "3.0.x, 3.1.x or 3.2.x, in quotes where YAML would take it for a number",
    received: describeValue(written),
  });
  return undefined;
}

function reportMissing(value: JsonObject, report: Report): void {
  if (Object.hasOwn(value, "swagger")) {
    report({
      code: "openapi-2",
      pointer: "/swagger",
      at: "key",
      message: "This is OpenAPI 2 (Swagger), which is not read",
      expected: "openapi: 3.0.x, 3.1.x or 3.2.x",
      received: `swagger: ${describeValue(own(value, "swagger") ?? null)}`,
    });
    return;
  }
  report({
    code: "version-missing",
    pointer: "",
    message: '"openapi" is missing',
    expected: "openapi: 3.0.x, 3.1.x or 3.2.x",
    received: 'no "openapi"',
    hint: Object.hasOwn(value, "asyncapi") ? "This looks like AsyncAPI" : undefined,
  });
}
