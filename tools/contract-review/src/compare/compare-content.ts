import { child } from "../json/pointer.ts";
import { unreadContent } from "../message/content-pair.ts";
import { writtenEncoding } from "../message/encoding.ts";
import { applicableMediaType } from "../message/media-type.ts";
import type { Content } from "../message/operation.ts";
import { compareDocumentation } from "./compare-documentation.ts";
import { canonicalText } from "./context.ts";
import type { MessageDirection } from "./direction.ts";
import { memberPointer } from "./member-pointer.ts";
import { type Walk, describe, enter } from "./mild-change.ts";

/** A request body or a response. */
export interface ContentOwner {
  readonly pointer: string;
  readonly content: readonly Content[];
}

/** Media types that came or went, and what changed in those that both have. */
export function compareContent(
  walk: Walk,
  direction: MessageDirection,
  location: string,
  base: ContentOwner,
  head: ContentOwner,
): void {
  const { context, operations } = walk;
  const shared = { direction, part: "body", keyword: "media-type" } as const;
  for (const { mediaType, pointer } of unreadContent(base.content, head.content)) {
    enter(walk, {
      ...shared,
      location: child(location, mediaType),
      basePointer: pointer,
      headPointer: head.pointer,
      was: mediaType,
    });
  }
  for (const { mediaType, pointer } of unreadContent(head.content, base.content)) {
    enter(walk, {
      ...shared,
      location: child(location, mediaType),
      basePointer: base.pointer,
      headPointer: pointer,
      now: mediaType,
      dependsOnConvention: direction === "response",
    });
  }
  for (const was of base.content) {
    const now = applicableMediaType(head.content, was.mediaType);
    if (now === undefined) continue;
    const at = child(location, was.mediaType);
    compareDocumentation(context, "media-type", at, was, now, [operations.base.name]);
    compareEncoding(walk, direction, at, was, now);
    describe(walk, { direction, part: "body", location: at }, was, now);
  }
}

/** How the members of a form are written (OpenAPI 3.1 §4.8.15) is in no schema. */
function compareEncoding(
  { context, operations }: Walk,
  direction: MessageDirection,
  location: string,
  base: Content,
  head: Content,
): void {
  if (!/^(?:multipart\/|application\/x-www-form-urlencoded)/.test(base.mediaType)) return;
  const was = writtenEncoding(context.base, base);
  const now = writtenEncoding(context.head, head);
  if (canonicalText(was) === canonicalText(now)) return;
  context.book.add({
    kind: "message-undecided",
    direction,
    part: "body",
    keyword: "encoding",
    operations: [operations.base.name],
    instanceLocation: location,
    basePointer: memberPointer(base, "encoding"),
    headPointer: memberPointer(head, "encoding"),
    was,
    now,
    note: "encoding",
    dependsOnConvention: false,
  });
}
