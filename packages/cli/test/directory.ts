import { HttpError } from "@flex-channels/client";
import type {
  Contract,
  Operation,
  OperationDocumentation,
  Parameter,
} from "@flex-channels/contract";
import { createMock } from "@flex-channels/mock";
import type { Mock } from "@flex-channels/mock";
import type { Catalog, CreateClient } from "../src/index.ts";

/** A document that shares nothing with the channels', as a regenerated contract would have it. */
function parameter(name: string, place: Parameter["in"], schema: Parameter["schema"]): Parameter {
  const isPath = place === "path";
  const style = place === "query" ? "form" : "simple";
  return { name, in: place, required: isPath, style, explode: !isPath, schema };
}

function operation(given: Partial<Operation> & Pick<Operation, "operationId">): Operation {
  return {
    method: "GET",
    path: "/Services/{ServiceSid}/Users",
    parameters: [parameter("ServiceSid", "path", { type: "string" })],
    responses: { "200": { content: ["application/json"], headers: [] } },
    security: [],
    deprecated: false,
    ...given,
  };
}

const service = parameter("ServiceSid", "path", { type: "string" });
const list = [
  operation({
    operationId: "ping",
    path: "/ping",
    parameters: [
      parameter("PageSize", "query", { type: "integer", minimum: 1, maximum: 100, default: 50 }),
      parameter("Tag", "query", { type: "array", items: { type: "string" } }),
      parameter("Output", "query", { type: "string", enum: ["long", "short"] }),
      parameter("X-Trace", "header", { type: "string" }),
    ],
  }),
  operation({
    operationId: "FetchUser",
    path: "/Services/{ServiceSid}/Users/{Sid}",
    parameters: [service, parameter("Sid", "path", { type: "string", pattern: "^US" })],
    deprecated: true,
  }),
  operation({
    operationId: "createUser",
    method: "POST",
    path: "/users",
    parameters: [],
    requestBody: { required: true, content: ["application/json"] },
    responses: { "201": { content: ["application/json"], headers: [] } },
  }),
  operation({
    operationId: "deleteUser",
    method: "DELETE",
    path: "/users/{Sid}",
    parameters: [parameter("Sid", "path", { type: "string" })],
    responses: { "204": { content: [], headers: [] } },
  }),
];

/** The key of an operation, which may differ from its operationId in the document. */
function keyOf({ operationId }: Operation): string {
  return operationId.charAt(0).toLowerCase() + operationId.slice(1);
}

const contract: Contract = {
  title: "Directory",
  version: "2.0.0",
  servers: ["https://directory.example"],
  securitySchemes: {},
  operations: Object.fromEntries(list.map((each) => [keyOf(each), each])),
};

const fetchUser: OperationDocumentation = {
  summary: "Fetch a user",
  description: "Finds one user\nof a service.",
  parameters: { Sid: { description: "The user's SID.", example: "US01" } },
  responses: {},
};

export const directory: Catalog = { contract, documentation: { fetchUser } };

export function directoryMock(): Mock {
  const example = { status: 200, headers: {}, mediaType: "application/json", synthetic: false };
  return createMock({
    contract,
    examples: {
      ping: { "200": { ...example, body: [{ ok: true }, { ok: false, note: "a\u001B[31mb" }] } },
      fetchUser: { "200": { ...example, body: { sid: "US01", service_sid: "IS1", name: "Ada" } } },
      createUser: { "201": { ...example, body: { sid: "US02" } } },
    },
  });
}

interface Options {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The least of a client over a mock: positional path parameters, then options. */
export function directoryClient(mock: Mock): CreateClient {
  const method =
    ({ method: name, path, parameters }: Operation) =>
    async (...given: readonly (Options | string)[]) => {
      const words = parameters.filter((each) => each.in === "path");
      const options = given[words.length];
      const { query = {}, header, body }: Options = typeof options === "object" ? options : {};
      const filled = words.reduce((text, each, index) => {
        const word = given[index];
        return typeof word === "string" ? text.replace(`{${each.name}}`, word) : text;
      }, path);
      const search = new URLSearchParams();
      for (const [key, value] of Object.entries(query)) {
        for (const item of [value].flat()) search.append(key, String(item));
      }
      const answered = await mock(`https://directory.example${filled}?${search.toString()}`, {
        method: name,
        headers: { "content-type": "application/json", ...header },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answered.text();
      const data: unknown = text === "" ? undefined : JSON.parse(text);
      if (answered.ok) return { kind: "success", data } as const;
      return new HttpError({ status: answered.status, method: name, url: filled });
    };
  const entries = list.map((each) => [keyOf(each), method(each)] as const);
  return () => ({ safe: Object.fromEntries(entries) });
}
