import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const cli = join(import.meta.dirname, "..", "src", "cli.ts");
const document = await readFile(join(import.meta.dirname, "../../../spec/openapi.yaml"), "utf8");
const broken = document.replace('#/components/schemas/Channel"', '#/components/schemas/Chanel"');
const renamed = document.replace("operationId: fetchChannel", "operationId: getChannel");

describe("flex-codegen generate --watch", () => {
  let folder = "";
  let child: ChildProcessWithoutNullStreams;
  let told = "";
  let wake: () => void = () => undefined;

  /** What was told since the last time, once it holds `text`. */
  const until = async (text: string): Promise<string> => {
    while (!told.includes(text)) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const taken = told;
    told = "";
    return taken;
  };
  const start = (...args: readonly string[]): void => {
    child = spawn(
      process.execPath,
      ["--conditions=@flex-channels/source", cli, "generate", "--watch", ...args],
      { cwd: folder },
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        told += text;
        wake();
      });
    }
  };
  const client = (): Promise<string> => readFile(join(folder, "out", "client.ts"), "utf8");
  const save = async (name: string, text: string): Promise<void> => {
    await writeFile(join(folder, `${name}~`), text);
    await rename(join(folder, `${name}~`), join(folder, name));
  };

  beforeEach(async () => {
    told = "";
    folder = await mkdtemp(join(tmpdir(), "codegen-watch-"));
    await writeFile(join(folder, "openapi.yaml"), document);
    await writeFile(join(folder, "flex-codegen.config.json"), '{"out": "out", "format": false}');
  });
  afterEach(async () => {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  test("keeps the last good output while the document is broken, and recovers", async () => {
    start();
    expect(await until("Ctrl+C ends it.")).toContain("wrote out/client.ts\n");
    const good = await client();

    await writeFile(join(folder, "openapi.yaml"), broken);
    const said = await until("Ctrl+C ends it.");
    expect(said).toMatch(/openapi\.yaml:\d+:\d+ error [^]*\n> +\d+ \|.*Chanel/);
    expect(said).toContain("out stays as the last sound document left it.\n");
    expect(await client()).toBe(good);

    await save("openapi.yaml", renamed);
    expect(await until("Ctrl+C ends it.")).toContain("wrote out/client.ts\n");
    expect(await client()).toContain("getChannel(");

    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(told).toBe("");
  });

  test("follows its configuration, mistakes in it included", async () => {
    start();
    await until("Ctrl+C ends it.");
    await save("flex-codegen.config.json", '{"out": 1}');
    expect(await until("Ctrl+C ends it.")).toContain('"out" must be a string, received 1');
    await mkdir(join(folder, "apis"));
    await writeFile(join(folder, "apis", "other.yaml"), renamed);
    const config = { document: "apis/other.yaml", out: "out", format: false };
    await save("flex-codegen.config.json", JSON.stringify(config));
    await until("Watching apis/other.yaml");
    expect(await client()).toContain("getChannel(");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("--json prints a line a run", async () => {
    start("--json");
    const first = JSON.parse((await until("Ctrl+C ends it.")).split("\n")[0] ?? "") as unknown;
    expect(first).toMatchObject({ kind: "written", status: 0 });
    await save("openapi.yaml", broken);
    const second = JSON.parse((await until("Ctrl+C ends it.")).split("\n")[0] ?? "") as unknown;
    expect(second).toMatchObject({ kind: "invalid-document", status: 2, changes: [] });
  });
});
