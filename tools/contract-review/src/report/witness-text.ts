import type { Witness } from "../compare/change.ts";
import { type JsonObject, type JsonValue, isJsonObject } from "../json/json-value.ts";

/** A whole witness as a reader knows such messages: a request, a response, or what the compiler says. */
export function witnessText(witness: Witness): string {
  switch (witness.kind) {
    case "request":
      return requestText(witness);
    case "response":
      return responseText(witness);
    case "compiler":
      return witness.code === "" ? witness.error : `${witness.code}\n\n${witness.error}`;
  }
}

function requestText(witness: Extract<Witness, { kind: "request" }>): string {
  const { method, path, message, credentials, server } = witness;
  const part = (name: string): JsonObject => {
    const value = isJsonObject(message) ? message[name] : undefined;
    return isJsonObject(value) ? value : {};
  };
  const fields = part("path");
  const target = path.replaceAll(/\{([^{}]*)\}/g, (template, name: string) =>
    Object.hasOwn(fields, name) ? encoded(fieldText(fields[name])) : template,
  );
  const query = [...Object.entries(part("query")), ...Object.entries(part("querystring"))]
    .map(([name, value]) => `${encoded(name)}=${encoded(fieldText(value))}`)
    .join("&");
  const cookies = Object.entries(part("cookie")).map(
    ([name, value]) => `${name}=${fieldText(value)}`,
  );
  const [mediaType, body] = Object.entries(part("body"))[0] ?? [];
  return [
    `${method} ${server ?? ""}${target}${query === "" ? "" : `?${query}`}`,
    ...(credentials === undefined ? [] : [`(credentials: ${credentials.join(" and ")})`]),
    ...Object.entries(part("header")).map(([name, value]) => `${name}: ${fieldText(value)}`),
    ...(cookies.length === 0 ? [] : [`Cookie: ${cookies.join("; ")}`]),
    ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType}`]),
    ...(body === undefined ? [] : ["", JSON.stringify(body, null, 2)]),
  ].join("\n");
}

function responseText({ status, message }: Extract<Witness, { kind: "response" }>): string {
  const answer = isJsonObject(message) ? Object.values(message)[0] : undefined;
  const part = (name: string): JsonObject => {
    const value = isJsonObject(answer) ? answer[name] : undefined;
    return isJsonObject(value) ? value : {};
  };
  const [mediaType, body] = Object.entries(part("body"))[0] ?? [];
  return [
    `HTTP/1.1 ${String(status)}`,
    ...Object.entries(part("header")).map(([name, value]) => `${name}: ${fieldText(value)}`),
    ...(mediaType === undefined ? [] : [`Content-Type: ${mediaType}`]),
    ...(body === undefined ? [] : ["", JSON.stringify(body, null, 2)]),
  ].join("\n");
}

function fieldText(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** A lone surrogate has no percent-encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, "\uFFFD"));
}
