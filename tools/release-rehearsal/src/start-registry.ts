import { writeFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startProcess, type StartedProcess } from "@flex-channels/gear/start-process";
import type { Gear } from "@flex-channels/gear/install-gear";
import { driver } from "./driver.ts";

export interface RegistryOptions {
  readonly gear: Gear;
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** The scope that the local registry serves; everything else comes from the caller's own registry. */
export const scope = "@flex-channels";

/**
 * A real registry on loopback that knows our scope and nothing else. It has no uplink, so a package
 * of ours that was not published is an error, never somebody else's package of that name.
 */
export async function startRegistry(options: RegistryOptions): Promise<StartedProcess<string>> {
  const directory = join(options.directory, "registry");
  await mkdir(directory, { recursive: true });
  const configFile = join(directory, "config.json");
  const config = {
    storage: join(directory, "storage"),
    self_path: directory,
    auth: { htpasswd: { file: join(directory, "htpasswd") } },
    uplinks: {},
    packages: { [`${scope}/*`]: { access: "$all", publish: "$all" } },
    web: { enable: false },
    log: { type: "stdout", format: "pretty", level: "warn" },
  };
  await writeFile(configFile, JSON.stringify(config, undefined, 2));
  return startProcess(
    process.execPath,
    [
      driver("registry-server.mjs"),
      options.gear.file("verdaccio", "build", "index.js"),
      configFile,
    ],
    {
      cwd: directory,
      env: options.env,
      signal: options.signal,
      ready: (line) => /^registry (http:\S+)$/.exec(line)?.[1],
    },
  );
}

/**
 * Configuration that sends our scope to the local registry. The token may be any text, since anyone
 * may publish; without one npm refuses to.
 */
export function registryConfig(url: string, token?: string): string {
  const authority = url.replace(/^http:/, "");
  const login = token === undefined ? "" : `${authority}:_authToken=${token}\n`;
  return `${scope}:registry=${url}\n${login}`;
}
