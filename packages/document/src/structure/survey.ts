import { didYouMean } from "../nearest.ts";
import { describeValue, quote } from "../describe-value.ts";
import type { JsonObject, JsonValue } from "../json.ts";
import { isJsonArray, isJsonObject, own, ownString } from "../json.ts";
import { childPointer, parsePointer, valueAt } from "../json-pointer.ts";
import type { Located, OpenApiVersion } from "../openapi-document.ts";
import type { Resolver } from "../references/resolver.ts";
import type { Report } from "../report.ts";
import { checkTypeKeyword } from "./check-type-keyword.ts";
import { openApiObjects } from "./openapi-objects.ts";
import { keywordShape } from "./schema-keywords.ts";
import type { Field, ObjectName, Shape } from "./shape.ts";

/** Every object of the document, found by walking it as the specification is laid out. */
export interface Survey {
  /** Each object once, by kind. */
  of(name: ObjectName): readonly Located<JsonObject>[];
  /** From the pointer of each object with a `$ref` to the pointer it leads to. */
  readonly references: ReadonlyMap<string, string>;
}

interface PendingReference {
  readonly holder: Located<JsonObject>;
  readonly name: ObjectName;
}

/**
 * Checks every value against the tables of {@link openApiObjects} and resolves every reference.
 * Components are walked before what references lead to, so that a schema that is named as a
 * parameter is told from a parameter.
 */
