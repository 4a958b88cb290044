import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Finding,
  describeFinding,
  parseWaivers,
  plainText,
  visibleText,
} from "@flex-channels/contract-review";
import { writeWhole } from "@flex-channels/document/write-whole";
import { parse } from "yaml";
import { openFindings } from "../gate/judge-gate.ts";
import { collectAnalysis } from "./collect-analysis.ts";
import { gitText, rootOf } from "./git.ts";
import { type ExitStatus, type Terminal, UsageError, exitStatus } from "./terminal.ts";

export interface WaiveArguments {
  readonly reason: string;
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly expires?: string;
  readonly file: string;
}

const DAYS = 90;

/**
 * Adds a waiver for each finding that has none, or for those that are named, to the committed
 * file. Whoever owns the file approves it; this only saves the typing.
 */
export async function waiveCommand(
  fingerprints: readonly string[],
  { reason, owner, expires, file }: WaiveArguments,
  terminal: Terminal,
): Promise<ExitStatus> {
  const root = await rootOf(terminal.cwd);
  const { outcome } = await collectAnalysis(
    { root, document: undefined, bases: [], checks: [] },
    terminal,
  );
  if (outcome.kind === "unreadable") {
    terminal.err(outcome.output);
    return exitStatus.unreadable;
  }
  const open = openFindings(outcome.review);
  const unknown = fingerprints.find((print) =>
    open.every(({ fingerprint }) => fingerprint !== print),
  );
  if (unknown !== undefined) {
    throw new UsageError(
      `No open finding has the fingerprint "${visibleText(unknown)}". Open: ${open.map(({ fingerprint }) => fingerprint).join(", ") || "none"}.`,
    );
  }
  const chosen = open.filter(
    ({ fingerprint }) => fingerprints.length === 0 || fingerprints.includes(fingerprint),
  );
  const distinct = [...new Map(chosen.map((finding) => [finding.fingerprint, finding])).values()];
  if (distinct.length === 0) {
    terminal.out("Nothing breaks that is not waived: no waiver is missing.\n");
    return exitStatus.passed;
  }
  const by = owner ?? (await gitText(root, ["config", "user.name"])) ?? "";
  if (by === "") throw new UsageError("Say who answers for it: --owner <name or team>.");
  const today = dayAfter(terminal.now(), 0);
  const last = expires ?? dayAfter(terminal.now(), DAYS);
  if (/^\d{4}-\d{2}-\d{2}$/.test(last) && last < today) {
    throw new UsageError(
      `Expected a day from ${today} on in --expires, received ${last}: a waiver that has ended mutes nothing.`,
    );
  }
  const entries = distinct.map((finding) => entry(finding, { reason, owner: by, expires: last }));
  const text = `${await existingText(join(root, file))}${entries.join("")}`;
  // Held against the reader before it is written.
  parseWaivers(parse(text, { schema: "core" }), file);
  await writeWhole(join(root, file), text);
  terminal.out(`Wrote ${String(entries.length)} to ${file}. Whoever owns the file approves it.\n`);
  return exitStatus.passed;
}

function entry(
  finding: Finding,
  { reason, owner, expires }: Readonly<Record<"reason" | "owner" | "expires", string>>,
): string {
  return [
    `# ${visibleText(plainText(describeFinding(finding)))}`,
    `- fingerprint: ${JSON.stringify(finding.fingerprint)}`,
    `  reason: ${JSON.stringify(reason)}`,
    `  owner: ${JSON.stringify(owner)}`,
    `  expires: ${expires}`,
    "",
  ].join("\n");
}

/** The file without an empty list at its end, which could not be added to. */
async function existingText(file: string): Promise<string> {
  try {
    const text = (await readFile(file, "utf8")).replace(/^\[\]\s*$/m, "");
    return text === "" || text.endsWith("\n") ? text : `${text}\n`;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
