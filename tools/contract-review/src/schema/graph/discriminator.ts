import {
  isJsonObject,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";
import { tokensOf } from "../../json/pointer.ts";
import { resolveReference } from "../resolve-reference.ts";
import type { SchemaSource } from "../schema-source.ts";

export interface Selection {
  readonly propertyName: string;
  /** By branch: the discriminator values that select it. */
  readonly names: readonly (readonly string[])[];
}

/**
 * What `discriminator` adds to the branches beside it (OpenAPI 3.1 §4.8.25): each branch is chosen
 * by the names that `mapping` gives it, else by the name of its schema. `undefined` where a branch
 * is no reference, which the specification does not allow.
 */
export function selection(
  source: SchemaSource,
  schema: JsonObject,
  branches: JsonArray,
  pointer: string,
): Selection | undefined {
  const discriminator = schema["discriminator"];
  if (!isJsonObject(discriminator)) return undefined;
  const propertyName = discriminator["propertyName"];
  if (typeof propertyName !== "string") return undefined;
  const mapping = isJsonObject(discriminator["mapping"]) ? discriminator["mapping"] : {};
  const names: (readonly string[])[] = [];
  for (const branch of branches) {
    const reference = isJsonObject(branch) ? branch["$ref"] : undefined;
    if (typeof reference !== "string") return undefined;
    const implicit = tokensOf(`/${reference}`).at(-1) ?? reference;
    const mapped = Object.keys(mapping).filter((name) =>
      leadsTo(source, mapping[name] ?? null, reference, implicit, pointer),
    );
    names.push(mapped.length === 0 ? [implicit] : mapped);
  }
  return { propertyName, names };
}

/** A mapping value is a reference, or the bare name of a schema. */
function leadsTo(
  source: SchemaSource,
  value: JsonValue,
  reference: string,
  implicit: string,
  pointer: string,
): boolean {
  if (typeof value !== "string") return false;
  if (value === reference || value === implicit) return true;
  const there = resolveReference(source, value, pointer);
  return (
    there !== undefined && there.pointer === resolveReference(source, reference, pointer)?.pointer
  );
}
