import type { OpenApiVersion } from "../openapi-document.ts";

/** The objects of the specification (OpenAPI 3.1 §4.8), by their names without "Object". */
export type ObjectName =
  | "OpenAPI"
  | "Info"
  | "Contact"
  | "License"
  | "Server"
  | "Server Variable"
  | "Components"
  | "Paths"
  | "Path Item"
  | "Operation"
  | "External Documentation"
  | "Parameter"
  | "Request Body"
  | "Media Type"
  | "Encoding"
  | "Responses"
  | "Response"
  | "Callback"
  | "Example"
  | "Link"
  | "Header"
  | "Tag"
  | "Schema"
  | "Discriminator"
  | "XML"
  | "Security Scheme"
  | "OAuth Flows"
  | "OAuth Flow"
  | "Security Requirement";

/** What may stand in a place. */
export type Shape =
  | { readonly kind: "any" }
  | { readonly kind: "boolean" }
  | { readonly kind: "string"; readonly values?: readonly string[] }
  | {
      readonly kind: "number";
      readonly integer?: true;
      readonly above?: number;
      readonly minimum?: number;
    }
  | { readonly kind: "list"; readonly of: Shape; readonly filled?: true; readonly unique?: true }
  | { readonly kind: "map"; readonly of: Shape; readonly names?: RegExp }
  /** `reference`: a Reference Object may stand there instead. */
  | { readonly kind: "object"; readonly name: ObjectName; readonly reference?: true }
  /** `values` of `type`: one name, or in 3.1 a list of names. */
  | { readonly kind: "type" }
  /** A Schema Object or a boolean. */
  | { readonly kind: "schema-or-boolean" };

export interface Field {
  readonly shape: Shape;
  readonly required?: true;
  /** The versions that know the field; all of them where left out. */
  readonly versions?: readonly OpenApiVersion[];
  /** The versions that demand it, where not all that know it do. */
  readonly requiredIn?: readonly OpenApiVersion[];
}

/** What one object of the specification holds. */
export interface ObjectRule {
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields whose names the author chooses. */
  readonly patterned?: { readonly names: RegExp; readonly expected: string; readonly shape: Shape };
  /** Whether `x-` fields are allowed. */
  readonly extensible: boolean;
}

export const string: Shape = { kind: "string" };
export const boolean: Shape = { kind: "boolean" };
export const any: Shape = { kind: "any" };
export const schema: Shape = { kind: "object", name: "Schema" };
export const strings: Shape = { kind: "list", of: string };

export function object(name: ObjectName): Shape {
  return { kind: "object", name };
}

/** The object, or a Reference Object in its place. */
export function referable(name: ObjectName): Shape {
  return { kind: "object", name, reference: true };
}

export function list(of: Shape): Shape {
  return { kind: "list", of };
}

export function map(of: Shape): Shape {
  return { kind: "map", of };
}

/** One of a closed set of words. */
export function word(...values: readonly string[]): Shape {
  return { kind: "string", values };
}
