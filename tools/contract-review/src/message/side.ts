import { type OpenApiDocument, resolveObject } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "../json/json-value.ts";
import type { Dialect, SchemaSource } from "../schema/schema-source.ts";

/** A document together with the message schemas that were built from it. */
export interface Side {
  readonly document: OpenApiDocument;
  readonly dialect: Dialect;
  /** The value at a pointer and where it really stands, after references. */
  readonly follow: (
    pointer: string,
  ) => { readonly value: JsonObject; readonly pointer: string } | undefined;
  /** A schema of the document. */
  readonly schemaAt: (pointer: string) => SchemaSource;
  /** Gives a message schema a place beside the document, so that it may refer into it. */
  readonly schemaOf: (message: JsonObject) => SchemaSource;
}

const MESSAGES = "x-contract-review-messages";

/** Whether a pointer leads into a message schema, and so to no place of the document. */
export function isMessagePointer(pointer: string): boolean {
  return pointer.startsWith(`/${MESSAGES}/`);
}

export function createSide(document: OpenApiDocument): Side {
  const dialect = document.version === "3.0" ? "openapi-3.0" : "2020-12";
  const messages: JsonValue[] = [];
  const root: JsonObject = { ...document.value, [MESSAGES]: messages };
  return {
    document,
    dialect,
    follow: (pointer) => resolveObject(document, pointer),
    schemaAt: (pointer) => ({ root, pointer, dialect }),
    schemaOf(message) {
      messages.push(message);
      return { root, pointer: `/${MESSAGES}/${String(messages.length - 1)}`, dialect };
    },
  };
}
