import type { Located } from "@flex-channels/document";
import type { JsonObject, JsonValue } from "../json/json-value.ts";
import type { ChangeKind, Direction } from "./change.ts";
import type { CompareContext, OperationPair } from "./context.ts";
import { memberPointer } from "./member-pointer.ts";

/** Where the notice stands, for the finding. */
export interface DeprecationPlace {
  readonly direction: Direction;
  readonly part: string;
  readonly location: string;
}

/** Enters a deprecation that was announced, withdrawn, or that ends too soon. */
export function compareDeprecation(
  context: CompareContext,
  operations: OperationPair,
  place: DeprecationPlace,
  base: Located<JsonObject>,
  head: Located<JsonObject>,
): void {
  const { sunset } = context.options.deprecation;
  const was = base.value["deprecated"] === true;
  const now = head.value["deprecated"] === true;
  if (was !== now) enter(now ? "deprecated" : "deprecation-withdrawn", "deprecated");
  const notice = now ? sunsetNotice(context, base.value[sunset], head.value[sunset]) : undefined;
  if (notice !== undefined) enter(notice, sunset);

  function enter(kind: ChangeKind, keyword: string): void {
    context.book.add({
      kind,
      direction: place.direction,
      part: place.part,
      keyword: keyword === sunset ? "sunset" : keyword,
      operations: [operations.base.name],
      instanceLocation: place.location,
      basePointer: memberPointer(base, keyword),
      headPointer: memberPointer(head, keyword),
      was: base.value[keyword] ?? false,
      now: head.value[keyword] ?? false,
      dependsOnConvention: false,
    });
  }
}

/** What another day of leaving is; nothing where it is the same day, or none. */
export function sunsetNotice(
  { options }: CompareContext,
  was: JsonValue | undefined,
  now: JsonValue | undefined,
): "sunset-too-soon" | "deprecated" | undefined {
  const { graceDays } = options.deprecation;
  const [before, after] = [dayAt(was), dayAt(now)];
  if (after === undefined || after === before) return undefined;
  const earliest = addDays(options.today, graceDays);
  // A day announced before stands; one announced now must leave the grace period.
  const isTooSoon = before === undefined ? graceDays > 0 && after < earliest : after < before;
  return isTooSoon ? "sunset-too-soon" : "deprecated";
}

/** Whether what the base deprecated may be gone: its sunset and the grace period lie behind. */
export function isRetired(
  { options }: CompareContext,
  { value }: { readonly value: JsonObject },
): boolean {
  const day = dayAt(value[options.deprecation.sunset]);
  if (value["deprecated"] !== true || day === undefined) return false;
  return addDays(day, options.deprecation.graceDays) <= options.today;
}

/** `YYYY-MM-DD` of a sunset, which may be a day or a date-time (RFC 3339). */
function dayAt(value: JsonObject[string] | undefined): string | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}/.test(value)) return undefined;
  return value.slice(0, 10);
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
