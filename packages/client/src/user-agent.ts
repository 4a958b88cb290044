import { version } from "./version.ts";

interface Runtime {
  readonly process?: {
    readonly platform?: string;
    readonly arch?: string;
    readonly versions?: { readonly node?: string };
  };
  readonly navigator?: { readonly userAgent?: string };
}

/** Browsers, their workers and what imitates them: all call themselves Mozilla, servers do not. */
export function isBrowser(): boolean {
  return (globalThis as Runtime).navigator?.userAgent?.startsWith("Mozilla/") ?? false;
}

/** The `User-Agent` in Twilio's manner: this library, the system, the runtime, the application. */
export function userAgent(application: string | undefined): string {
  const { process, navigator } = globalThis as Runtime;
  const system = process?.platform === undefined ? "" : `(${process.platform} ${process.arch})`;
  const node = process?.versions?.node;
  const runtime = node === undefined ? navigator?.userAgent : `node/v${node}`;
  return [`flex-channels/${version}`, system, runtime, application].filter(Boolean).join(" ");
}
