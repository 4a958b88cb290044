import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatorIdentity } from "../src/generator-identity.ts";

describe("generatorIdentity", () => {
  let root = "";
  const identity = (): string => generatorIdentity(join(root, "dist"));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  };
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "identity-"));
    await write("dist/generate.js", "1");
    await write("dist/generate.d.ts", "1");
    await write("node_modules/@flex-channels/document/dist/index.js", "1");
    await write("node_modules/@flex-channels/document/node_modules/yaml/package.json", "1");
    await write("node_modules/typescript/package.json", "1");
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  const changes = [
    { name: "this package's code", file: "dist/generate.js" },
    { name: "a new module of it", file: "dist/keywords/more.js" },
    { name: "the code of document", file: "node_modules/@flex-channels/document/dist/index.js" },
    { name: "a dependency's version", file: "node_modules/typescript/package.json" },
    {
      name: "the version of a dependency of document",
      file: "node_modules/@flex-channels/document/node_modules/yaml/package.json",
    },
  ];
  test.each(changes)("changes with $name", async ({ file }) => {
    const before = identity();
    await write(file, "2");
    expect(identity()).not.toBe(before);
  });

  const others = [
    { name: "declarations", file: "dist/generate.d.ts" },
    { name: "source maps", file: "dist/generate.js.map" },
    { name: "papers", file: "README.md" },
  ];
  test.each(others)("does not change with $name", async ({ file }) => {
    const before = identity();
    await write(file, "2");
    expect(identity()).toBe(before);
  });

  test("is the same for the same code", () => {
    expect(identity()).toBe(identity());
  });
});
