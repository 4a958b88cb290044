import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject, own, ownString } from "../json.ts";
import { childPointer, valueAt } from "../json-pointer.ts";
import type { Located, OpenApiVersion } from "../openapi-document.ts";
import type { Resolver } from "../references/resolver.ts";
import type { Report } from "../report.ts";
import { checkList, checkMap } from "./check-collection.ts";
import { checkNumber, checkString, reportWrongType } from "./check-scalar.ts";
import { checkTypeKeyword } from "./check-type-keyword.ts";
import { createFoundObjects } from "./found-objects.ts";
import { missingFieldsIn } from "./missing-fields.ts";
import { objectTitle } from "./name-of-place.ts";
import { openApiObjects } from "./openapi-objects.ts";
import { outgoingReferences } from "./outgoing-references.ts";
import type { OutgoingReference } from "./outgoing-references.ts";
import { keywordShape } from "./schema-keywords.ts";
import type { ObjectName, Shape } from "./shape.ts";
import { reportSiblings } from "./reference-siblings.ts";
import { reportUnknownField } from "./unknown-field.ts";

/** Every object of the document, found by walking it as the specification is laid out. */
export interface Survey {
  /** Each object once, by kind. */
  readonly of: (name: ObjectName) => readonly Located<JsonObject>[];
  /** The object of a kind that stands at a pointer. */
  readonly at: (name: ObjectName, pointer: string) => JsonObject | undefined;
  /** From the pointer of each object with a `$ref` to the pointer it leads to. */
  readonly references: ReadonlyMap<string, string>;
}

/**
 * V8 hashes a string of more than 16383 characters by its length alone, which makes maps of such
 * pointers as slow as lists. Real documents stay below 500.
 */
const longestPointer = 8000;

/**
 * Checks every value against the tables of {@link openApiObjects} and resolves every reference.
 * What references lead to is walked last, so that a schema in the place of a parameter is known as
 * a schema by then.
 */
