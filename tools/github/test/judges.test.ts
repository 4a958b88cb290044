import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseGateConfig } from "../src/gate/gate-config.ts";
import { root } from "./workflow-steps.ts";

const read = async (file: string): Promise<string> => readFile(join(root, file), "utf8");
const gate = async () => parseGateConfig(await read(".github/contract-gate.yaml"), "gate");

/** Who must approve a path: the last line that fits (GitHub's rule). Patterns as they stand here. */
async function ownersOf(path: string): Promise<readonly string[]> {
  const lines = (await read(".github/CODEOWNERS"))
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(/\s+/));
  const found = lines.findLast(([pattern = ""]) => {
    const start = pattern.slice(1).replace(/\*$/, "");
    return start.endsWith("/") || pattern.endsWith("*") ? path.startsWith(start) : path === start;
  });
  return found?.slice(1) ?? [];
}

test("whoever may bend a judgement needs a maintainer's approval", async () => {
  const { judges } = await gate();
  expect(judges.length).toBeGreaterThan(10);
  for (const path of [...judges, ".githooks/pre-push", ".changeset/config.json"]) {
    expect([path, await ownersOf(path)]).toEqual([path, ["@flex-channels/maintainers"]]);
  }
});

test("a waiver and the contract are approved by its owners", async () => {
  for (const path of ["contract-review.waivers.yaml", "spec/openapi.yaml", ".changeset/a.md"]) {
    expect([path, await ownersOf(path)]).toEqual([path, ["@flex-channels/contract-owners"]]);
  }
});

test("what the gate's checks run is among the judges", async () => {
  const { judges, checks } = await gate();
  const folders: Readonly<Record<string, string>> = {
    "@flex-channels/contract": "packages/contract",
    "@flex-channels/spec": "spec",
  };
  const manifests = checks.map(({ run }) => {
    const filter = run.find((word) => word.startsWith("--filter="))?.slice("--filter=".length);
    return `${folders[filter ?? ""] ?? "no folder is known"}/package.json`;
  });
  // A check is what turbo and a manifest's script make of it.
  for (const file of [...manifests, "turbo.json", "package.json", "spec/redocly.env"]) {
    expect([file, judges.some((start) => file.startsWith(start))]).toEqual([file, true]);
  }
});
