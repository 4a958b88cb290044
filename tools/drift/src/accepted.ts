import { isDeepStrictEqual } from "node:util";
import type { Finding } from "@flex-channels/contract-review";
import type { JsonObject, JsonValue } from "@flex-channels/document";
import { isJsonArray, isJsonObject } from "@flex-channels/document";

/** A difference that was looked at and is meant to stay, as long as Twilio says just this. */
export interface Accepted {
  readonly rule: string;
  /** `GET /v1/Channels/{Sid}` */
  readonly operation: string;
  /** Places in the message; `*` stands for one name. */
  readonly at: readonly string[];
  /** What Twilio's document says there; nothing: nothing. */
  readonly theirs: JsonValue | undefined;
  readonly reason: string;
}

const fields = ["rule", "operation", "at", "theirs", "reason"] as const;

/** The file of accepted differences cannot be read as such. */
export class AcceptedError extends Error {
  override readonly name = "AcceptedError";
}

/** The entries of the file's value: a list. */
export function parseAccepted(value: JsonValue, file: string): readonly Accepted[] {
  if (value === null) return [];
  if (!isJsonArray(value)) {
    throw new AcceptedError(`${file}: expected a list of differences, received ${kindOf(value)}.`);
  }
  return value.map((entry, index) => parseEntry(entry, `${file}: entry ${String(index + 1)}`));
}

function parseEntry(entry: JsonValue, where: string): Accepted {
  if (!isJsonObject(entry)) {
    throw new AcceptedError(
      `${where}: expected an object with ${fields.join(", ")}, received ${kindOf(entry)}.`,
    );
  }
  const unknown = Object.keys(entry).find((name) => !fields.some((field) => field === name));
  if (unknown !== undefined) {
    throw new AcceptedError(`${where}: unknown field "${unknown}". Expected ${fields.join(", ")}.`);
  }
  return {
    rule: textOf(entry, "rule", where),
    operation: textOf(entry, "operation", where),
    at: placesOf(entry, where),
    theirs: entry["theirs"],
    reason: textOf(entry, "reason", where),
  };
}

function textOf(entry: JsonObject, field: (typeof fields)[number], where: string): string {
  const value = entry[field];
  if (typeof value === "string" && value.trim() !== "") return value.trim();
  throw new AcceptedError(`${where}: expected a text in "${field}", received ${kindOf(value)}.`);
}

function placesOf(entry: JsonObject, where: string): readonly string[] {
  const { at = "" } = entry;
  const places = (isJsonArray(at) ? at : [at]).filter((place) => typeof place === "string");
  const isSound = places.every((place) => place === "" || place.startsWith("/"));
  if (places.length > 0 && isSound && places.length === (isJsonArray(at) ? at.length : 1)) {
    return places;
  }
  throw new AcceptedError(
    `${where}: expected a place such as /200/body/application~1json/sid, or a list of them, in "at", received ${JSON.stringify(at)}.`,
  );
}

function kindOf(value: JsonValue | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (isJsonArray(value)) return "a list";
  return isJsonObject(value) ? "an object" : `a ${typeof value}`;
}

/** Whether an entry means a finding, and Twilio still says what was accepted. */
export function accepts(entry: Accepted, finding: Finding): boolean {
  return (
    entry.rule === finding.ruleId &&
    finding.operations.includes(entry.operation) &&
    entry.at.some((place) => isPlace(place, finding.instanceLocation)) &&
    isDeepStrictEqual(entry.theirs, finding.now)
  );
}

function isPlace(pattern: string, place: string): boolean {
  const [wanted, given] = [pattern.split("/"), place.split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((token, index) => token === "*" || token === given[index])
  );
}
