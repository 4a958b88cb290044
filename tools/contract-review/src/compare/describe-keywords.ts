import { child } from "../json/pointer.ts";
import type { Change } from "./change.ts";
import { isPlainExtension } from "./compare-documentation.ts";
import { sunsetNotice } from "./compare-deprecation.ts";
import type { CompareContext } from "./context.ts";
import { type Difference, differences } from "./keyword-differences.ts";
import type { SchemaGroup } from "./schema-group.ts";
import { type SchemaPlace, refusedAt } from "./schema-place.ts";
import { schemaWords } from "./words.ts";

/** Words for readers, and what is more than that in a body of XML alone. */
function isWord(keyword: string): boolean {
  return schemaWords.has(keyword) || keyword === "xml";
}

/** Enters a change at the place that is gone through. */
export type Enter = (change: Pick<Change, "kind" | "keyword"> & Partial<Change>) => void;

/** Words for readers, defaults and notices of deprecation that differ. */
export function describeWords(
  context: CompareContext,
  base: SchemaGroup,
  head: SchemaGroup,
  isXml: boolean,
  enter: Enter,
): void {
  const isTold = (keyword: string): boolean =>
    isWord(keyword) ||
    keyword === "default" ||
    keyword === "deprecated" ||
    keyword === context.options.deprecation.sunset ||
    isPlainExtension(context, keyword);
  for (const { keyword, ...difference } of differences(base, head, isTold)) {
    if (keyword === "default") enter({ kind: "default-changed", keyword, ...difference });
    else if (keyword === "deprecated") {
      const kind = difference.now === true ? "deprecated" : "deprecation-withdrawn";
      enter({ kind, keyword, ...difference });
    } else if (keyword === context.options.deprecation.sunset) {
      const kind = sunsetNotice(context, difference.was, difference.now);
      if (kind !== undefined) enter({ kind, keyword: "sunset", ...difference });
    } else if (keyword === "xml" && isXml) {
      enter({ kind: "message-undecided", keyword, ...difference, note: keyword });
    } else {
      enter({
        kind: "documentation",
        direction: "document",
        part: "schema",
        keyword,
        ...difference,
      });
    }
  }
}

/** Keywords whose value is a schema or holds schemas, told by place or not at all. */
const STRUCTURE: ReadonlySet<string> = new Set([
  "$ref",
  "$dynamicRef",
  "$anchor",
  "$dynamicAnchor",
  "$id",
  "$schema",
  "$defs",
  "$vocabulary",
  "definitions",
  "allOf",
  "properties",
  "items",
]);

/** What is told by place already. */
export interface ToldElsewhere {
  readonly isKept: (name: string) => boolean;
  readonly hasBranches: boolean;
}

/** Constraints that differ, and refuse nobody. */
export function describeConstraints(
  { options }: CompareContext,
  place: SchemaPlace,
  base: SchemaGroup,
  head: SchemaGroup,
  { isKept, hasBranches }: ToldElsewhere,
  enter: Enter,
): void {
  const isTold = (keyword: string): boolean =>
    options.openEnums.includes(keyword) ||
    (!STRUCTURE.has(keyword) &&
      !isWord(keyword) &&
      keyword !== "default" &&
      keyword !== "deprecated" &&
      !(hasBranches && (keyword === "anyOf" || keyword === "oneOf")) &&
      !keyword.startsWith("x-"));
  const isRefused = [place.location, `${place.location}/*`].some((location) =>
    place.refused.has(refusedAt(place.direction, location)),
  );
  for (const { keyword, ...difference } of differences(base, head, isTold)) {
    if (keyword === "required") describeRequired(place, difference, isKept, enter);
    else if (!isRefused) {
      const written = place.direction === "request" ? difference.was : difference.now;
      // Who sends nothing that is not declared needs no word of what else may be sent.
      const dependsOnConvention = keyword === "additionalProperties" && written === undefined;
      enter({ kind: "message-tolerated", keyword, ...difference, dependsOnConvention });
    }
  }
}

/** One finding a property: each became required, or stopped to be, by itself. */
function describeRequired(
  place: SchemaPlace,
  difference: Difference,
  isKept: (name: string) => boolean,
  enter: Enter,
): void {
  const was = new Set(Array.isArray(difference.was) ? difference.was.flat() : []);
  const now = new Set(Array.isArray(difference.now) ? difference.now.flat() : []);
  for (const name of new Set([...was, ...now])) {
    if (was.has(name) === now.has(name) || !isKept(String(name))) continue;
    const location = child(place.location, String(name));
    if (place.refused.has(refusedAt(place.direction, location))) continue;
    enter({
      kind: "message-tolerated",
      keyword: "required",
      ...difference,
      instanceLocation: location,
      was: was.has(name),
      now: now.has(name),
    });
  }
}
