import type { JsonValue } from "@flex-channels/document";
import type { Operation, Parameter, Sample, Scheme } from "./reference.ts";

/** A call with curl, for an operation that the document brings no example of. */
export function curlSample(
  operation: Omit<Operation, "samples">,
  schemes: readonly Scheme[],
): Sample {
  const parts = [
    `--request ${operation.method} ${quote(urlOf(operation))}`,
    ...credentials(operation.security[0] ?? [], schemes),
    ...sent(operation, "header").map(
      ({ name, example }) => `--header ${quote(`${name}: ${text(example)}`)}`,
    ),
    ...cookies(sent(operation, "cookie")),
    ...bodyOf(operation),
  ];
  return { label: "curl", language: "shell", source: ["curl", ...parts].join(" \\\n  ") };
}

function urlOf(operation: Omit<Operation, "samples">): string {
  const query = sent(operation, "query")
    .map(({ name, example }) => `${encodeURIComponent(name)}=${encodeURIComponent(text(example))}`)
    .join("&");
  const base = operation.server.replace(/\/$/, "");
  return `${base}${operation.path}${query === "" ? "" : `?${query}`}`;
}

/** What a request must have is shown; what it may have is in the tables. */
function sent(operation: Omit<Operation, "samples">, place: string): readonly Parameter[] {
  return operation.parameters.filter((parameter) => parameter.in === place && parameter.required);
}

function credentials(names: readonly string[], schemes: readonly Scheme[]): readonly string[] {
  return names.flatMap((name) => {
    const scheme = schemes.find((each) => each.name === name);
    if (scheme?.kind === "basic") return ['--user "username:password"'];
    if (scheme?.kind === "bearer") return ['--header "Authorization: Bearer $TOKEN"'];
    if (scheme?.kind !== "api-key" || scheme.place === undefined) return [];
    if (scheme.place.in === "header") return [`--header ${quote(`${scheme.place.name}: KEY`)}`];
    return scheme.place.in === "cookie" ? [`--cookie ${quote(`${scheme.place.name}=KEY`)}`] : [];
  });
}

function cookies(parameters: readonly Parameter[]): readonly string[] {
  if (parameters.length === 0) return [];
  const pairs = parameters.map(({ name, example }) => `${name}=${text(example)}`);
  return [`--cookie ${quote(pairs.join("; "))}`];
}

function bodyOf({ body }: Omit<Operation, "samples">): readonly string[] {
  const [content] = body?.content ?? [];
  if (content === undefined) return [];
  const example = content.examples[0]?.value ?? null;
  return [
    `--header ${quote(`Content-Type: ${content.mediaType}`)}`,
    `--data ${quote(typeof example === "string" ? example : JSON.stringify(example))}`,
  ];
}

function text(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A word of a POSIX shell that means itself (POSIX.1-2017 XCU §2.2.2). */
function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