export function surveyDocument(
  root: JsonObject,
  version: OpenApiVersion,
  resolver: Resolver,
  report: Report,
): Survey {
  const nodes = new Map<ObjectName, Located<JsonObject>[]>();
  const kinds = new Map<string, ObjectName>();
  const references = new Map<string, string>();
  let pending: PendingReference[] = [];

  const check = (shape: Shape, value: JsonValue, pointer: string): void => {
    switch (shape.kind) {
      case "any":
        return;
      case "boolean":
        if (typeof value !== "boolean") wrongType(value, pointer, "true or false");
        return;
      case "string":
        checkString(shape.values, value, pointer);
        return;
      case "number":
        checkNumber(shape, value, pointer);
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
        if (shape.reference === true && own(value, "$ref") !== undefined) {
          checkReference(shape.name, value, pointer);
        } else if (shape.name !== "Schema" || typeof value !== "boolean" || version === "3.0") {
          checkObject(shape.name, value, pointer);
        }
    }
  };

  const wrongType = (value: JsonValue, pointer: string, expected: string, hint?: string): void => {
    report({
      code: "wrong-type",
      pointer,
      message: `${nameOf(pointer)} is ${describeValue(value)}, not ${expected}`,
      expected,
      received: describeValue(value),
      hint,
    });
  };

  const checkString = (
    values: readonly string[] | undefined,
    value: JsonValue,
    pointer: string,
  ): void => {
    if (typeof value !== "string") {
      const written = typeof value === "number" || typeof value === "boolean" || value === null;
      wrongType(value, pointer, "a string", written ? "Put quotes around it" : undefined);
    } else if (values !== undefined && !values.includes(value)) {
      report({
        code: "invalid-value",
        pointer,
        message: `${nameOf(pointer)} cannot be ${quote(value)}`,
        expected: `one of ${values.join(", ")}`,
        received: quote(value),
        hint: didYouMean(value, values),
      });
    }
  };

  const checkNumber = (
    shape: Extract<Shape, { kind: "number" }>,
    value: JsonValue,
    pointer: string,
  ): void => {
    const expected = `${shape.integer === true ? "an integer" : "a number"}${
      shape.above === undefined ? "" : ` above ${shape.above}`
    }${shape.minimum === undefined ? "" : `, ${shape.minimum} or more`}`;
    if (typeof value !== "number") {
      wrongType(value, pointer, expected, numberHint(value, pointer));
      return;
    }
    const fits =
      (shape.integer !== true || Number.isInteger(value)) &&
      (shape.above === undefined || value > shape.above) &&
      (shape.minimum === undefined || value >= shape.minimum);
    if (fits) return;
    report({
      code: "invalid-value",
      pointer,
      message: `${nameOf(pointer)} cannot be ${value}`,
      expected,
      received: String(value),
    });
  };

  const checkList = (
    shape: Extract<Shape, { kind: "list" }>,
    value: JsonValue,
    pointer: string,
  ): void => {
    if (!isJsonArray(value)) {
      wrongType(value, pointer, "an array");
      return;
    }
    if (shape.filled === true && value.length === 0) {
      report({
        code: "invalid-value",
        pointer,
        message: `${nameOf(pointer)} is empty`,
        expected: "at least one item",
        received: "an empty array",
        hint: "Leave it out if there is nothing to say",
      });
    }
    const seen = new Set<JsonValue>();
    for (const [index, item] of value.entries()) {
      const place = childPointer(pointer, index);
      check(shape.of, item, place);
      if (shape.unique === true && seen.has(item)) {
        report({
          code: "invalid-value",
          pointer: place,
          message: `${describeValue(item)} stands twice in ${nameOf(pointer)}`,
          expected: "each item once",
          received: describeValue(item),
        });
      }
      seen.add(item);
    }
  };

  const checkMap = (
    shape: Extract<Shape, { kind: "map" }>,
    value: JsonValue,
    pointer: string,
  ): void => {
    if (!isJsonObject(value)) {
      wrongType(value, pointer, "an object");
      return;
    }
    for (const name of Object.keys(value)) {
      const place = childPointer(pointer, name);
      if (shape.names !== undefined && !shape.names.test(name)) {
        report({
          code: "invalid-name",
          pointer: place,
          at: "key",
          message: `A component cannot be named ${quote(name)}`,
          expected: "letters, digits, points, hyphens and underscores",
          received: quote(name),
        });
      }
      const member = own(value, name);
      if (member !== undefined) check(shape.of, member, place);
    }
  };

  const checkReference = (name: ObjectName, value: JsonValue, pointer: string): void => {
    if (!isJsonObject(value)) return;
    if (ownString(value, "$ref") === undefined) {
      wrongType(own(value, "$ref") ?? null, childPointer(pointer, "$ref"), "a string");
      return;
    }
    const allowed = version === "3.0" ? ["$ref"] : ["$ref", "summary", "description"];
    warnOfSiblings(value, pointer, allowed);
    pending.push({ holder: { value, pointer }, name });
  };

  const warnOfSiblings = (value: JsonObject, pointer: string, allowed: readonly string[]): void => {
    const sibling = Object.keys(value).find(
      (key) => !allowed.includes(key) && !key.startsWith("x-"),
    );
    if (sibling === undefined) return;
    report({
      code: "reference-siblings",
      pointer: childPointer(pointer, sibling),
      at: "key",
      message: `${quote(sibling)} beside $ref is ignored`,
      expected: `nothing beside ${allowed.join(", ")}`,
      received: quote(sibling),
      hint:
        version === "3.0"
          ? "Put both into allOf, or raise openapi to 3.1.1 if this is a schema"
          : "Change what the reference leads to, or copy it here",
    });
  };

  const checkObject = (name: ObjectName, value: JsonValue, pointer: string): void => {
    if (!isJsonObject(value)) {
      wrongType(value, pointer, `an object (${name} Object)`, objectHint(name, value));
      return;
    }
    if (kinds.has(pointer)) return;
    kinds.set(pointer, name);
    const located = { value, pointer };
    const known = nodes.get(name);
    if (known === undefined) nodes.set(name, [located]);
    else known.push(located);

    if (name === "Schema") {
      const anchor = ownString(value, "$anchor");
      if (anchor !== undefined) resolver.addAnchor(pointer, anchor);
    }
    if ((name === "Schema" || name === "Path Item") && ownString(value, "$ref") !== undefined) {
      pending.push({ holder: located, name });
      if (name === "Schema" && version === "3.0") {
        warnOfSiblings(value, pointer, ["$ref"]);
        return;
      }
    }
    checkFields(name, value, pointer);
  };

  const checkFields = (name: ObjectName, value: JsonObject, pointer: string): void => {
    const rule = openApiObjects[name];
    for (const key of Object.keys(value)) {
      const member = own(value, key);
      if (member === undefined) continue;
      const place = childPointer(pointer, key);
      const field = rule.fields.get(key);
      if (field !== undefined && (field.versions?.includes(version) ?? true)) {
        check(keywordShape(key, field, version), member, place);
      } else if (rule.extensible && key.startsWith("x-")) {
        continue;
      } else if (rule.patterned?.names.test(key) === true) {
        check(rule.patterned.shape, member, place);
      } else {
        unknownField(name, key, field, place);
      }
    }
    for (const [key, field] of rule.fields) {
      const needed = field.required === true || field.requiredIn?.includes(version) === true;
      if (!needed || Object.hasOwn(value, key)) continue;
      report({
        code: "missing-field",
        pointer,
        at: "key",
        message: `${quote(key)} is missing`,
        expected: `${quote(key)} in ${/^[AEIOUX]/.test(name) ? "an" : "a"} ${name} Object`,
        hint: missingHint(name, key),
      });
    }
  };

  const unknownField = (
    name: ObjectName,
    key: string,
    field: Field | undefined,
    place: string,
  ): void => {
    const rule = openApiObjects[name];
    const at = { pointer: place, at: "key" } as const;
    if (field?.versions !== undefined) {
      if (key === "nullable") {
        report({
          code: "nullable-in-3-1",
          ...at,
          message: `OpenAPI ${version} has no "nullable", and it would be ignored`,
          expected: 'type: [<type>, "null"]',
          received: '"nullable"',
          hint: 'Remove nullable and add "null" to the list of types',
        });
        return;
      }
      report({
        code: "keyword-of-other-version",
        ...at,
        message: `${quote(key)} belongs to OpenAPI ${field.versions.join(" and ")}, not ${version}`,
        expected: `a field of OpenAPI ${version}`,
        received: quote(key),
        hint:
          version === "3.0" ? "Raise openapi to 3.1.1, or write it in the words of 3.0" : undefined,
      });
      return;
    }
    const names = [...rule.fields]
      .filter(([, { versions }]) => versions?.includes(version) ?? true)
      .map(([known]) => known);
    if (name === "Schema") {
      const hint = didYouMean(key, names);
      // JSON Schema 2020-12 lets authors add keywords, so only what looks mistyped is told.
      if (version !== "3.0" && hint === undefined) return;
      report({
        code: "unknown-keyword",
        ...at,
        message: `${quote(key)} is no keyword of OpenAPI ${version} and has no effect`,
        expected: "a keyword of a Schema Object, or a name that begins with x-",
        received: quote(key),
        hint,
      });
      return;
    }
    if (rule.patterned !== undefined) {
      report({
        code: "invalid-name",
        ...at,
        message: `${quote(key)} is not ${rule.patterned.expected}`,
        expected: rule.patterned.expected,
        received: quote(key),
        hint: patternedHint(name, key),
      });
      return;
    }
    report({
      code: "unknown-field",
      ...at,
      message: `${/^[AEIOUX]/.test(name) ? "An" : "A"} ${name} Object has no field ${quote(key)}`,
      expected: `one of ${names.join(", ")}, or a name that begins with x-`,
      received: quote(key),
      hint: didYouMean(
        key,
        names,
        "Did it slip a level in or out? A field of your own begins with x-",
      ),
    });
  };

  const follow = ({ holder, name }: PendingReference): PendingReference | undefined => {
    const resolution = resolver.resolve(holder.value, holder.pointer);
    if (resolution.kind === "later") return { holder, name };
    if (resolution.kind === "nowhere") return undefined;
    const { pointer } = resolution;
    references.set(holder.pointer, pointer);
    const value = valueAt(root, pointer);
    const kind = kinds.get(pointer);
    if (value === undefined || kind === name) return undefined;
    if (kind !== undefined) {
      report({
        code: "reference-wrong-kind",
        pointer: childPointer(holder.pointer, "$ref"),
        message: `The reference leads to a ${kind} Object where a ${name} Object belongs`,
        expected: `the place of a ${name} Object`,
        received: `the place of a ${kind} Object`,
        related: { message: "it leads here", pointer, at: "key" },
      });
      return undefined;
    }
    check({ kind: "object", name, reference: true }, value, pointer);
    return undefined;
  };

  checkObject("OpenAPI", root, "");
  for (let later: PendingReference[] = []; pending.length > 0;) {
    const batch = pending;
    pending = [];
    for (const reference of batch) {
      const again = follow(reference);
      if (again !== undefined) later.push(again);
    }
    if (pending.length === 0 && later.length > 0) {
      resolver.anchorsComplete();
      pending = later;
      later = [];
    }
  }
  return { of: (name) => nodes.get(name) ?? [], references };
}

