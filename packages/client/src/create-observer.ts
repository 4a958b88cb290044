import { scrubbed, urlOf, warn } from "./call.ts";
import type { ClientParts } from "./client-parts.ts";
import type { Hooks } from "./events.ts";

interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}
interface Runtime {
  readonly process?: {
    getBuiltinModule?(name: string): { channel(name: string): Channel } | undefined;
  };
}

type Hook = (event: object) => unknown;

const hooksByKind: Readonly<Record<string, keyof Hooks | "">> = {
  start: "",
  attempt: "onRequest",
  response: "onResponse",
  retry: "onRetry",
  end: "",
  error: "onError",
};

let channels: Readonly<Record<string, Channel>> | undefined;

/**
 * The channels `flex-channels:<kind>` of node:diagnostics_channel. The module is asked for on first
 * use and never imported, so that bundles for other runtimes stay whole.
 */
function openChannels(): Readonly<Record<string, Channel>> {
  if (channels) return channels;
  const { process } = globalThis as Runtime;
  const diagnostics = process?.getBuiltinModule?.("node:diagnostics_channel");
  const opened: Record<string, Channel> = {};
  for (const kind in hooksByKind) {
    if (diagnostics) opened[kind] = diagnostics.channel(`flex-channels:${kind}`);
  }
  return (channels = opened);
}

/** Tells hooks and channels of a client's calls, if there are any when a call begins. */
export const createObserver: NonNullable<ClientParts["createObserver"]> = (options) => (call) => {
  const opened = openChannels();
  const isHeard = (kind: string): unknown => hookOf(kind) ?? opened[kind]?.hasSubscribers;
  const hookOf = (kind: string): Hook | undefined =>
    options[hooksByKind[kind] as keyof Hooks] as Hook | undefined;
  if (!Object.keys(hooksByKind).some(isHeard)) return undefined;
  const { operationId, method } = call.shape;
  const info = { operationId, method, url: "" };
  return (kind, details) => {
    info.url = urlOf(call);
    // What came from the server has its name for the request beside it.
    const shown = "requestId" in details ? scrubbed(call, details) : details;
    const event = { kind, call: info, ...shown };
    const hook = hookOf(kind);
    opened[kind]?.publish(event);
    // A hook is not awaited, and neither a throw nor a rejection of its own may change the call.
    if (hook) {
      (async () => hook(event))().catch(() => warn(call, "hook", `${hooksByKind[kind]} threw`));
    }
  };
};
