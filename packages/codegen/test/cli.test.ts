import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const cli = join(import.meta.dirname, "..", "src", "cli.ts");
const document = await readFile(join(import.meta.dirname, "../../../spec/openapi.yaml"), "utf8");

/** What V8 compiled is kept between the processes of this file: most of a short run is start-up. */
const compileCache = await mkdtemp(join(tmpdir(), "codegen-compiled-"));
afterAll(() => rm(compileCache, { recursive: true, force: true }));

/** A text that a process began to write which is no more. */
const leftOver = "client.ts.999999999.01234567-89ab-cdef-0123-456789abcdef.tmp";

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const runWith = (
  env: Readonly<Record<string, string>>,
  cwd: string,
  ...args: readonly string[]
): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--conditions=@flex-channels/source", cli, ...args],
      {
        cwd,
        encoding: "utf8",
        env: { ...process.env, NODE_COMPILE_CACHE: compileCache, ...env },
      },
      (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });

const run = (cwd: string, ...args: readonly string[]): Promise<Ran> => runWith({}, cwd, ...args);

describe("flex-codegen", () => {
  let root = "";
  let fresh = "";
  let folder = "";
  let count = 0;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "codegen-"));
    fresh = join(root, "fresh");
    await mkdir(fresh);
    await writeFile(join(fresh, "openapi.yaml"), document);
    expect(await run(fresh, "generate", "--out", "out")).toMatchObject({ status: 0, stderr: "" });
  });
  beforeEach(async () => {
    count += 1;
    folder = join(root, `copy-${count}`);
    await cp(fresh, folder, { recursive: true, preserveTimestamps: true });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test("a fresh output passes the check", async () => {
    expect(await run(folder, "generate", "--out", "out", "--check")).toEqual({
      status: 0,
      stdout: "out is what openapi.yaml gives (13 files).\n",
      stderr: "",
    });
  });

  const drifts = [
    {
      name: "an edited file",
      change: async () => {
        const file = join(folder, "out", "client.ts");
        await writeFile(
          file,
          (await readFile(file, "utf8")).replace("options?: Options", "options: Options"),
        );
      },
      want: [
        "client.ts: edited by hand",
        "-fetchChannel(sid: ChannelSid, options: Options)",
        "+fetchChannel(sid: ChannelSid, options?: Options)",
      ],
    },
    {
      name: "a missing file",
      change: () => rm(join(folder, "out", "schemas.ts")),
      want: ["schemas.ts: missing", "+export type Channel = "],
    },
    {
      name: "a file that was generated once",
      change: async () => {
        await cp(join(folder, "out", "schemas.ts"), join(folder, "out", "old.ts"));
      },
      want: ["old.ts: no longer generated", "-export type Channel = "],
    },
    {
      name: "a file that was never generated",
      change: () => writeFile(join(folder, "out", "notes.md"), "mine"),
      want: ["notes.md: not generated: nothing else belongs in this folder"],
    },
    {
      name: "a generated file in a folder below, which may be somebody else's",
      change: () =>
        cp(join(folder, "out", "schemas.ts"), join(folder, "out", "below", "schemas.ts")),
      want: ["below/schemas.ts: not generated: nothing else belongs in this folder"],
    },
    {
      name: "what a killed run left",
      change: () => writeFile(join(folder, "out", leftOver), ""),
      want: [`${leftOver}: no longer generated`],
    },
    {
      name: "a link that was never generated",
      change: () => symlink("nowhere", join(folder, "out", "link.ts")),
      want: ["link.ts: not generated: nothing else belongs in this folder"],
    },
    {
      name: "a changed document",
      change: () =>
        writeFile(
          join(folder, "openapi.yaml"),
          document.replace("operationId: fetchChannel", "operationId: getChannel"),
        ),
      want: ["client.ts: out of date", "-fetchChannel(", "+getChannel("],
    },
  ];
  test.each(drifts)(
    "$name fails the check with a difference and the command that mends it",
    async ({ change, want }) => {
      await change();
      const { status, stderr } = await run(folder, "generate", "--out", "out", "--check");
      expect(status).toBe(1);
      for (const text of want) expect(stderr).toContain(text);
      expect(stderr).toContain("To mend it: flex-codegen generate --out out\n");
    },
  );

  test("generating mends every drift but a file that it never wrote", async () => {
    await rm(join(folder, "out", "schemas.ts"));
    await cp(join(folder, "out", "types.ts"), join(folder, "out", "old.ts"));
    await writeFile(join(folder, "out", "notes.md"), "mine");
    expect(await run(folder, "generate", "--out", "out")).toEqual({
      status: 1,
      stdout:
        "removed out/old.ts\nwrote out/schemas.ts\nout/notes.md was not generated: move it out of the folder.\n",
      stderr: "",
    });
    expect(await readFile(join(folder, "out", "notes.md"), "utf8")).toBe("mine");
    await rm(join(folder, "out", "notes.md"));
    expect(await run(folder, "generate", "--out", "out", "--check")).toMatchObject({ status: 0 });
  });

  test("a reader that closes its end early is no failure", async () => {
    const child = spawn(process.execPath, [
      "--conditions=@flex-channels/source",
      cli,
      "generate",
      join(folder, "openapi.yaml"),
      "--out",
      join(folder, "other"),
    ]);
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (text) => (stderr += String(text)));
    const [status] = (await once(child, "close")) as [number];
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("runs at the same time leave a whole folder", async () => {
    const runs = ["a", "b", "c"].map(() => run(folder, "generate", "--out", "new", "--force"));
    for (const { status, stderr } of await Promise.all(runs)) {
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    }
    expect(await run(folder, "generate", "--out", "new", "--check")).toMatchObject({ status: 0 });
  });

  test("an equal file is not written again", async () => {
    const times = async (): Promise<readonly number[]> =>
      Promise.all(
        (await readdir(join(folder, "out"))).map(
          async (name) => (await stat(join(folder, "out", name))).mtimeMs,
        ),
      );
    const before = await times();
    expect(await run(folder, "generate", "--out", "out")).toMatchObject({ status: 0 });
    expect(await times()).toEqual(before);
  });

  describe("in a package", () => {
    const heavy = /\/(?:yaml|jsonc-parser|typescript|prettier|openapi-[a-z]+|document)\//;
    const loadedBy = async (...args: readonly string[]): Promise<string> => {
      const file = join(folder, "loads.txt");
      const preload = `--import=${join(import.meta.dirname, "note-loads.mjs")}`;
      const env = { NODE_OPTIONS: preload, NOTE_LOADS_FILE: file };
      expect(await runWith(env, folder, ...args)).toMatchObject({ status: 0, stderr: "" });
      return readFile(file, "utf8");
    };
    beforeEach(async () => {
      await writeFile(join(folder, "package.json"), "{}");
      expect(await run(folder, "generate", "--out", "out")).toMatchObject({ status: 0 });
    });

    test("a run with nothing to do loads nothing heavy; a forced one does all of it", async () => {
      const [quick, check, forced] = [
        await loadedBy("generate", "--out", "out"),
        await loadedBy("generate", "--out", "out", "--check"),
        await loadedBy("generate", "--out", "out", "--force"),
      ];
      expect(quick).toMatch(/freshness/);
      expect([quick, check].filter((loads) => heavy.test(loads))).toEqual([]);
      expect(forced).toMatch(heavy);
    });

    test("a run with nothing to do says what the run before it said", async () => {
      const args = ["generate", "--out", "out", "--json"] as const;
      expect(await run(folder, ...args)).toEqual(await run(folder, ...args, "--force"));
    });
  });

  test("a reference to another file is followed where it is allowed, and nowhere else", async () => {
    await writeFile(
      join(folder, "openapi.yaml"),
      document.replace('#/components/schemas/Channel"', 'channel.yaml#/Channel"'),
    );
    await writeFile(
      join(folder, "channel.yaml"),
      "Channel: { type: object, properties: { outer: { type: string } } }\n",
    );
    const args = ["generate", "--out", "out", "--severity", "example-mismatch=off"];
    const refused = await run(folder, ...args);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/openapi\.yaml:\d+:\d+ error .*\n/);
    expect(await run(folder, ...args, "--external", "channel.yaml")).toMatchObject({ status: 0 });
    expect(await readFile(join(folder, "out", "types.ts"), "utf8")).toContain("outer?: string;");
  });

  test("the configuration names the command that mends", async () => {
    await writeFile(
      join(folder, "flex-codegen.config.json"),
      '{"out": "out", "command": "make api"}',
    );
    await rm(join(folder, "out", "schemas.ts"));
    const { status, stderr } = await run(folder, "generate", "--check");
    expect(status).toBe(1);
    expect(stderr).toContain("To mend it: make api\n");
  });

  test("the configuration says what the arguments do not", async () => {
    await writeFile(join(folder, "flex-codegen.config.json"), '{"out": "out"}');
    expect(await run(folder, "generate", "--check")).toMatchObject({ status: 0 });
  });

  test("--json prints the result as data", async () => {
    await rm(join(folder, "out", "schemas.ts"));
    const { status, stdout, stderr } = await run(
      folder,
      "generate",
      "--out",
      "out",
      "--check",
      "--json",
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      kind: "drift",
      status: 1,
      changes: [{ kind: "missing", path: "schemas.ts" }],
      diagnostics: [],
    });
  });

  test("a broken document is refused with its place, and the output stays", async () => {
    await writeFile(
      join(folder, "openapi.yaml"),
      document.replace('#/components/schemas/Channel"', '#/components/schemas/Chanel"'),
    );
    const { status, stdout, stderr } = await run(folder, "generate", "--out", "out");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/openapi\.yaml:\d+:\d+ error .*\n[\s\S]*Chanel/);
    await writeFile(join(folder, "openapi.yaml"), document);
    expect(await run(folder, "generate", "--out", "out", "--check")).toMatchObject({ status: 0 });
  });

  const mistakes = [
    {
      name: "a document that is not there",
      args: ["generate", "nowhere.yaml"],
      want: "nowhere.yaml",
    },
    {
      name: "an unknown option",
      args: ["generate", "--outt", "x"],
      want: "unknown option '--outt'",
    },
    {
      name: "watching and checking at once",
      args: ["generate", "--watch", "--check"],
      want: "option '--watch' cannot be used with option '--check'",
    },
    {
      name: "an unknown import extension",
      args: ["generate", "--import-extension", "mts"],
      want: "Allowed choices are ts, js.",
    },
    {
      name: "standard input",
      args: ["generate", "-"],
      want: "nothing is read from standard input",
    },
    {
      name: "an address",
      args: ["generate", "https://example.com/openapi.yaml"],
      want: 'received: "https://example.com/openapi.yaml"\n  hint:     Nothing is fetched',
    },
    {
      name: "an output folder without a name",
      args: ["generate", "--out", ""],
      want: 'expected: a folder of its own for the generated files\n  received: ""',
    },
    {
      name: "an output folder that holds everything else",
      args: ["generate", "--out", "."],
      want: 'received: ".", which holds the folder the command runs in',
    },
    {
      name: "an output folder that holds the document",
      args: ["generate", "api/openapi.yaml", "--out", "api"],
      want: 'received: "api", which holds the document',
    },
    {
      name: "a file as the output folder",
      args: ["generate", "--out", "openapi.yaml"],
      want: `cannot read the folder "openapi.yaml"
  expected: a folder, or nothing there yet
  received: a file where a folder should be (ENOTDIR)
  hint:     Name a folder with --out`,
    },
    {
      name: "an external file outside the document's folder",
      args: ["generate", "--external", "../secret.yaml"],
      want: 'received: "../secret.yaml"\n  hint:     Nothing outside the document\'s folder is ever read',
    },
    {
      name: "a severity without a level",
      args: ["generate", "--severity", "example-mismatch"],
      want: 'expected a code and a level such as example-mismatch=warning, received "example-mismatch"',
    },
    { name: "an unknown command", args: ["genrate"], want: "unknown command 'genrate'" },
    { name: "no command", args: [], want: "Usage: flex-codegen" },
  ];
  test.each(mistakes)("$name is exit status 3", async ({ args, want }) => {
    const { status, stderr } = await run(folder, ...args);
    expect(status).toBe(3);
    expect(stderr).toContain(want);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("a configuration that cannot be used is exit status 3, said in one line", async () => {
    await writeFile(join(folder, "flex-codegen.config.json"), '{"output": "x"}');
    expect(await run(folder, "generate")).toEqual({
      status: 3,
      stdout: "",
      stderr:
        'flex-codegen: flex-codegen.config.json: unknown member "output"; expected document, out, format, severities, importExtension, external, command.\n',
    });
  });

  test("the help teaches by examples and lists the exit statuses", async () => {
    const { status, stdout } = await run(folder, "generate", "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("$ flex-codegen generate --check");
    expect(stdout).toContain("Exit status: 0 clean or written, 1 the output differs");
  });
});
