import type { JsonObject } from "../json/json-value.ts";
import { child } from "../json/pointer.ts";
import { type CompareContext, canonicalText } from "./context.ts";

/** The objects of OpenAPI that hold words for readers beside what they declare. */
export type DocumentedPart =
  | "info"
  | "operation"
  | "parameter"
  | "header"
  | "request-body"
  | "response"
  | "media-type"
  | "server"
  | "security-scheme"
  | "tag";

/** Members that are words for readers, wherever they stand. */
const WORDS: ReadonlySet<string> = new Set([
  "summary",
  "description",
  "externalDocs",
  "example",
  "examples",
  "tags",
  "links",
  "bearerFormat",
]);

interface Documented {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** Enters each member that only readers see and that differs. */
export function compareDocumentation(
  context: CompareContext,
  part: DocumentedPart,
  location: string,
  base: Documented,
  head: Documented,
  operations: readonly string[],
  isWord: (keyword: string) => boolean = (keyword) =>
    WORDS.has(keyword) || isPlainExtension(context, keyword),
): void {
  for (const keyword of new Set([...Object.keys(base.value), ...Object.keys(head.value)])) {
    if (!isWord(keyword)) continue;
    const was = Object.hasOwn(base.value, keyword) ? base.value[keyword] : undefined;
    const now = Object.hasOwn(head.value, keyword) ? head.value[keyword] : undefined;
    if (canonicalText(was) === canonicalText(now)) continue;
    context.book.add({
      kind: "documentation",
      direction: "document",
      part,
      keyword,
      operations,
      instanceLocation: location,
      basePointer: was === undefined ? base.pointer : child(base.pointer, keyword),
      headPointer: now === undefined ? head.pointer : child(head.pointer, keyword),
      ...(was === undefined ? {} : { was }),
      ...(now === undefined ? {} : { now }),
      dependsOnConvention: false,
    });
  }
}

/** An extension that no policy reads. */
export function isPlainExtension({ options }: CompareContext, keyword: string): boolean {
  return (
    keyword.startsWith("x-") &&
    keyword !== options.deprecation.sunset &&
    !options.openEnums.includes(keyword)
  );
}
