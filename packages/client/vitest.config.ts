import preset from "@flex-channels/repository/vitest";
import type { ViteUserConfig, ViteUserConfigExport } from "vitest/config";

// Without "module": OpenTelemetry's files under that condition are for bundlers, Node cannot load them.
const conditions = ["@flex-channels/source", "node", "import", "default"];

const config: ViteUserConfigExport = {
  ...(preset as ViteUserConfig),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
};

export default config;
