import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "..", "src");

const atOnce = /^(?:import|export) (?!type )(?:[^"]*? from )?"([^"]+)"/gm;
const whenNeeded = /await import\("([^"]+)"\)/g;

/** Everything that a file loads, however far away, that is no file of this package. */
function foreignImports(
  file: string,
  ways: readonly RegExp[] = [atOnce, whenNeeded],
  seen = new Set<string>(),
): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const loaded = ways.flatMap((way) => [...text.matchAll(way)].map(([, name = ""]) => name));
  return loaded.flatMap((name) =>
    name.startsWith(".") ? foreignImports(join(dirname(file), name), ways, seen) : [name],
  );
}

const rows = ["publish/publish-release.ts", "publish/tag-release.ts", "propose/propose-release.ts"];

test.each(rows)("%s, which runs beside a credential, loads Node and nothing else", (file) => {
  const foreign = foreignImports(join(src, file)).filter((name) => !name.startsWith("node:"));
  expect(foreign).toEqual([]);
});

test("the version step, which holds none, loads the review: the walk sees packages", () => {
  expect(foreignImports(join(src, "version", "version-packages.ts"))).toContain(
    "@flex-channels/contract-review",
  );
});

test("the command line itself loads no package before it knows the command", () => {
  const loaded = foreignImports(join(src, "cli.ts"), [atOnce]);
  expect(loaded).toContain("node:util");
  expect(loaded.filter((name) => !name.startsWith("node:"))).toEqual([]);
});
