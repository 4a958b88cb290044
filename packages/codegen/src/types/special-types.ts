import { isJsonArray, isJsonObject } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import type ts from "typescript";
import { presentType } from "./present-schema.ts";

/** What openapi-typescript makes of a schema. */
export type Transform<Options> = (schema: JsonValue, options: Options) => ts.TypeNode;

/** Longer tuples are lists to those who read them. */
const maxTuple = 32;

const lengthOf = (value: JsonValue | undefined, otherwise: number): number =>
  typeof value === "number" && value >= 0 ? value : otherwise;

/** Whether openapi-typescript would take the type of the items for the type of the list. */
const isListInDisguise = (items: JsonValue | undefined): boolean =>
  isJsonObject(items) &&
  (isJsonArray(items["type"]) ||
    items["anyOf"] !== undefined ||
    items["oneOf"] !== undefined ||
    items["allOf"] !== undefined);

/**
 * Types that openapi-typescript does not write, as its hook `transform` wants them: a member that
 * may be anything but missing, and lists whose first items have schemas of their own (JSON Schema
 * 2020-12 §10.3.1.1: no item need be there, and what follows is not limited).
 */
export const specialTypes = <Options>(
  typescript: typeof ts,
  transform: Transform<Options>,
): ((schema: JsonValue, options: Options) => ts.TypeNode | undefined) => {
  const { factory, SyntaxKind } = typescript;
  const nothing = (): ts.TypeNode => factory.createLiteralTypeNode(factory.createNull());

  const listType = (schema: JsonObject, options: Options): ts.TypeNode => {
    const { items } = schema;
    const prefix = isJsonArray(schema["prefixItems"]) ? schema["prefixItems"] : [];
    const least = lengthOf(schema["minItems"], 0);
    const most = items === false ? prefix.length : lengthOf(schema["maxItems"], Infinity);
    const itemType = (): ts.TypeNode =>
      items === undefined || items === true
        ? factory.createKeywordTypeNode(SyntaxKind.UnknownKeyword)
        : transform(items, options);
    if (prefix.length === 0 || prefix.length > maxTuple) {
      return factory.createArrayTypeNode(
        items === false ? factory.createKeywordTypeNode(SyntaxKind.NeverKeyword) : itemType(),
      );
    }
    const counted = Math.max(prefix.length, Math.min(least, maxTuple));
    const elements = Array.from({ length: Math.min(counted, most) }, (_, index): ts.TypeNode => {
      const given = prefix[index];
      const type = given === undefined ? itemType() : transform(given, options);
      return index < least ? type : factory.createOptionalTypeNode(type);
    });
    const rest = factory.createRestTypeNode(factory.createArrayTypeNode(itemType()));
    return factory.createTupleTypeNode(most > counted ? [...elements, rest] : elements);
  };

  return (schema, options) => {
    if (!isJsonObject(schema)) return undefined;
    if (schema["type"] === presentType) {
      return factory.createUnionTypeNode([factory.createTypeLiteralNode([]), nothing()]);
    }
    const isSpecial =
      schema["prefixItems"] !== undefined ||
      schema["items"] === false ||
      isListInDisguise(schema["items"]);
    if (schema["type"] !== "array" || !isSpecial) return undefined;
    const type = listType(schema, options);
    return schema["nullable"] === true ? factory.createUnionTypeNode([type, nothing()]) : type;
  };
};
