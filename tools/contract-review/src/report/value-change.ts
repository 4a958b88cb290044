import { type JsonValue, isJsonArray } from "../json/json-value.ts";
import { shorten } from "./visible-text.ts";
import { valueText } from "./value-text.ts";

/** One half of a change in words; no text where there is no value. */
export interface ShownValue {
  readonly title: string;
  readonly text?: string;
}

/** Two cells of this width stand beside each other on a telephone. */
const WIDEST = 40;
const MOST = 200;

/** What was and what is now; of two long lists only what left and what came. */
export function valueChange(
  was: JsonValue | undefined,
  now: JsonValue | undefined,
): readonly [was: ShownValue, now: ShownValue] {
  const whole = [shown("was", was), shown("now", now)] as const;
  if (!isListOfScalars(was) || !isListOfScalars(now)) return whole;
  if (Math.max(JSON.stringify(was).length, JSON.stringify(now).length) <= WIDEST) return whole;
  const gone = was.filter((item) => !now.includes(item));
  const added = now.filter((item) => !was.includes(item));
  if (gone.length === 0 && added.length === 0) return whole;
  return [
    listed(`gone (of ${String(was.length)})`, gone),
    listed(`new (of ${String(now.length)})`, added),
  ];
}

function isListOfScalars(value: JsonValue | undefined): value is readonly JsonValue[] {
  return isJsonArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

function shown(title: string, value: JsonValue | undefined): ShownValue {
  return value === undefined ? { title } : { title, text: valueText(value, MOST) };
}

function listed(title: string, items: readonly JsonValue[]): ShownValue {
  if (items.length === 0) return { title };
  return { title, text: shorten(items.map((item) => JSON.stringify(item)).join(", "), MOST) };
}
