import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/*
 * A consumer's program is checked against the declarations as they are published, with the DOM
 * library, with @types/node, with both and with neither. Another must fail, line by line, so that a
 * check that checks nothing is seen.
 */

const packages = join(import.meta.dirname, "../..");
const tsc = join(packages, "../node_modules/.bin/tsc");
const typesOfNode = join(packages, "../node_modules/@types");
let folder = "";

function run(cwd: string, ...given: readonly string[]): string {
  const { stdout, stderr } = spawnSync(tsc, given, { cwd, encoding: "utf8" });
  return stdout + stderr;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flex-client-types-"));
  for (const name of ["client", "contract"]) {
    const installed = join(folder, "node_modules/@flex-channels", name);
    cpSync(join(packages, name, "package.json"), join(installed, "package.json"));
    const project = join(packages, name, "tsconfig.build.json");
    // The client's own build needs the contract's declarations, hence from its sources.
    const flags = ["--emitDeclarationOnly", "--customConditions", "@flex-channels/source"];
    const root = name === "client" ? ["--rootDir", packages] : [];
    expect(
      run(packages, "-p", project, "--outDir", join(installed, "dist"), ...flags, ...root),
    ).toBe("");
    if (name === "client") {
      cpSync(join(installed, "dist/client/src"), join(installed, "dist"), { recursive: true });
    }
  }
  cpSync(join(import.meta.dirname, "fixtures/types"), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  for (const name of ["openapi-fetch", "undici", "undici-7"]) {
    symlinkSync(join(packages, "client/node_modules", name), join(folder, "node_modules", name));
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function check(
  file: string,
  libraries: string,
  types: string,
  ...flags: readonly string[]
): string {
  const strict = "--noEmit --ignoreConfig --strict --skipLibCheck false".split(" ");
  const target = "--target es2022 --module nodenext --typeRoots".split(" ");
  const given = ["--lib", libraries, "--types", types, ...flags, file];
  return run(folder, ...strict, ...target, typesOfNode, ...given);
}

describe("a consumer's program is checked", () => {
  test.each([
    { name: "the DOM library", given: ["es2023,dom,dom.iterable", ""] },
    { name: "@types/node", given: ["es2023", "node"] },
    { name: "both", given: ["es2023,dom,dom.iterable", "node"] },
  ])("with $name", ({ given: [libraries = "", types = ""] }) => {
    expect(check("consumer.ts", libraries, types)).toBe("");
    expect(check("consumer.ts", libraries, types, "--exactOptionalPropertyTypes")).toBe("");
  });

  test("with undici, of any version that the entry takes", () => {
    // Its own declarations are undici's affair.
    const flags = ["--skipLibCheck", "--exactOptionalPropertyTypes"];
    expect(check("undici-consumer.ts", "es2023", "node", ...flags)).toBe("");
  });

  test("with neither", () => {
    expect(check("bare-consumer.ts", "es2023", "")).toBe("");
  });

  test("and each of its mistakes is found", () => {
    const lines = readFileSync(join(folder, "mistakes.ts"), "utf8").split("\n");
    const wanted = lines.flatMap((line, index) => (line.includes("// mistake") ? [index + 1] : []));
    const found = check("mistakes.ts", "es2023,dom", "").matchAll(/^mistakes\.ts\((\d+),/gm);
    expect([...new Set([...found].map(([, line]) => Number(line)))]).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(5);
  });
});
