import { defineConfig } from "vitest/config";
import type { ViteUserConfigExport } from "vitest/config";

/** Resolves workspace packages to their TypeScript sources, so that a test never meets a stale build. */
const conditions = ["@flex-channels/source", "node", "import", "default"];

const preset: ViteUserConfigExport = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: ".results/vitest.json" }]],
    testTimeout: 30_000,
  },
});

export default preset;
