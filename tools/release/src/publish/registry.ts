import { read } from "../edge/run.ts";
import type { RegistryState } from "./publish-plan.ts";

const scope = "@flex-channels";

/** An answer that says neither that a package is there nor that it is not. */
export class RegistryError extends Error {
  override readonly name = "RegistryError";
}

/** The registry that npm would publish to from a folder. */
export function registryAddress(cwd: string): string {
  const scoped = read("npm", ["config", "get", `${scope}:registry`], { cwd });
  return scoped === "undefined" ? read("npm", ["config", "get", "registry"], { cwd }) : scoped;
}

/** Asks for one version. The question carries no credential: what is public is public. */
export async function registryState(
  address: string,
  name: string,
  version: string,
): Promise<RegistryState> {
  const url = new URL(name.replace("/", "%2f"), address.endsWith("/") ? address : `${address}/`);
  const response = await fetch(url, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(60_000),
  });
  if (response.status === 404) return { kind: "absent" };
  if (!response.ok) {
    throw new RegistryError(
      `The registry answered ${String(response.status)} for ${name}: it is not known what is published. Try again.`,
    );
  }
  const { versions = {} } = (await response.json()) as {
    readonly versions?: Readonly<
      Record<string, { readonly dist?: { readonly integrity?: string } }>
    >;
  };
  const found = Object.hasOwn(versions, version) ? versions[version] : undefined;
  return found === undefined
    ? { kind: "absent" }
    : { kind: "present", integrity: found.dist?.integrity ?? "" };
}
