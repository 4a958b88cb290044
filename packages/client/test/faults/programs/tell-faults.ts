import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { isFlexError } from "../../../src/index.ts";
import type { FlexErrorJson } from "../../../src/index.ts";
import type { FaultRow } from "../fault-row.ts";
import { allRows } from "../rows/all-rows.ts";
import { trustedAuthority } from "../rows/tls-rows.ts";
import { runRow } from "../run-row.ts";
import type { EntryUnderTest } from "../run-row.ts";

/*
 * A program of its own: `tell-faults.ts <module of an entry>`. It plays every fault whose outcome is
 * left open by nobody, and prints what a caller is told of each, without what no two runs share.
 */
const entry: EntryUnderTest = await import(process.argv[2] ?? "");
const concurrency = 24;

/** What a caller gets. What broke a connection is a matter of moments: the kind is not. */
function storyOf(json: FlexErrorJson & { readonly rawBody?: string | undefined }): object {
  const { attempts, elapsedMs: _elapsedMs, message, ...fields } = json;
  const isBroken = attempts.some(({ kind }) => kind === "connection");
  const told = attempts.map(({ kind, reason, status }) => ({
    kind,
    status,
    reason: isBroken ? "" : reason,
  }));
  return { ...fields, attempts: told, message: isBroken ? "" : message };
}

async function tell(row: FaultRow): Promise<object> {
  const { outcome, requestCount } = await runRow(row, "safe", entry);
  if (outcome.kind === "success") return { kind: "success", requestCount };
  if (!isFlexError(outcome.error)) throw outcome.error;
  const { error } = outcome;
  return { ...storyOf({ ...error.toJSON(), rawBody: error.rawBody }), requestCount };
}

setDefaultCACertificates([...getCACertificates("default"), trustedAuthority.certificate.cert]);
const rows = Object.entries(allRows).flatMap(([part, faults]) =>
  faults
    .filter(({ want }) => typeof want.kind === "string" && !Array.isArray(want.requests))
    .map((row) => [`${part}: ${row.name}`, row] as const),
);
const stories: Record<string, object> = {};
const next = rows[Symbol.iterator]();
await Promise.all(
  Array.from({ length: concurrency }, async () => {
    for (const [name, row] of next) stories[name] = await tell(row);
  }),
);
const sorted = Object.fromEntries(rows.map(([name]) => [name, stories[name]]));
// Ports, dates and waits until a date differ from run to run.
const text = JSON.stringify(sorted)
  .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1")
  .replaceAll(/\(\d+ ms\) ends/g, "ends");
process.stdout.write(text, () => process.exit());
