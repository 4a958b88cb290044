import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type GateConfig, defaultGateConfig, parseGateConfig } from "../gate/gate-config.ts";

/** Where a repository keeps its gate, from its root. */
export const gateFile = ".github/contract-gate.yaml";

/** The gate of a checkout; the default one where it has none. */
export async function readGate(root: string): Promise<GateConfig> {
  try {
    return parseGateConfig(await readFile(join(root, gateFile), "utf8"), gateFile);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return defaultGateConfig;
    }
    throw error;
  }
}
