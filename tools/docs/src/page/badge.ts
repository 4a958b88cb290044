import { h } from "../text/h.ts";
import type { Element } from "hast";

/** What a badge says; its colour only repeats it. */
export type Badge = "required" | "deprecated" | "assumed";

export function badge(kind: Badge): Element {
  return h(`span.badge.${kind}`, kind);
}

/** The badges that hold, each with a space before it so that a screen reader parts the words. */
export function badges(
  held: Readonly<Partial<Record<Badge, boolean>>>,
): readonly (Element | string)[] {
  const kinds: readonly Badge[] = ["required", "deprecated", "assumed"];
  return kinds.flatMap((kind) => (held[kind] === true ? [" ", badge(kind)] : []));
}
