import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { consumerFile } from "../driver.ts";
import { expectChannel } from "../expect-channel.ts";
import { gitIn } from "../git-in.ts";
import { installCheckout } from "../release-packages.ts";
import { checkRow, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";
import { runJob } from "../workflow/run-job.ts";
import { readJob } from "../workflow/workflow.ts";

const number = "7";

/** What a reviewer does with the tarballs of a pull request: downloads the artifact and installs it. */
export async function checkPreviews(stage: Stage): Promise<readonly Row[]> {
  let artifact = "";
  let version = "";
  const packed = await checkRow("preview: packed", "", async () => {
    artifact = await packPreview(stage);
    const files = await readdir(artifact);
    version =
      /^# Preview (\S+)$/m.exec(await readFile(join(artifact, "README.md"), "utf8"))?.[1] ?? "";
    if (!/^0\.0\.0-pr\.7\.g[0-9a-f]{9}$/.test(version))
      throw new Error(`not a preview: ${version}`);
    return `${files.length - 1} tarballs and how to install them`;
  });
  if (packed.result === "fail") return [packed];
  const installed = await checkRow("preview: installed, run", version, async () =>
    tryPreview(stage, artifact, version),
  );
  return [{ ...packed, version }, installed];
}

/** The job of `preview.yml` in a checkout of its own. Returns the folder of its artifact. */
async function packPreview(stage: Stage): Promise<string> {
  const { directory, env, signal, heard } = stage;
  const place = join(directory, "preview");
  const checkout = join(place, "checkout");
  await mkdir(place);
  await gitIn(directory, stage)("clone", "--quiet", "origin.git", checkout);
  await installCheckout(checkout, stage);
  await runJob(await readJob(checkout, "preview.yml", "pack"), {
    checkout,
    temp: join(place, "temp"),
    artifacts: join(place, "artifacts"),
    values: { "github.event.pull_request.number": number },
    env,
    signal,
    heard,
  });
  return join(place, "artifacts", "preview");
}

/** The command that the instructions name, then a program against the mock. */
async function tryPreview(stage: Stage, artifact: string, version: string): Promise<string> {
  const { env, signal, mockUrl } = stage;
  const options = { cwd: artifact, env, signal };
  const told = await readFile(join(artifact, "README.md"), "utf8");
  const [, command = ""] = /^(npm install .*)$/m.exec(told) ?? [];
  await writeFile(join(artifact, "package.json"), '{ "private": true, "type": "module" }');
  await runOrThrow("bash", ["-c", `${command} --no-audit --no-fund`], options);
  const manifest = join(artifact, "node_modules", "@flex-channels", "client", "package.json");
  const installed: { version: string } = JSON.parse(await readFile(manifest, "utf8"));
  if (installed.version !== version) throw new Error(`installed ${installed.version}`);
  await cp(consumerFile("fetch-channel.mjs"), join(artifact, "fetch-channel.mjs"));
  return expectChannel(await runOrThrow("node", ["fetch-channel.mjs", mockUrl], options));
}
