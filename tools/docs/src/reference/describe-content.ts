import {
  isJsonObject,
  own,
  ownString,
  type JsonObject,
  type OpenApiDocument,
} from "@flex-channels/document";
import { describeSchema } from "./describe-schema.ts";
import { listOrEmpty, objectOrEmpty } from "./or-empty.ts";
import type { Content, Example } from "./reference.ts";
import { resolved } from "./resolved.ts";
import { sampleSchema } from "./sample-schema.ts";

/** The media types of a body or a response, each with an example: the document's, else one made from the schema. */
export function describeContent(
  document: OpenApiDocument,
  message: JsonObject,
): readonly Content[] {
  return Object.entries(objectOrEmpty(own(message, "content"))).map(([mediaType, media]) => {
    const schema = own(media, "schema") ?? {};
    const written = isJsonObject(media) ? examplesBeside(document, media) : [];
    const made = [{ name: "made from the schema", value: sampleSchema(document, schema) }];
    return {
      mediaType,
      shape: describeSchema(document, schema),
      examples: written.length > 0 ? written : made,
    };
  });
}

/** `example`, or `examples` with their names (OpenAPI 3.1 §4.8.14.1), or the schema's own. */
export function examplesBeside(document: OpenApiDocument, holder: JsonObject): readonly Example[] {
  const example = own(holder, "example");
  if (example !== undefined) return [{ name: undefined, value: example }];
  const named = Object.entries(objectOrEmpty(own(holder, "examples"))).flatMap(
    ([name, written]) => {
      const meant = resolved(document, written);
      const value = own(meant, "value");
      return value === undefined ? [] : [{ name: ownString(meant, "summary") ?? name, value }];
    },
  );
  if (named.length > 0) return named;
  const schema = own(holder, "schema");
  const inSchema = own(schema, "example") ?? listOrEmpty(own(schema, "examples"))[0];
  return inSchema === undefined ? [] : [{ name: undefined, value: inSchema }];
}
