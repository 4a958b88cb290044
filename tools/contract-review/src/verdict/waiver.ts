import type { JsonValue } from "../json/json-value.ts";
import { isJsonArray, isJsonObject } from "../json/json-value.ts";
import type { Finding } from "./finding.ts";

/** One entry of the committed waiver file. */
export interface Waiver {
  readonly fingerprint: string;
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
}

/** The waivers that did nothing, for the report. */
export interface WaiverReport {
  readonly unused: readonly Waiver[];
  readonly expired: readonly Waiver[];
}

const FIELDS = ["fingerprint", "reason", "owner", "expires"] as const;

/** The entries of a waiver file's value: a list, or an object with the list under `waivers`. */
export function parseWaivers(value: JsonValue, file: string): readonly Waiver[] {
  const list = isJsonObject(value) ? value["waivers"] : value;
  if (list === undefined || list === null) return [];
  if (!isJsonArray(list)) {
    throw new WaiverError(`${file}: expected a list of waivers, received ${typeof list}.`);
  }
  return list.map((entry, index) => parseWaiver(entry, `${file}: waiver ${String(index + 1)}`));
}

function parseWaiver(entry: JsonValue, where: string): Waiver {
  if (!isJsonObject(entry)) {
    throw new WaiverError(`${where}: expected an object with ${FIELDS.join(", ")}.`);
  }
  const unknown = Object.keys(entry).find((key) => !FIELDS.some((field) => field === key));
  if (unknown !== undefined) {
    throw new WaiverError(`${where}: unknown field "${unknown}". Expected ${FIELDS.join(", ")}.`);
  }
  const text = (field: (typeof FIELDS)[number]): string => {
    const value = entry[field];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    throw new WaiverError(
      `${where}: expected a text in "${field}", received ${typeof value}. A text that reads as a number needs quotes.`,
    );
  };
  const expires = text("expires");
  if (!isDay(expires)) {
    throw new WaiverError(
      `${where}: expected a day such as 2027-01-31 in "expires", received "${expires}".`,
    );
  }
  const fingerprint = text("fingerprint");
  if (!/^[0-9a-f]{16}$/.test(fingerprint)) {
    throw new WaiverError(
      `${where}: expected the 16 hexadecimal digits that the report shows in "fingerprint", received "${fingerprint}".`,
    );
  }
  return { fingerprint, reason: text("reason"), owner: text("owner"), expires };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The waiver file, or the waivers in it, cannot be read as such. */
export class WaiverError extends Error {
  override readonly name = "WaiverError";
}

/** Mutes the findings that a waiver of today names. */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
): readonly Finding[] {
  const valid = new Map(
    waivers.filter(({ expires }) => expires >= today).map((waiver) => [waiver.fingerprint, waiver]),
  );
  return findings.map((finding) => {
    const waiver = valid.get(finding.fingerprint);
    if (waiver === undefined || finding.answer === "compatible") return finding;
    const { reason, owner, expires } = waiver;
    return {
      ...finding,
      bump: "none",
      waiver: { reason, owner, expires, mutedBump: finding.bump },
    };
  });
}

/** The waivers that no finding of any comparison needs, and those whose day is over. */
export function reportWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string,
): WaiverReport {
  const needed = new Set(
    findings.filter(({ answer }) => answer !== "compatible").map(({ fingerprint }) => fingerprint),
  );
  return {
    expired: waivers.filter(({ expires }) => expires < today),
    unused: waivers.filter(
      ({ fingerprint, expires }) => expires >= today && !needed.has(fingerprint),
    ),
  };
}
