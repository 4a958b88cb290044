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

/** What meets options, hooks, answers and errors: played once more with what is shipped. */
const suitesOfTheBuild = [
  "test/{arguments,clock-and-retry,core,credentials,errors,events,many,openapi-fetch,results}.test.ts",
  "test/faults/{aborts,bodies.fuzz,canaries,custom-fetch,faults,garbage-options}.test.ts",
  "test/undici/{broken-dispatcher,dispatcher}.test.ts",
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
      {
        // The build shortens private names: a foreign object that shares one is found here.
        extends: true,
        test: { name: "built", include: suitesOfTheBuild },
        resolve: {
          alias: [
            {
              find: /^(?:\.{1,2}\/)+src\/(core|index|many|openapi-fetch-client|undici)\.ts$/,
              replacement: join(import.meta.dirname, "dist/$1.js"),
            },
          ],
        },
      },
    ],
  },
};

export default config;
