/**
 * The only way from a document's text into code: a string becomes a string literal, a value becomes
 * a literal expression. JSON is a subset of ECMAScript, but U+2028 and U+2029 end a line in older
 * parsers, `<` may end an inline script, and a lone surrogate does not survive UTF-8.
 */
export const stringLiteral = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[\u2028\u2029\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff<]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** A JSON value as an ECMAScript expression; `__proto__` stays an own property. */
export const valueLiteral = (value: unknown): string => {
  if (typeof value === "string") return stringLiteral(value);
  if (Array.isArray(value)) return `[${value.map(valueLiteral).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `${propertyName(name)}: ${valueLiteral(member)}`);
    return `{${members.join(", ")}}`;
  }
  return JSON.stringify(value) ?? "undefined";
};

/** A property name in an object literal: `__proto__: x` would set the prototype, `["__proto__"]: x` does not. */
export const propertyName = (name: string): string =>
  name === "__proto__" ? '["__proto__"]' : stringLiteral(name);

/** A property name in a type or an interface, where `__proto__` means nothing special. */
export const memberName = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
