import type { JsonObject } from "../json/json-value.ts";
import type { ParameterPlace, Serialisation } from "./serialisation.ts";

/** Who sends the request: the client of the API, or its server (webhooks and callbacks). */
export type Initiator = "client" | "server";

/** A parameter or a response header: one named value of a message. */
export interface Field {
  readonly name: string;
  /** What two documents are compared by: position in the template, lower-case header name … */
  readonly key: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The Parameter or Header Object, after its references. */
  readonly value: JsonObject;
  readonly pointer: string;
  /** JSON Pointer of its schema, before references. Nothing: any value. */
  readonly schemaPointer?: string;
  readonly serialisation: Serialisation;
}

/** One entry of a Content map. */
export interface Content {
  /** Canonical spelling. */
  readonly mediaType: string;
  readonly value: JsonObject;
  readonly pointer: string;
  readonly schemaPointer?: string;
}

export interface RequestBody {
  readonly required: boolean;
  readonly value: JsonObject;
  readonly pointer: string;
  readonly content: readonly Content[];
}

export interface Response {
  /** Status code, range (`4XX`) or `default`, in this spelling. */
  readonly status: string;
  readonly value: JsonObject;
  readonly pointer: string;
  readonly headers: readonly Field[];
  readonly content: readonly Content[];
}

/** One way to be let in: every condition must be met. No condition: no authentication. */
export interface SecurityAlternative {
  readonly pointer: string;
  readonly conditions: readonly SecurityCondition[];
}

export interface SecurityCondition {
  /** What crosses the network, whatever the scheme is called in `components`. */
  readonly credential: string;
  readonly schemeName: string;
  readonly scopes: readonly string[];
}

export interface Server {
  readonly pointer: string;
  readonly value: JsonObject;
  /** URL with its variables named by position, `{0}`, without a slash at its end. */
  readonly url: string;
  readonly written: string;
  /** One a variable, by position: the values it may take; nothing: any. */
  readonly values: readonly (readonly string[] | undefined)[];
}

/** An operation, lowered to what a request and its responses may be. */
export interface Operation {
  /** What two documents are paired by; equal for templates that differ in parameter names only. */
  readonly key: string;
  /** What a person calls it: `GET /v1/Channels/{Sid}`. */
  readonly name: string;
  readonly initiator: Initiator;
  readonly operationId?: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: string;
  readonly value: JsonObject;
  readonly fields: Readonly<Record<ParameterPlace, readonly Field[]>>;
  readonly body?: RequestBody;
  readonly responses: readonly Response[];
  readonly security: readonly SecurityAlternative[];
  readonly servers: readonly Server[];
  readonly deprecated: boolean;
}