/** The last token of a pointer, for a person. */
function nameOf(pointer: string): string {
  const tokens = parsePointer(pointer) ?? [];
  const last = tokens.at(-1);
  if (last === undefined) return "The document";
  return /^\d+$/.test(last) ? `Item ${last} of ${quote(tokens.at(-2) ?? "")}` : quote(last);
}

function numberHint(value: JsonValue, pointer: string): string | undefined {
  if (typeof value === "string") return "Remove the quotes";
  if (typeof value === "boolean" && /\/exclusiveM(?:ax|in)imum$/.test(pointer)) {
    return "Since OpenAPI 3.1 it is the bound itself: exclusiveMaximum: 10 instead of maximum: 10";
  }
  return undefined;
}

function objectHint(name: ObjectName, value: JsonValue): string | undefined {
  if (name === "Schema" && isJsonArray(value)) {
    return "A schema for each item by its place is prefixItems, since OpenAPI 3.1";
  }
  if (value === null) return "Is the indentation of what follows right?";
  return undefined;
}

function missingHint(name: ObjectName, key: string): string | undefined {
  if (name === "Response" && key === "description") return 'An empty text will do: description: ""';
  if (name === "Operation" && key === "responses") {
    return "Name at least the answer of a success";
  }
  return undefined;
}

function patternedHint(name: ObjectName, key: string): string | undefined {
  if (name === "Paths") return `Write ${quote(`/${key}`)}`;
  if (name === "Responses" && /^[1-5]xx$/.test(key)) return `Write ${quote(key.toUpperCase())}`;
  return undefined;
}
