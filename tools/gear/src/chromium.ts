import { access } from "node:fs/promises";
import { runCommand, type CommandOptions } from "./run-command.ts";
import { runOrThrow } from "./run-or-throw.ts";

export type Chromium =
  | { readonly kind: "found"; readonly path: string; readonly version: string }
  | { readonly kind: "missing"; readonly reason: string };

export interface ChromiumOptions extends Pick<CommandOptions, "cwd" | "env" | "signal"> {
  /** Told before something slow begins. */
  readonly log: (line: string) => void;
  /** @default where Debian and its derivatives put it */
  readonly places?: readonly string[];
  /** Whether this user may install packages. @default for root only */
  readonly mayInstall?: boolean;
}

const debianPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Arguments for a browser that asks nobody for anything: no updates, no sync, no first run. */
export const quietArguments: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The machine's Chromium; where there is none, root installs Debian's, and anybody else is told why not. */
export async function findOrInstallChromium(options: ChromiumOptions): Promise<Chromium> {
  const { places = debianPlaces, mayInstall = process.getuid?.() === 0 } = options;
  const found = await findChromium(options, places);
  if (found !== undefined) return found;
  if (!mayInstall) {
    const reason = `none at ${places.join(", ")}, and only root can install it`;
    return { kind: "missing", reason };
  }
  options.log("installing chromium with apt-get (half a minute, once)");
  try {
    await installChromium(options);
  } catch (error) {
    options.signal?.throwIfAborted();
    const reason = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    return { kind: "missing", reason: `apt-get could not install it: ${reason}` };
  }
  const installed = await findChromium(options, places);
  return installed ?? { kind: "missing", reason: "not there after its install" };
}

async function installChromium({ cwd, env, signal }: ChromiumOptions): Promise<void> {
  const quiet = { ...env, DEBIAN_FRONTEND: "noninteractive" };
  const options = { cwd, env: quiet, signal, timeoutMs: 600_000 };
  const install = ["install", "--yes", "--quiet", "--no-install-recommends", "chromium"];
  const first = await runCommand("apt-get", install, options);
  if (first.status === 0) return;
  await runCommand("apt-get", ["update", "--quiet"], options);
  await runOrThrow("apt-get", install, options);
}

async function findChromium(
  { cwd, env, signal }: ChromiumOptions,
  places: readonly string[],
): Promise<Chromium | undefined> {
  for (const path of places) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    const shown = await runOrThrow(path, ["--version"], { cwd, env, signal });
    return { kind: "found", path, version: /\d+(\.\d+)*/.exec(shown)?.[0] ?? "unknown" };
  }
  return undefined;
}
