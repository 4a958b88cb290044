import type { JsonValue } from "@flex-channels/document";
import type { Shape } from "./shape.ts";

/** All that the page tells, read off one document. */
export interface Reference {
  readonly title: string;
  readonly version: string;
  readonly openapi: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly license: string | undefined;
  readonly servers: readonly Server[];
  readonly schemes: readonly Scheme[];
  readonly groups: readonly Group[];
  /** Whether the document marks anything `x-assumed`. */
  readonly assumes: boolean;
}

export interface Server {
  readonly url: string;
  readonly description: string | undefined;
}

export interface Scheme {
  readonly name: string;
  /** In a line: `HTTP Basic`, `API key in the header X-Key`. */
  readonly title: string;
  readonly kind: "basic" | "bearer" | "api-key" | "other";
  /** Of an API key: where it goes, and under which name. */
  readonly place: { readonly in: string; readonly name: string } | undefined;
  readonly description: string | undefined;
  readonly assumed: boolean;
}

/** The operations of one tag; those without a tag stand in a group without a name. */
export interface Group {
  readonly tag: string | undefined;
  readonly description: string | undefined;
  readonly operations: readonly Operation[];
}

export interface Operation {
  readonly name: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  /** Of the path, which all its methods share. */
  readonly pathDescription: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Where requests go: the first server of the operation. */
  readonly server: string;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  /** Alternatives of scheme names; empty where nobody is asked who they are. */
  readonly security: readonly (readonly string[])[];
  readonly samples: readonly Sample[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly shape: Shape;
  /** A value that the document allows, for examples and forms. */
  readonly example: JsonValue;
}

export interface Body {
  readonly required: boolean;
  readonly description: string | undefined;
  readonly content: readonly Content[];
}

export interface Content {
  readonly mediaType: string;
  readonly shape: Shape;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly name: string | undefined;
  readonly value: JsonValue;
}

export interface Response {
  readonly status: string;
  readonly description: string | undefined;
  readonly assumed: boolean;
  readonly headers: readonly Header[];
  readonly content: readonly Content[];
}

export interface Header {
  readonly name: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly assumed: boolean;
  readonly shape: Shape;
  readonly examples: readonly Example[];
}

export interface Sample {
  readonly label: string;
  readonly language: string;
  readonly source: string;
}
