import { describeValue, quote } from "../describe-value.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject, own, ownString } from "../json.ts";
import { childPointer, valueAt } from "../json-pointer.ts";
import type { Located, OpenApiVersion } from "../openapi-document.ts";
import type { Resolver } from "../references/resolver.ts";
import type { Report } from "../report.ts";
import { checkNumber, checkString, reportWrongType } from "./check-scalar.ts";
import { checkTypeKeyword } from "./check-type-keyword.ts";
import { nameOfPlace, objectTitle } from "./name-of-place.ts";
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
 * What was found at a place. Objects are looked up by themselves, since a map of pointers would have
 * to read each pointer to its end; through a YAML alias one object stands at several places.
 */
interface Place extends Located<JsonObject> {
  readonly name: ObjectName;
  readonly other: Place | undefined;
}

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
  const nodes = new Map<ObjectName, Located<JsonObject>[]>();
  const places = new Map<JsonObject, Place>();
  const required = new Map<ObjectName, readonly string[]>();
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
        checkList(shape, value, pointer);
        return;
      case "map":
        checkMap(shape, value, pointer);
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

  const checkList = (
    { of, filled, unique }: Extract<Shape, { kind: "list" }>,
    value: JsonValue,
    pointer: string,
  ): void => {
    if (!isJsonArray(value)) {
      reportWrongType(report, value, pointer, "an array");
      return;
    }
    if (filled === true && value.length === 0) {
      report({
        code: "invalid-value",
        pointer,
        message: `${nameOfPlace(pointer)} is empty`,
        expected: "at least one item",
        received: "an empty array",
        hint: "Leave it out if there is nothing to say",
      });
    }
    const seen = new Set<JsonValue>();
    for (const [index, item] of value.entries()) {
      const place = childPointer(pointer, index);
      check(of, item, place);
      if (unique === true && seen.has(item)) {
        report({
          code: "invalid-value",
          pointer: place,
          message: `${describeValue(item)} stands twice in ${nameOfPlace(pointer)}`,
          expected: "each item once",
          received: describeValue(item),
        });
      }
      seen.add(item);
    }
  };

  const checkMap = (
    { of, names }: Extract<Shape, { kind: "map" }>,
    value: JsonValue,
    pointer: string,
  ): void => {
    if (!isJsonObject(value)) {
      reportWrongType(report, value, pointer, "an object");
      return;
    }
    for (const [name, member] of Object.entries(value)) {
      const place = childPointer(pointer, name);
      if (names !== undefined && !names.test(name)) {
        report({
          code: "invalid-name",
          pointer: place,
          at: "key",
          message: `A component cannot be named ${quote(name)}`,
          expected: "letters, digits, points, hyphens and underscores",
          received: quote(name),
        });
      }
      check(of, member, place);
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
    const other = places.get(value);
    if (other !== undefined && placeAt(other, pointer) !== undefined) return;
    const place: Place = { value, pointer, name, other };
    places.set(value, place);
    const known = nodes.get(name);
    if (known === undefined) nodes.set(name, [place]);
    else known.push(place);

    const anchor = name === "Schema" ? ownString(value, "$anchor") : undefined;
    if (anchor !== undefined) resolver.addAnchor(pointer, anchor);
    pending.push(...outgoingReferences(name, { value, pointer }));
    if (name === "Schema" && version === "3.0" && ownString(value, "$ref") !== undefined) {
      reportSiblings(value, pointer, version, report);
      return;
    }
    checkFields(name, value, pointer);
  };

  const kindAt = (value: JsonValue | undefined, pointer: string): ObjectName | undefined =>
    isJsonObject(value) ? placeAt(places.get(value), pointer)?.name : undefined;

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

  const requiredFields = (name: ObjectName): readonly string[] => {
    const known = required.get(name);
    if (known !== undefined) return known;
    const found = [...openApiObjects[name].fields].filter(
      ([, field]) => field.required === true || field.requiredIn?.includes(version) === true,
    );
    const keys = found.map(([key]) => key);
    required.set(name, keys);
    return keys;
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
    for (const key of requiredFields(name)) {
      if (Object.hasOwn(value, key)) continue;
      report({
        code: "missing-field",
        pointer,
        at: "key",
        message: `${quote(key)} is missing`,
        expected: `${quote(key)} in ${objectTitle(name)}`,
        received: `no ${quote(key)}`,
        hint: key === "description" ? 'An empty text will do: description: ""' : undefined,
      });
    }
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
    const kind = kindAt(value, target);
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
    of: (name) => nodes.get(name) ?? [],
    at: (name, pointer) => {
      const value = valueAt(root, pointer);
      return isJsonObject(value) && kindAt(value, pointer) === name ? value : undefined;
    },
    references,
  };
}

function placeAt(first: Place | undefined, pointer: string): Place | undefined {
  for (let place = first; place !== undefined; place = place.other) {
    if (place.pointer === pointer) return place;
  }
  return undefined;
}

function objectHint(name: ObjectName, value: JsonValue): string | undefined {
  if (name === "Schema" && isJsonArray(value)) {
    return "A schema for each item by its place is prefixItems, since OpenAPI 3.1";
  }
  return value === null ? "Is the indentation of what follows right?" : undefined;
}
