import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const src = join(import.meta.dirname, "..", "src");

/** Everything that a file loads, however far away, that is no file of this package. */
function foreignImports(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const loaded = [
    ...text.matchAll(/^(?:import|export) (?!type )(?:[^"]*? from )?"([^"]+)"/gm),
    ...text.matchAll(/await import\("([^"]+)"\)/g),
  ].map(([, name = ""]) => name);
  return loaded.flatMap((name) =>
    name.startsWith(".") ? foreignImports(join(dirname(file), name), seen) : [name],
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
  const text =
    readFileSync(join(src, "cli.ts"), "utf8") + readFileSync(join(src, "commands.ts"), "utf8");
  const fixed = [...text.matchAll(/^import .*"([^"]+)";$/gm)].map(([, name]) => name);
  expect(fixed.filter((name) => name?.startsWith("@"))).toEqual([]);
});
