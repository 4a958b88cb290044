import type { Operation } from "@flex-channels/contract";
import { parameterValue } from "./parameter-values.ts";
import type { ParameterSource } from "./parameter-values.ts";
import { schemaProblem } from "./schema-problem.ts";

export type ArgumentCheck =
  | { readonly kind: "valid" }
  /** A path that names no resource: Twilio answers a malformed SID like an unknown one. */
  | { readonly kind: "no-such-resource" }
  | { readonly kind: "invalid"; readonly status: 400 | 415; readonly message: string };

/** Checks parameters and body of a request against its operation. The message repeats no value. */
export async function checkArguments(
  operation: Operation,
  request: Request,
  source: ParameterSource,
): Promise<ArgumentCheck> {
  for (const parameter of operation.parameters) {
    const value = parameterValue(parameter, source);
    const where = `${parameter.in} parameter ${parameter.name}`;
    if (value === undefined) {
      if (parameter.required) return invalid(400, `Missing required ${where}`);
      continue;
    }
    const problem = schemaProblem(parameter.schema, value);
    if (problem === undefined) continue;
    if (parameter.in === "path") return { kind: "no-such-resource" };
    return invalid(400, `Invalid ${where}: ${problem}`);
  }
  return checkBody(operation, request);
}

async function checkBody({ requestBody }: Operation, request: Request): Promise<ArgumentCheck> {
  if (requestBody === undefined) return { kind: "valid" };
  const text = await request.text();
  if (text === "") {
    return requestBody.required ? invalid(400, "Missing request body") : { kind: "valid" };
  }
  const mediaType = essence(request.headers.get("content-type"));
  if (!requestBody.content.some((range) => matchesRange(mediaType, essence(range)))) {
    return invalid(415, `Unsupported media type; expected ${requestBody.content.join(" or ")}`);
  }
  if (/[/+]json$/.test(mediaType) && !isJson(text)) return invalid(400, "Malformed JSON body");
  return { kind: "valid" };
}

/** Type and subtype without parameters (RFC 9110 §8.3.1). */
function essence(contentType: string | null): string {
  return (contentType ?? "").split(";", 1).join("").trim().toLowerCase();
}

/** Media type ranges are keys of a content map too (OpenAPI 3.1 §4.8.13.1). */
function matchesRange(mediaType: string, range: string): boolean {
  if (range === "*/*") return true;
  if (range.endsWith("/*")) return mediaType.startsWith(range.slice(0, -1));
  return mediaType === range;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function invalid(status: 400 | 415, message: string): ArgumentCheck {
  return { kind: "invalid", status, message };
}
