import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/* The build inlines what it uses of others: whoever ships that ships their licences (MIT, for one). */

const root = join(import.meta.dirname, "..");
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), "utf8");

/** Packages of others, as the source maps of what was built name them. */
function inlinedPackages(): readonly string[] {
  const maps = readdirSync(join(root, "dist")).filter((name) => name.endsWith(".js.map"));
  const sources = maps.flatMap((name): readonly string[] => JSON.parse(read("dist", name)).sources);
  const names = sources.map((path) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined);
}

test("what the build holds of others is named, with the whole text of its licence", () => {
  const packages = inlinedPackages();
  expect(packages).toEqual(["openapi-fetch"]);
  const notices = read("THIRD-PARTY-NOTICES.md").replaceAll(/^> ?/gm, "");
  for (const name of packages) {
    expect(notices).toContain(`[${name}](`);
    expect(notices).toContain(read("node_modules", name, "LICENSE").trim());
  }
});
