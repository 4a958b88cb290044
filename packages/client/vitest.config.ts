import { join } from "node:path";
import preset from "@flex-channels/repository/vitest";
import type { ViteUserConfig, ViteUserConfigExport } from "vitest/config";

const { test: { include = [], ...shared } = {}, ...others } = preset as ViteUserConfig;

// Without "module": OpenTelemetry's files under that condition are for bundlers, Node cannot load them.
const conditions = ["@flex-channels/source", "node", "import", "default"];

/** What the transport says, or what is said through it: every entry that has one is held to it. */
const suitesOfEveryEntry = [
  "test/{clock-and-retry,credentials,events,results}.test.ts",
  "test/faults/{aborts,bodies.fuzz,canaries,faults,outage,process}.test.ts",
  "test/soak/soak.test.ts",
];

const config: ViteUserConfigExport = {
  ...others,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    ...shared,
    projects: [
      { extends: true, test: { name: "main", include } },
      {
        extends: true,
        test: { name: "undici", include: suitesOfEveryEntry },
        resolve: {
          alias: [
            {
              find: /^(?:\.{1,2}\/)+entry\.ts$/,
              replacement: join(import.meta.dirname, "test/entry.undici.ts"),
            },
          ],
        },
      },
    ],
  },
};

export default config;
