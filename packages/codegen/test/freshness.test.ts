import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { knownRun } from "../src/freshness.ts";
import { runGenerate } from "../src/run-generate.ts";
import type { RunSettings } from "../src/run-settings.ts";

const document = `openapi: 3.1.0
info: { title: A, version: 1.0.0 }
paths:
  /a:
    get:
      operationId: getA
      responses:
        "200":
          description: OK
          content: { application/json: { schema: { $ref: "schemas/a.yaml#/A" } } }
`;

describe("knownRun", () => {
  let root = "";
  let folder = "";
  let fresh = "";
  let count = 0;
  const settings = (changes: Partial<RunSettings> = {}): RunSettings => ({
    document: join(folder, "openapi.yaml"),
    out: join(folder, "out"),
    format: false,
    importExtension: "ts",
    severities: {},
    external: ["schemas/"],
    check: false,
    ...changes,
  });
  const cache = (): string => join(folder, "node_modules", ".cache", "flex-codegen");
  const change = async (file: string, edit: (text: string) => string): Promise<void> => {
    await writeFile(file, edit(await readFile(file, "utf8")));
  };
  const changeRecord = async (edit: (text: string) => string): Promise<void> => {
    for (const name of await readdir(cache())) await change(join(cache(), name), edit);
  };

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "fresh-"));
    fresh = join(root, "fresh");
    await mkdir(join(fresh, "schemas"), { recursive: true });
    await writeFile(join(fresh, "package.json"), "{}");
    await writeFile(join(fresh, "openapi.yaml"), document);
    await writeFile(
      join(fresh, "schemas", "a.yaml"),
      "A: { type: object, properties: { b: { type: string, format: unheard-of } } }\n",
    );
    folder = fresh;
    expect(await runGenerate(settings())).toMatchObject({ kind: "written", status: 0 });
  });
  beforeEach(async () => {
    count += 1;
    folder = join(root, `copy-${count}`);
    await cp(fresh, folder, { recursive: true });
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test("knows what the run before it found: the files, and the warnings that still hold", async () => {
    const { files, diagnostics } = await runGenerate(settings());
    expect(diagnostics.map(({ code }) => code)).toEqual(["validator-format-unknown"]);
    expect(knownRun(settings())).toMatchObject({ files, diagnostics });
  });

  const same = [
    { name: "the project has another place", make: () => undefined },
    { name: "it is only checked", make: () => undefined, settings: { check: true } },
    {
      name: "the document was touched",
      make: () => utimes(join(folder, "openapi.yaml"), 1, 1),
    },
    {
      name: "a file that nobody refers to was added beside the document",
      make: () => writeFile(join(folder, "schemas", "b.yaml"), "B: {}\n"),
    },
  ];
  test.each(same)("knows the run although $name", async ({ make, settings: changes }) => {
    await make();
    expect(knownRun(settings(changes))).toBeDefined();
  });

  const others = [
    {
      name: "the document has changed",
      make: () => change(join(folder, "openapi.yaml"), (text) => `${text}# more\n`),
    },
    {
      name: "a file that the document refers to has changed",
      make: () => change(join(folder, "schemas", "a.yaml"), (text) => `${text}# more\n`),
    },
    {
      name: "the document is gone",
      make: () => rm(join(folder, "openapi.yaml")),
    },
    {
      name: "an output file was edited",
      make: () => change(join(folder, "out", "client.ts"), (text) => `${text}\n`),
    },
    { name: "an output file is missing", make: () => rm(join(folder, "out", "client.ts")) },
    {
      name: "the output folder is gone",
      make: () => rm(join(folder, "out"), { recursive: true }),
    },
    {
      name: "the output folder holds another file",
      make: () => writeFile(join(folder, "out", "mine.md"), ""),
    },
    {
      name: "the output folder holds another file in a folder",
      make: async () => {
        await mkdir(join(folder, "out", "mine"));
        await writeFile(join(folder, "out", "mine", "a.ts"), "");
      },
    },
    { name: "there is no record", make: () => rm(cache(), { recursive: true }) },
    { name: "the record is empty", make: () => changeRecord(() => "") },
    { name: "the record was cut", make: () => changeRecord((text) => text.slice(0, -1)) },
    {
      name: "the record was edited",
      make: () => changeRecord((text) => text.replace("client.ts", "clienT.ts")),
    },
    { name: "the record is something else", make: () => changeRecord(() => "\u0000{}\n[1]") },
    { name: "another option is given", make: () => undefined, settings: { format: true } },
    {
      name: "another import extension is asked for",
      make: () => undefined,
      settings: { importExtension: "js" as const },
    },
    {
      name: "another severity is asked for",
      make: () => undefined,
      settings: { severities: { "example-mismatch": "off" as const } },
    },
    { name: "other files are allowed", make: () => undefined, settings: { external: [] } },
  ];
  test.each(others)("knows nothing where $name", async ({ make, settings: changes }) => {
    await make();
    expect(knownRun(settings(changes))).toBeUndefined();
  });

  test("a checkout with CRLF is known after one run", async () => {
    const file = join(folder, "out", "client.ts");
    await change(file, (text) => text.replaceAll("\n", "\r\n"));
    expect(knownRun(settings())).toBeUndefined();
    expect(await runGenerate(settings({ check: true }))).toMatchObject({ kind: "clean" });
    expect(knownRun(settings())).toBeDefined();
  });

  test("a document with a byte order mark is known after one run", async () => {
    await change(join(folder, "openapi.yaml"), (text) => `\uFEFF${text}`);
    expect(await runGenerate(settings())).toMatchObject({ kind: "clean" });
    expect(knownRun(settings())).toBeDefined();
  });

  test("a run that left drift behind is not remembered", async () => {
    await rm(cache(), { recursive: true });
    await writeFile(join(folder, "out", "mine.md"), "");
    expect(await runGenerate(settings())).toMatchObject({ status: 1 });
    await rm(join(folder, "out", "mine.md"));
    expect(knownRun(settings())).toBeUndefined();
  });

  test("two outputs of one package have a record each", async () => {
    const second = { out: join(folder, "second") };
    await runGenerate(settings(second));
    expect([knownRun(settings()), knownRun(settings(second))]).not.toContain(undefined);
  });

  test("a cache that cannot be written costs time and nothing else", async () => {
    await rm(join(folder, "node_modules"), { recursive: true });
    await writeFile(join(folder, "node_modules"), "a file");
    expect(await runGenerate(settings())).toMatchObject({ kind: "clean", status: 0 });
    expect(knownRun(settings())).toBeUndefined();
  });

  test("an output outside any package is remembered in that of the working directory", async () => {
    await rename(join(folder, "package.json"), join(folder, "package.txt"));
    await rm(cache(), { recursive: true });
    const before = process.cwd();
    const working = join(folder, "working");
    await mkdir(working);
    await writeFile(join(working, "package.json"), "{}");
    try {
      process.chdir(working);
      await runGenerate(settings());
      expect(knownRun(settings())).toBeDefined();
      expect(await readdir(join(working, "node_modules", ".cache", "flex-codegen"))).toHaveLength(
        1,
      );
    } finally {
      process.chdir(before);
    }
  });

  test("an output where no package is leaves no record anywhere", async () => {
    await rename(join(folder, "package.json"), join(folder, "package.txt"));
    await rm(cache(), { recursive: true });
    const before = process.cwd();
    try {
      process.chdir(folder);
      await runGenerate(settings());
      expect(knownRun(settings())).toBeUndefined();
    } finally {
      process.chdir(before);
    }
    await expect(readdir(cache())).rejects.toThrow("ENOENT");
  });
});
