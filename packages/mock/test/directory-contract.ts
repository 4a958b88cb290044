import type { Contract, Operation, Parameter } from "@flex-channels/contract";
import type { Examples } from "../src/index.ts";

/** A contract that shares nothing with the channels': what works for it is generic. */
const service: Parameter = {
  name: "ServiceSid",
  in: "path",
  required: true,
  style: "simple",
  explode: false,
  schema: { type: "string", pattern: "^IS[0-9a-f]{4}$" },
};

const user: Parameter = { ...service, name: "Sid", schema: { type: "string", pattern: "^US" } };

function query(name: string, schema: Parameter["schema"], explode = true): Parameter {
  return { name, in: "query", required: false, style: "form", explode, schema };
}

function operation(given: Partial<Operation> & Pick<Operation, "operationId">): Operation {
  return {
    method: "GET",
    path: "/Services/{ServiceSid}/Users",
    parameters: [service],
    responses: { "200": { content: ["application/json"], headers: [] } },
    security: [{ basic: [] }, { token: [] }],
    deprecated: false,
    ...given,
  };
}

const operations = [
  operation({
    operationId: "listUser",
    parameters: [
      service,
      query("PageSize", { type: "integer", minimum: 1, maximum: 100 }),
      query("Tag", { type: "array", items: { type: "string", maxLength: 3 } }),
      query("Ids", { type: "array", items: { type: "integer" }, uniqueItems: true }, false),
      { ...query("X-Trace", { type: "string", format: "uuid" }), in: "header", style: "simple" },
    ],
  }),
  operation({
    operationId: "createUser",
    method: "POST",
    requestBody: { required: true, content: ["application/json"] },
    responses: {
      "201": { content: ["application/json"], headers: ["Location"] },
      "409": { content: ["application/problem+json"], headers: [] },
      default: { content: ["application/json"], headers: [] },
    },
  }),
  operation({
    operationId: "fetchUser",
    path: "/Services/{ServiceSid}/Users/{Sid}",
    parameters: [service, user],
  }),
  operation({
    operationId: "deleteUser",
    method: "DELETE",
    path: "/Services/{ServiceSid}/Users/{Sid}",
    parameters: [service, user],
    responses: { "204": { content: [], headers: [] } },
  }),
  // A key that differs from the operationId, as generated ones may.
  operation({ operationId: "FetchSelf", path: "/Services/{ServiceSid}/Users/Self" }),
  operation({
    operationId: "export",
    path: "/Services/{ServiceSid}.csv",
    responses: { "200": { content: ["text/csv"], headers: [] } },
  }),
  operation({ operationId: "ping", path: "/ping", parameters: [], security: [] }),
  operation({ operationId: "keyed", path: "/keyed", parameters: [], security: [{ key: [] }] }),
];

export const contract: Contract = {
  title: "Directory",
  version: "2.0.0",
  servers: ["https://directory.example/v2"],
  securitySchemes: {
    basic: { type: "http", scheme: "basic" },
    token: { type: "http", scheme: "bearer" },
    key: { type: "apiKey", in: "query", name: "api_key" },
  },
  operations: Object.fromEntries(
    operations.map((each) => [each.operationId.replace(/^F/, "f"), each]),
  ),
};

const ada = { sid: "US01", service_sid: "IS0001", name: "Ada" };

function json(status: number, body: unknown): Examples[string][string] {
  return { status, headers: {}, mediaType: "application/json", body, synthetic: false };
}

export const examples: Examples = {
  listUser: { "200": json(200, { users: [ada] }) },
  createUser: {
    "201": { ...json(201, ada), headers: { Location: "/Services/IS0001/Users/US01" } },
    "409": {
      ...json(409, { title: "Exists", status: 409 }),
      mediaType: "application/problem+json",
    },
    default: json(500, { code: 1, message: "Failed" }),
  },
  fetchUser: { "200": json(200, ada) },
  fetchSelf: { "200": json(200, { ...ada, name: "Self" }) },
  export: { "200": { ...json(200, "sid,name\nUS01,Ada\n"), mediaType: "text/csv" } },
  ping: { "200": json(200, { ok: true }) },
  keyed: { "200": json(200, { ok: true }) },
};
