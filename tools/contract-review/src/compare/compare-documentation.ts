import type { Located } from "@flex-channels/document";
import type { JsonObject } from "../json/json-value.ts";
import { type CompareContext, canonicalText } from "./context.ts";
import { memberPointer } from "./member-pointer.ts";
import { objectWords } from "./words.ts";

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
  | "security-scheme";

/** Enters each member that only readers see and that differs. */
export function compareDocumentation(
  context: CompareContext,
  part: DocumentedPart,
  location: string,
  base: Located<JsonObject>,
  head: Located<JsonObject>,
  operations: readonly string[],
  isWord: (keyword: string) => boolean = (keyword) =>
    objectWords.has(keyword) || isPlainExtension(context, keyword),
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
      basePointer: memberPointer(base, keyword),
      headPointer: memberPointer(head, keyword),
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
