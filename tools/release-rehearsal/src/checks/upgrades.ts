import { checkRow, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";
import { type CompileError, describeErrors, readCompileErrors } from "../upgrades/compile-error.ts";
import { type ContractEdit, contractEdits } from "../upgrades/contract-edits.ts";
import {
  compileConsumer,
  createConsumer,
  editConsumer,
  runConsumer,
  upgrade,
} from "../upgrades/consumer.ts";
import type { RehearsedPull } from "../upgrades/rehearsed-pull.ts";
import { type EditReview, mendEdit, proposeEdit, releaseEdit } from "../upgrades/release-edit.ts";

/**
 * Edits of the document, each from the edit to a consumer that upgrades: what the review quoted is
 * what the consumer's compiler prints, and what was called compatible compiles.
 */
export async function checkUpgrades(stage: Stage): Promise<readonly Row[]> {
  const project = await createConsumer(stage);
  expectErrors("the consumer before any upgrade", [], await compileConsumer(stage, project));
  const rows: Row[] = [];
  for (const edit of contractEdits) {
    stage.log(`upgrades: ${edit.name}`);
    const done = await checkUpgrade(stage, project, edit);
    rows.push(...done);
    // The next edit stands on this one.
    if (done.some(({ result }) => result === "fail")) break;
  }
  return rows;
}

async function checkUpgrade(
  stage: Stage,
  project: string,
  edit: ContractEdit,
): Promise<readonly Row[]> {
  let promised: readonly CompileError[] = [];
  let versions: ReadonlyMap<string, string> = new Map();
  const version = (): string => versions.get("@flex-channels/client") ?? "";
  let pull: RehearsedPull | undefined;
  const steps: readonly { readonly what: string; readonly check: () => Promise<string> }[] = [
    {
      what: "pull request told",
      check: async () => {
        const proposed = await proposeEdit(stage, edit);
        pull = proposed.pull;
        promised = promisedErrors(proposed.review);
        return `${edit.bump}, the gate is closed; errors promised: ${describeErrors(promised)}`;
      },
    },
    {
      what: "gate opened",
      check: async () => (pull === undefined ? "" : mendEdit(stage, edit, pull)),
    },
    {
      what: "release",
      check: async () => {
        versions = await releaseEdit(stage, edit);
        return [...versions].map(([name, at]) => `${name.replace(/^.*\//, "")} ${at}`).join(", ");
      },
    },
    {
      what: "consumer compiles",
      check: async () => {
        await expectUnknown(stage, project, edit);
        const installed = await upgrade(stage, project);
        if (installed !== version()) throw new Error(`installed ${installed}, not ${version()}`);
        expectErrors("the upgraded consumer", promised, await compileConsumer(stage, project));
        return promised.length === 0
          ? "no error, as promised"
          : `${describeErrors(promised)}, as the review quoted, and no other`;
      },
    },
    { what: "consumer runs", check: () => followAndRun(stage, project, edit) },
  ];
  const rows: Row[] = [];
  for (const { what, check } of steps) {
    const row = await checkRow(`upgrade (${edit.name}): ${what}`, version(), check);
    rows.push({ ...row, version: version() });
    if (row.result === "fail") break;
  }
  return rows;
}

/** The compiler's errors that the review quotes for code that compiled before. */
function promisedErrors({ comparisons }: EditReview): readonly CompileError[] {
  return comparisons
    .flatMap(({ findings }) => findings)
    .filter(({ promise, answer }) => promise === "source" && answer === "breaking")
    .flatMap(({ witness }) => readCompileErrors(witness?.error ?? ""));
}

/** What a version adds does not compile before it: otherwise compiling after it proves nothing. */
async function expectUnknown(
  stage: Stage,
  project: string,
  { added }: ContractEdit,
): Promise<void> {
  if (added === undefined) return;
  const restore = await editConsumer(project, reading(added));
  const errors = await compileConsumer(stage, project);
  await restore();
  expectErrors("code for the next version", [{ code: "TS2339", member: added }], errors);
}

/** The consumer does what the changelog asks, compiles without an error, and runs. */
async function followAndRun(
  stage: Stage,
  project: string,
  { added, removed }: ContractEdit,
): Promise<string> {
  if (added !== undefined) await editConsumer(project, reading(added));
  if (removed !== undefined) {
    await editConsumer(project, (text) =>
      text.replace(`    ${removed}: channel.${removed},\n`, ""),
    );
  }
  expectErrors("the consumer that followed", [], await compileConsumer(stage, project));
  const printed = await runConsumer(stage, project);
  const isAsTold =
    "sid" in printed &&
    (added === undefined || added in printed) &&
    (removed === undefined || !(removed in printed));
  if (!isAsTold) {
    throw new Error(`not the channel: ${JSON.stringify(printed)}`);
  }
  return `read ${Object.keys(printed).length} properties from the mock of this version`;
}

function reading(property: string): (text: string) => string {
  return (text) =>
    text.replace(
      "    url: channel.url,\n",
      `    url: channel.url,\n    ${property}: channel.${property},\n`,
    );
}

function expectErrors(
  who: string,
  wanted: readonly CompileError[],
  received: readonly (readonly CompileError[])[],
): void {
  for (const errors of received) {
    if (describeErrors(errors) === describeErrors(wanted)) continue;
    throw new Error(
      `${who}: expected ${describeErrors(wanted)}, received ${describeErrors(errors)}`,
    );
  }
}
