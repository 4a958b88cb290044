import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  own,
  valueAt,
} from "@flex-channels/document";
import { stringLiteral } from "../literal.ts";
import { allOf, anything, type Expression, inOrder, runtimeCall } from "./expression.ts";
import { below } from "./json.ts";
import { arrayKeywords } from "./keywords/array-keywords.ts";
import { inPlaceKeywords } from "./keywords/in-place-keywords.ts";
import { numberKeywords } from "./keywords/number-keywords.ts";
import { objectKeywords } from "./keywords/object-keywords.ts";
import { stringKeywords } from "./keywords/string-keywords.ts";
import { isNullableBeyondType, valueKeywords } from "./keywords/value-keywords.ts";
import { knownKeywords } from "./known-keywords.ts";
import type { Dialect, Direction, Keyword, SchemaContext } from "./schema-context.ts";
import { type Anchors, findAnchors, resolveUri } from "./schema-uri.ts";
import type { ValidatorDiagnostic } from "./validator-diagnostic.ts";

/** Judged in order up to the first that fails: what is of another type has no wrong length. */
const scalarKeywords: readonly Keyword[] = [...valueKeywords, ...stringKeywords, ...numberKeywords];

/** All judged: a missing property does not hide a wrong one. */
const structuralKeywords: readonly Keyword[] = [
  ...objectKeywords,
  ...arrayKeywords,
  ...inPlaceKeywords,
];

/** From here on a nested schema gets a name of its own, so that no expression nests without end. */
const inlineLevels = 16;

export interface SchemaEmitter {
  /** The check of the schema at a pointer, with references to others. */
  readonly emit: (pointer: string) => Expression;
  /** The pointer of the schema itself, where the one given is of a reference and nothing else. */
  readonly follow: (pointer: string) => string;
}

