import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import type { ViteUserConfigExport } from "vitest/config";

/** Resolves workspace packages to their TypeScript sources, so that a test never meets a stale build. */
const conditions = ["@flex-channels/source", "node", "import", "default"];

/** The package whose tests run: vitest reads its configuration in that package's folder. */
const usesFastCheck = readFileSync("package.json", "utf8").includes('"fast-check"');

const preset: ViteUserConfigExport = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: usesFastCheck ? [join(import.meta.dirname, "fixed-seed.ts")] : [],
    reporters: ["default", ["json", { outputFile: ".results/vitest.json" }]],
    testTimeout: 30_000,
  },
});

export default preset;
