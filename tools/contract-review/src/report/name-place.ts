import { tokensOf } from "../json/pointer.ts";
import type { Finding } from "../verdict/finding.ts";
import { type Segment, sentence, words } from "./segment.ts";

/** Whose words changed. */
export function ownerOf(
  { instanceLocation, operations }: Finding,
  part: string,
): readonly Segment[] {
  const tokens = tokensOf(instanceLocation);
  const [operation] = operations;
  switch (part) {
    case "info":
      return words("the document");
    case "operation":
      return operation === undefined ? words("the operation") : sentence`${operation}`;
    case "security-scheme":
      return sentence`the security scheme ${tokens.at(-1) ?? ""}`;
    case "server":
      return words("a server");
    default:
      return [...words("the "), ...placeOf(tokens)];
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  path: "path",
  query: "query",
  querystring: "query",
  header: "header",
  cookie: "cookie",
};

/** A place of a message, behind an article: `query parameter limit`. */
export function placeOf(tokens: readonly string[]): readonly Segment[] {
  const [first, second, third] = tokens;
  const inside = (from: number): readonly Segment[] =>
    tokens.length > from ? sentence` at ${tokens.slice(from).join(".")}` : [];
  if (first === undefined) return words("message");
  const field = Object.hasOwn(FIELDS, first) ? FIELDS[first] : undefined;
  if (field !== undefined) {
    return [...words(`${field} parameter `), ...sentence`${second ?? ""}`, ...inside(2)];
  }
  if (first === "body") return [...words("request body"), ...inside(2)];
  if (second === "header") {
    return [...sentence`response header ${third ?? ""} of ${first}`, ...inside(3)];
  }
  return second === undefined
    ? sentence`response ${first}`
    : [...sentence`response body of ${first}`, ...inside(3)];
}
