import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { findOrInstallChromium } from "@flex-channels/gear/chromium";
import { bundle, bundlers } from "../bundle.ts";
import { createProject } from "../create-project.ts";
import { driver } from "../driver.ts";
import { expectChannel } from "../expect-channel.ts";
import { checkRow, SkipError, type Row } from "../row.ts";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import type { Stage } from "../stage.ts";

/** A real page in a real browser, with the bundle of each bundler, fetching across origins. */
export async function checkChromium(stage: Stage): Promise<readonly Row[]> {
  const browser = await findOrInstallChromium({ ...stage, cwd: stage.directory });
  if (browser.kind === "missing") {
    const skipped = async (): Promise<string> => {
      throw new SkipError(browser.reason);
    };
    return [await checkRow("chromium", "none", skipped)];
  }
  const directory = await createProject(stage, {
    name: "chromium",
    dependencies: ["@flex-channels/client"],
    files: ["bundle-entry.mjs"],
  });
  const rows: Row[] = [];
  for (const bundler of bundlers) {
    rows.push(
      await checkRow(`chromium (${bundler})`, browser.version, async () => {
        const file = await bundle(stage, bundler, directory, "bundle-entry.mjs");
        const profile = join(directory, `profile-${bundler}`);
        await mkdir(profile);
        const node = stage.gear.file("node-24", "bin", "node");
        const playwright = stage.gear.file("playwright-core", "index.mjs");
        const args = [driver("chromium-page.mjs"), playwright, browser.path, profile, file];
        const output = await runOrThrow(node, [...args, stage.mockUrl], {
          cwd: directory,
          env: stage.env,
          signal: stage.signal,
          timeoutMs: 120_000,
        });
        return expectChannel(output);
      }),
    );
  }
  return rows;
}
