import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "@flex-channels/gear/run-command";
import { bundle, bundlers } from "../bundle.ts";
import { createProject } from "../create-project.ts";
import { driver } from "../driver.ts";
import { expectChannel } from "../expect-channel.ts";
import { checkRow, SkipError, type Row } from "../row.ts";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import type { Stage } from "../stage.ts";

/** A real page in a real browser, with the bundle of each bundler, fetching across origins. */
export async function checkChromium(stage: Stage): Promise<readonly Row[]> {
  const browser = await findOrInstallChromium(stage);
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

type Browser =
  | { readonly kind: "found"; readonly path: string; readonly version: string }
  | { readonly kind: "missing"; readonly reason: string };

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

async function findOrInstallChromium(stage: Stage): Promise<Browser> {
  const found = await findChromium(stage);
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0) {
    return {
      kind: "missing",
      reason: `none at ${places.join(", ")}, and only root can install it`,
    };
  }
  stage.log("installing chromium with apt-get (half a minute, once)");
  const env = { ...stage.env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { cwd: stage.directory, env, signal: stage.signal, timeoutMs: 600_000 };
  const install = ["install", "--yes", "--quiet", "--no-install-recommends", "chromium"];
  try {
    const first = await runCommand("apt-get", install, options);
    if (first.status !== 0) {
      await runCommand("apt-get", ["update", "--quiet"], options);
      await runOrThrow("apt-get", install, options);
    }
  } catch (error) {
    stage.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    return { kind: "missing", reason: `apt-get could not install it: ${reason}` };
  }
  return (await findChromium(stage)) ?? { kind: "missing", reason: "not there after its install" };
}

async function findChromium(stage: Stage): Promise<Browser | undefined> {
  for (const path of places) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    const options = { cwd: stage.directory, env: stage.env, signal: stage.signal };
    const shown = await runOrThrow(path, ["--version"], options);
    return { kind: "found", path, version: /\d+(\.\d+)*/.exec(shown)?.[0] ?? "unknown" };
  }
  return undefined;
}