/** Turns schemas of one document into expressions; what it cannot turn, it reports. */
export const createSchemaEmitter = (
  root: JsonObject,
  dialect: Dialect,
  direction: Direction,
  report: (diagnostic: ValidatorDiagnostic) => void,
): SchemaEmitter => {
  let anchors: Anchors | undefined;
  let asksForAnnotations: boolean | undefined;
  const anchorsOf = (): Anchors => (anchors ??= findAnchors(root));
  const needsAnnotations = (): boolean =>
    (asksForAnnotations ??= JSON.stringify(root).includes('"unevaluated'));

  const dereference = (schema: JsonValue | undefined): JsonValue | undefined => {
    const uri = isJsonObject(schema) ? own(schema, "$ref") : undefined;
    const found = typeof uri === "string" ? resolveUri(uri, anchorsOf) : undefined;
    return found && "pointer" in found ? valueAt(root, found.pointer) : undefined;
  };

  const referenced = (
    at: string,
    keyword: string,
    uri: string,
    inPlace: boolean,
  ): Expression | undefined => {
    const found = resolveUri(uri, anchorsOf);
    const target = "pointer" in found ? valueAt(root, found.pointer) : undefined;
    if ("pointer" in found && (isJsonObject(target) || typeof target === "boolean")) {
      return [{ pointer: found.pointer, inPlace, isNamed: false }];
    }
    report({
      code: "validator-reference",
      severity: "error",
      pointer: below(at, keyword),
      message: `${stringLiteral(uri)} cannot be followed: ${"problem" in found ? found.problem : "there is no schema"}.`,
      expected: "a reference to a schema of this document",
      received: stringLiteral(uri),
    });
    return undefined;
  };

  /** What a schema has beside the keywords that are known is ignored aloud. */
  const reportUnknown = (schema: JsonObject, pointer: string): void => {
    for (const keyword of Object.keys(schema)) {
      if (keyword.startsWith("x-") || knownKeywords[dialect].has(keyword)) continue;
      report({
        code: "validator-keyword-unknown",
        severity: "warning",
        pointer: below(pointer, keyword),
        message: `${stringLiteral(keyword)} is no keyword of this dialect and is not judged.`,
        ...(dialect === "openapi-3.0" && knownKeywords["2020-12"].has(keyword)
          ? { hint: "JSON Schema 2020-12 has it: use OpenAPI 3.1." }
          : {}),
      });
    }
    if (dialect === "2020-12" && pointer !== "" && own(schema, "$id") !== undefined) {
      report({
        code: "validator-keyword-unsupported",
        severity: "warning",
        pointer: below(pointer, "$id"),
        message: 'An embedded "$id" is not followed: references stay relative to the document.',
      });
    }
  };

  const emitSchema = (
    value: JsonValue,
    pointer: string,
    level = 0,
    judgesSame = true,
  ): Expression => {
    if (value === true) return anything;
    if (value === false) {
      const keyword = pointer.slice(pointer.lastIndexOf("/") + 1);
      return runtimeCall("nothing", [stringLiteral(keyword)]);
    }
    if (!isJsonObject(value)) {
      report({
        code: "validator-schema-kind",
        severity: "error",
        pointer,
        message: "This is no schema; every value passes.",
        expected: "an object, true or false",
        received: isJsonArray(value) ? "array" : value === null ? "null" : typeof value,
      });
      return anything;
    }
    const context: SchemaContext = {
      schema: value,
      pointer,
      dialect,
      direction,
      needsAnnotations,
      subschema: (path, schema, isSame = false) => {
        const inPlace = judgesSame && isSame;
        const at = below(pointer, ...path);
        if (level < inlineLevels || !isJsonObject(schema))
          return emitSchema(schema, at, level + 1, inPlace);
        return [{ pointer: at, inPlace, isNamed: true }];
      },
      referenced: (keyword, uri) => referenced(pointer, keyword, uri, judgesSame),
      dereference,
      report: (keyword, diagnostic) =>
        report({
          ...diagnostic,
          pointer: keyword === undefined ? pointer : below(pointer, keyword),
        }),
    };
    return emitKeywords(context);
  };

  const emitKeywords = (context: SchemaContext): Expression => {
    const { schema } = context;
    if (dialect === "openapi-3.0" && own(schema, "$ref") !== undefined) {
      // OpenAPI 3.0.3 §4.7.23: what stands beside a reference is ignored.
      return inOrder(emitAll(inPlaceKeywords.slice(0, 1), context));
    }
    reportUnknown(schema, context.pointer);
    const structural = emitAll(structuralKeywords, context);
    const checks = [
      ...emitAll(scalarKeywords, context),
      ...(structural.length > 0 ? [allOf(structural)] : []),
    ];
    if (isNullableBeyondType(context) && checks.length > 0) {
      return runtimeCall("nullable", inOrder(checks));
    }
    return ["unevaluatedItems", "unevaluatedProperties"].reduce<Expression>((inner, keyword) => {
      const unevaluated = dialect === "2020-12" ? own(schema, keyword) : undefined;
      return unevaluated === undefined
        ? inner
        : runtimeCall(keyword, inner, context.subschema([keyword], unevaluated));
    }, inOrder(checks));
  };

  const emitAll = (keywords: readonly Keyword[], context: SchemaContext): readonly Expression[] =>
    keywords
      .filter((keyword) => keyword.keywords.some((name) => knownKeywords[dialect].has(name)))
      .flatMap((keyword) =>
        keyword.keywords.some((name) => Object.hasOwn(context.schema, name))
          ? keyword.emit(context)
          : [],
      );

  const follow = (pointer: string): string => {
    const seen = new Set<string>();
    let at = pointer;
    for (;;) {
      const schema = valueAt(root, at);
      const uri = own(schema, "$ref");
      const isAlone =
        dialect === "openapi-3.0" || (isJsonObject(schema) && Object.keys(schema).length === 1);
      const found = typeof uri === "string" && isAlone ? resolveUri(uri, anchorsOf) : undefined;
      if (seen.has(at) || !found || !("pointer" in found)) return at;
      if (valueAt(root, found.pointer) === undefined) return at;
      seen.add(at);
      at = found.pointer;
    }
  };

  return {
    follow,
    emit: (pointer) => emitSchema(valueAt(root, pointer) ?? null, pointer),
  };
};