export function surveyDocument(
  root: JsonObject,
  version: OpenApiVersion,
  resolver: Resolver,
  report: Report,
): Survey {
  const found = createFoundObjects();
  const reportMissing = missingFieldsIn(version, report);
  const references = new Map<string, string>();
  const passed = new Set<string>();
  let pending: OutgoingReference[] = [];
  let foundLongWay = false;

  const check = (shape: Shape, value: JsonValue, pointer: string): void => {
    switch (shape.kind) {
      case "any":
        return;
      case "boolean":
        if (typeof value !== "boolean") reportWrongType(report, value, pointer, "true or false");
        return;
      case "string":
        checkString(shape, value, pointer, report);
        return;
      case "number":
        checkNumber(shape, value, pointer, report);
        return;
      case "list":
        checkList(shape, value, pointer, report, check);
        return;
      case "map":
        checkMap(shape, value, pointer, report, check);
        return;
      case "type":
        checkTypeKeyword(value, pointer, version, report);
        return;
      case "schema-or-boolean":
        if (typeof value !== "boolean") checkObject("Schema", value, pointer);
        return;
      case "object":
        if (shape.reference === true && isJsonObject(value) && Object.hasOwn(value, "$ref")) {
          checkReference(shape.name, value, pointer);
        } else if (shape.name !== "Schema" || typeof value !== "boolean" || version === "3.0") {
          checkObject(shape.name, value, pointer);
        }
    }
  };

  const checkReference = (name: ObjectName, value: JsonObject, pointer: string): void => {
    const text = own(value, "$ref") ?? null;
    if (typeof text !== "string") {
      reportWrongType(report, text, childPointer(pointer, "$ref"), "a string");
      return;
    }
    reportSiblings(value, pointer, version, report);
    pending.push({ holder: value, pointer, member: "$ref", name });
  };

  const checkObject = (name: ObjectName, value: JsonValue, pointer: string): void => {
    if (!isJsonObject(value)) {
      reportWrongType(report, value, pointer, objectTitle(name), objectHint(name, value));
      return;
    }
    if (pointer.length > longestPointer) {
      reportLongWay(pointer);
      return;
    }
    if (!found.add(name, value, pointer)) return;

    const anchor = name === "Schema" ? ownString(value, "$anchor") : undefined;
    if (anchor !== undefined) resolver.addAnchor(pointer, anchor);
    pending.push(...outgoingReferences(name, { value, pointer }));
    if (name === "Schema" && version === "3.0" && ownString(value, "$ref") !== undefined) {
      reportSiblings(value, pointer, version, report);
      return;
    }
    checkFields(name, value, pointer);
  };

  const reportLongWay = (pointer: string): void => {
    if (foundLongWay) return;
    foundLongWay = true;
    report({
      code: "nesting-too-deep",
      pointer,
      at: "key",
      message: "The names on the way to this place are too long",
      expected: `a JSON Pointer of at most ${longestPointer} characters`,
      received: `${pointer.length} characters`,
      hint: "Shorten the names, or move inner schemas to components",
    });
  };

  const checkFields = (name: ObjectName, value: JsonObject, pointer: string): void => {
    const { fields, patterned, extensible } = openApiObjects[name];
    for (const [key, member] of Object.entries(value)) {
      const place = childPointer(pointer, key);
      const field = fields.get(key);
      if (field !== undefined && (field.versions?.includes(version) ?? true)) {
        check(keywordShape(key, field, version), member, place);
      } else if (extensible && key.startsWith("x-")) {
        continue;
      } else if (patterned?.names.test(key) === true) {
        check(patterned.shape, member, place);
      } else {
        reportUnknownField(name, key, place, version, report);
      }
    }
    reportMissing(name, value, pointer);
  };

  /** A Reference Object is of the kind it is used as, and is followed once as each: it may lead to itself. */
  const isNewAs = (name: ObjectName, value: JsonValue, pointer: string): boolean => {
    if (own(value, "$ref") === undefined) return true;
    const use = `${name} ${pointer}`;
    if (passed.has(use)) return false;
    passed.add(use);
    return true;
  };

  /** @returns Whether it has to be asked again when all anchors are known. */
  const follow = ({ holder, pointer, member, name }: OutgoingReference): boolean => {
    const resolution = resolver.resolve(holder, pointer, member);
    if (resolution.kind !== "found") return resolution.kind === "later";
    const target = resolution.pointer;
    if (member === "$ref") references.set(pointer, target);
    const value = valueAt(root, target);
    const kind = found.kindAt(value, target);
    if (kind !== undefined && kind !== name) {
      report({
        code: "reference-wrong-kind",
        pointer: childPointer(pointer, member),
        message: `The reference leads to ${objectTitle(kind)} where ${objectTitle(name)} belongs`,
        expected: `the place of ${objectTitle(name)}`,
        received: `the place of ${objectTitle(kind)}`,
        related: { message: "it leads here", pointer: target, at: "key" },
      });
    } else if (value !== undefined && kind === undefined && isNewAs(name, value, target)) {
      check({ kind: "object", name, reference: true }, value, target);
    }
    return false;
  };

  checkObject("OpenAPI", root, "");
  for (let later: OutgoingReference[] = []; pending.length > 0;) {
    const batch = pending;
    pending = [];
    later.push(...batch.filter(follow));
    if (pending.length === 0 && later.length > 0) {
      resolver.anchorsComplete();
      pending = later;
      later = [];
    }
  }
  return {
    of: found.of,
    at: (name, pointer) => {
      const value = valueAt(root, pointer);
      return isJsonObject(value) && found.kindAt(value, pointer) === name ? value : undefined;
    },
    references,
  };
}

function objectHint(name: ObjectName, value: JsonValue): string | undefined {
  if (name === "Schema" && isJsonArray(value)) {
    return "A schema for each item by its place is prefixItems, since OpenAPI 3.1";
  }
  return value === null ? "Is the indentation of what follows right?" : undefined;
}
