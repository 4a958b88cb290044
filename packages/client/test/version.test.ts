import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { version } from "../src/version.ts";

test("the version that requests name is the package's; `pnpm version-packages` keeps it so", () => {
  const manifest: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, "../package.json"), "utf8"),
  );
  expect(manifest).toMatchObject({ version });
});
