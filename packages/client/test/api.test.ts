import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* api.md lists what the package exports, entry by entry; the build is asked what it does export. */

const root = join(import.meta.dirname, "..");
const { exports: entries } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, { readonly types?: string } | string>>;
};
const modules = Object.entries(entries).flatMap(([entry, target]) =>
  typeof target === "object" && target.types !== undefined
    ? [{ entry: entry.replace(/^\./, "@flex-channels/client"), types: target.types }]
    : [],
);
const api = readFileSync(join(root, "api.md"), "utf8");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flex-client-api-"));
  execFileSync(
    join(root, "../../node_modules/.bin/tsc"),
    [
      "-p",
      join(root, "tsconfig.build.json"),
      "--outDir",
      folder,
      "--rootDir",
      join(root, ".."),
      "--emitDeclarationOnly",
      "--customConditions",
      "@flex-channels/source",
    ],
    { cwd: root },
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The names that a declaration file exports of its own; `export *` of our own files is followed. */
function namesIn(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.trim().split(" as ").at(-1) ?? ""),
  );
  const declared = [...text.matchAll(/^export declare (?:function|const|class) (\w+)/gm)].map(
    ([, name = ""]) => name,
  );
  const interfaces = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(
    ([, name = ""]) => name,
  );
  const starred = [...text.matchAll(/^export \* from "(\.\/[^"]+)";/gm)].flatMap(([, path = ""]) =>
    namesIn(join(file, "..", path.replace(/\.[jt]s$/, ".d.ts"))),
  );
  return [...new Set([...listed, ...declared, ...interfaces, ...starred])]
    .filter(Boolean)
    .toSorted();
}

/** The names that a section of api.md lists. */
function listedUnder(entry: string): readonly string[] {
  const section = api.split(/^## /m).find((part) => part.startsWith(`\`${entry}\`\n`)) ?? "";
  return [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name = ""]) => name).toSorted();
}

describe("api.md lists exactly what is exported", () => {
  test.each(modules)("by $entry", ({ entry, types }) => {
    expect(listedUnder(entry)).toEqual(
      namesIn(join(folder, "client/src", types.replace("./dist/", ""))),
    );
  });

  test("and names each entry", () => {
    const sections = [...api.matchAll(/^## `(.+)`$/gm)].map(([, name]) => name);
    expect(sections).toEqual(modules.map(({ entry }) => entry));
  });
});
