import type { OperationEntry, UsedObject } from "@flex-channels/document";
import { child } from "../json/pointer.ts";
import type { OperationPlace } from "./lower-document.ts";
import { isReservedHeader, lowerContent, lowerField, lowerHeaders } from "./lower-fields.ts";
import type { Field, Operation, RequestBody, Response } from "./operation.ts";
import { parsePathTemplate } from "./path-template.ts";
import { securityAlternatives } from "./security.ts";
import { type ParameterPlace, isParameterPlace } from "./serialisation.ts";
import { lowerServers } from "./server.ts";
import type { Side } from "./side.ts";

/** Lowers an operation to what its request and its responses may be. */
export function lowerOperation(side: Side, place: OperationPlace): Operation {
  const { entry, key, name, initiator, path } = place;
  return {
    key,
    name,
    initiator,
    ...(entry.operationId === undefined ? {} : { operationId: entry.operationId }),
    method: entry.method,
    path,
    pointer: entry.pointer,
    value: entry.value,
    fields: lowerParameters(place),
    ...(entry.requestBody === undefined ? {} : { body: lowerBody(entry.requestBody) }),
    responses: entry.responses.flatMap((response) => {
      if (!/^(?:\d{3}|\dXX|default)$/i.test(response.status)) return [];
      return [lowerResponse(side, response.status, response)];
    }),
    security: lowerSecurity(side, entry),
    servers: lowerServers(entry.servers),
    deprecated: entry.deprecated,
  };
}

function lowerParameters({
  entry,
  path,
}: OperationPlace): Readonly<Record<ParameterPlace, readonly Field[]>> {
  const fields: Record<ParameterPlace, Field[]> = {
    path: [],
    query: [],
    header: [],
    cookie: [],
    querystring: [],
  };
  const { names } = parsePathTemplate(path);
  for (const parameter of entry.parameters) {
    const { name, in: where } = parameter.value;
    if (typeof name !== "string" || !isParameterPlace(where)) continue;
    if (isReservedHeader(where, name)) continue;
    const key = keyOf(where, name, names);
    if (key !== undefined) fields[where].push(lowerField(where, name, key, parameter));
  }
  return fields;
}

function keyOf(place: ParameterPlace, name: string, names: readonly string[]): string | undefined {
  switch (place) {
    case "path":
      return names.includes(name) ? String(names.indexOf(name)) : undefined;
    case "header":
      return name.toLowerCase();
    case "querystring":
      return "querystring";
    case "query":
    case "cookie":
      return name;
  }
}

function lowerBody({ value, pointer }: UsedObject): RequestBody {
  return {
    required: value["required"] === true,
    value,
    pointer,
    content: lowerContent(value, pointer),
  };
}

function lowerResponse(side: Side, status: string, { value, pointer }: UsedObject): Response {
  return {
    status: status === "default" ? status : status.toUpperCase(),
    value,
    pointer,
    headers: lowerHeaders(side, value, pointer),
    content: lowerContent(value, pointer),
  };
}

/** The operation's own word, else the document's (OpenAPI 3.1 §4.8.10). */
function lowerSecurity(side: Side, { value, pointer }: OperationEntry): Operation["security"] {
  const owner = value["security"] === undefined ? "" : pointer;
  const requirements = value["security"] ?? side.document.value["security"];
  return securityAlternatives(
    requirements,
    child(owner, "security"),
    (scheme) => side.follow(child("/components/securitySchemes", scheme))?.value,
  );
}
