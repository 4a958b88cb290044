// Tries what CONTRIBUTING.md says of turbo's caches, on fresh clones of HEAD: a second build is all
// cache; a README regenerates nothing; the document regenerates what depends on it and nothing else;
// a remote cache on this machine serves a second clone. `pnpm --filter @flex-channels/trials run caches`.
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnvironment } from "@flex-channels/gear/clean-environment";
import { installGear } from "@flex-channels/gear/install-gear";
import { runOrThrow } from "@flex-channels/gear/run-or-throw";
import { startProcess } from "@flex-channels/gear/start-process";
import { repository } from "./workspace-copy.ts";

const here = join(import.meta.dirname, "..");
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const root = await mkdtemp(join(tmpdir(), "caches-"));
const env = cleanEnvironment(process.env, { TURBO_TELEMETRY_DISABLED: "1", CI: "true" });

/** A clone as a colleague has it: installed, nothing built. */
const clone = async (name: string): Promise<string> => {
  const folder = join(root, name);
  log(`cloning and installing ${name}`);
  await runOrThrow("git", ["clone", "--quiet", "--depth=1", `file://${repository}`, folder], {
    cwd: root,
    env,
  });
  await runOrThrow("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], {
    cwd: folder,
    env,
  });
  return folder;
};

type Hit = "miss" | "local" | "remote";

interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly cache: { readonly status: string; readonly source?: string };
  }[];
}

/** Generates, then builds; says of each build where its result came from. */
const build = async (
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ReadonlyMap<string, Hit>> => {
  const runs = join(folder, ".turbo", "runs");
  await rm(runs, { recursive: true, force: true });
  // Two runs, as the root scripts do: turbo reads what a task depends on before any task has run.
  for (const args of [["generate"], ["build", "--summarize"]]) {
    const turbo = join(folder, "node_modules", ".bin", "turbo");
    await runOrThrow(turbo, ["run", ...args, "--output-logs=errors-only"], {
      cwd: folder,
      env: { ...env, ...more },
    });
  }
  const file = (await readdir(runs)).find((name) => name.endsWith(".json"));
  const summary = JSON.parse(await readFile(join(runs, file ?? ""), "utf8")) as Summary;
  return new Map(
    summary.tasks.map(({ taskId, cache }) => [
      taskId,
      cache.status !== "HIT" ? "miss" : cache.source === "REMOTE" ? "remote" : "local",
    ]),
  );
};

let failed = 0;
const check = (
  claim: string,
  tasks: ReadonlyMap<string, Hit>,
  want: (task: string) => Hit,
): void => {
  const wrong = [...tasks].filter(([task, hit]) => hit !== want(task));
  log(`${wrong.length === 0 && tasks.size > 0 ? "ok  " : "FAIL"} ${claim} (${tasks.size} tasks)`);
  if (wrong.length === 0 && tasks.size > 0) return;
  failed += 1;
  for (const [task, hit] of wrong) log(`     ${task}: ${hit}, expected ${want(task)}`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};

/** What generating builds before the build does. */
const generator = /^@flex-channels\/(?:document|codegen)#/;

/** What neither reads the contract nor comes after something that does. */
const apartFromTheDocument = /^@flex-channels\/(?:document|codegen|contract-review)#/;

try {
  const first = await clone("first");
  check("a first build does everything that generating did not", await build(first), (task) =>
    generator.test(task) ? "local" : "miss",
  );
  check("a second build is all cache", await build(first), () => "local");

  for (const file of ["README.md", "packages/codegen/README.md"]) {
    await appendFile(join(first, file), "\nOne more line.\n");
  }
  check("a README regenerates nothing", await build(first), () => "local");

  const document = join(first, "spec", "openapi.yaml");
  const text = await readFile(document, "utf8");
  await writeFile(document, text.replace("A Flex chat channel.", "A chat channel of Flex."));
  check("the document regenerates what depends on it", await build(first), (task) =>
    apartFromTheDocument.test(task) ? "local" : "miss",
  );
  const built = await readFile(join(first, "packages/contract/dist/schemas.d.ts"), "utf8");
  if (!built.includes("A chat channel of Flex.")) {
    failed += 1;
    log("FAIL what was built is what was generated");
  }
  await runOrThrow("git", ["checkout", "--quiet", "spec", "packages/contract/src"], {
    cwd: first,
    env,
  });
  check("a checkout of the old document is all cache", await build(first), () => "local");

  const gear = await installGear({
    manifestDirectory: join(here, "gear", "remote-cache"),
    cacheDirectory: join(here, ".cache", "remote-cache"),
    log,
  });
  const port = await freePort();
  const token = "loopback-only";
  const storage = join(root, "storage");
  await mkdir(storage);
  const server = gear.file("turborepo-remote-cache", "dist", "cli.js");
  await using _ = await startProcess(process.execPath, [server], {
    cwd: root,
    env: {
      ...env,
      PORT: String(port),
      HOST: "127.0.0.1",
      NODE_ENV: "production",
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: storage,
      LOG_LEVEL: "info",
    },
    ready: (line) => (line.includes(`:${port}`) ? true : undefined),
  });
  const remote = {
    TURBO_API: `http://127.0.0.1:${port}`,
    TURBO_TEAM: "team_flex-channels",
    TURBO_TOKEN: token,
    TURBO_CACHE: "remote:rw",
  };
  check(
    "a clone fills an empty remote cache",
    await build(await clone("second"), remote),
    (task) => (generator.test(task) ? "remote" : "miss"),
  );
  check(
    "the remote cache serves a new clone",
    await build(await clone("third"), remote),
    () => "remote",
  );
} finally {
  await rm(root, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
