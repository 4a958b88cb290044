import type { JsonObject, JsonValue } from "@flex-channels/document";

/** Texts that would break out of a string, a template, a comment, a regular expression or a page. */
export const hostileTexts: Readonly<Record<string, string>> = {
  "a double quote": '"; globalThis.pwned = 1; "',
  "a single quote": "'; globalThis.pwned = 1; '",
  "a backtick": "`; globalThis.pwned = 1; `",
  "an interpolation": "${globalThis.pwned = 1}",
  "the end of a comment": "*/ globalThis.pwned = 1; /*",
  "the start of a comment": "// /* <!-- -->",
  "a line feed": "\nglobalThis.pwned = 1;\n",
  "a carriage return": "\rglobalThis.pwned = 1;\r",
  "a line separator": "\u2028globalThis.pwned = 1;\u2029",
  "a backslash at the end": "\\",
  "an escaped quote": '\\"; globalThis.pwned = 1; //',
  "a unicode escape": "\\u0022; globalThis.pwned = 1; //",
  "the end of a script": "</script><script>globalThis.pwned = 1</script>",
  "a lone high surrogate": "\ud83d",
  "a lone low surrogate": "\ude00",
  "a null character": "\u0000",
  "a right-to-left override": "\u202egnitirw",
  "a byte order mark": "\ufeff",
  "the end of a regular expression": "/; globalThis.pwned = 1; /",
  "the name of the prototype": "__proto__",
  "the name of the constructor": "constructor",
  "a call": ")); globalThis.pwned = 1; ((",
  "an object's end": "}); globalThis.pwned = 1; ({",
  "an astral character": "𝒳👩‍👩‍👧",
  nothing: "",
};

/** An object with one member, whatever its name: `{ [name]: value }` would do, were it not for `__proto__` in literals. */
const one = (name: string, value: JsonValue): JsonObject => Object.fromEntries([[name, value]]);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

/** Every place of a schema that takes text, with the hostile text in it. */
export const hostilePlaces: Readonly<Record<string, (text: string) => JsonObject>> = {
  "a property's name": (text) => ({
    properties: one(text, { type: "string" }),
  }),
  "a property's name beside additionalProperties": (text) => ({
    properties: one(text, true),
    additionalProperties: false,
  }),
  "a required name": (text) => ({ required: [text] }),
  "an enum value": (text) => ({ enum: [text, 1] }),
  "an enum value beside an object": (text) => ({ enum: [text, {}] }),
  "a name in an enum's object": (text) => ({
    enum: [one(text, 1)],
  }),
  "a const": (text) => ({ const: text }),
  "a text in a const": (text) => ({ const: [text] }),
  "a pattern as it is": (text) => ({ pattern: text }),
  "a pattern that matches it": (text) => ({ pattern: escaped(text) }),
  "a pattern of properties": (text) => ({
    patternProperties: one(escaped(text), false),
    additionalProperties: { type: "string" },
  }),
  "a format": (text) => ({ format: text }),
  "a type": (text) => ({ type: text }),
  "a keyword": (text) => one(text, 1),
  "a reference": (text) => ({ $ref: text }),
  "a reference into the document": (text) => ({
    $ref: `#/$defs/${encodeURIComponent(text.toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"))}`,
    $defs: one(text.toWellFormed(), { items: { $ref: "#" } }),
  }),
  "a dependent name": (text) => ({
    dependentRequired: one(text, [text]),
    dependentSchemas: one(text, { minProperties: 1 }),
  }),
  "a title and a description": (text) => ({ title: text, description: text, type: "string" }),
  "a default and examples": (text) => ({ default: text, examples: [text], type: "string" }),
  "a comment": (text) => ({ $comment: text, type: "string" }),
  "a keyword of numbers": (text) => ({
    minLength: text,
    minimum: text,
    multipleOf: text,
    maxItems: text,
  }),
  "a schema": (text) => ({ items: text, allOf: text, properties: text, required: text }),
};
