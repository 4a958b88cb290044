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

const hookNames: Readonly<Record<string, keyof Hooks | "">> = {
  start: "",
  attempt: "onRequest",
  response: "onResponse",
  retry: "onRetry",
  end: "",
  error: "onError",
};
const kinds: readonly string[] = /* @__PURE__ */ Object.keys(hookNames);

let channels: readonly Channel[] | undefined;

/**
 * The channels `flex-channels:<kind>` of node:diagnostics_channel. The module is asked for on first
 * use and never imported, so that bundles for other runtimes stay whole.
 */
function openChannels(): readonly Channel[] {
  const { process } = globalThis as Runtime;
  const diagnostics = process?.getBuiltinModule?.("node:diagnostics_channel");
  return diagnostics ? kinds.map((kind) => diagnostics.channel(`flex-channels:${kind}`)) : [];
}

/** Tells hooks and channels of a client's calls, if there are any when a call begins. */
export const createObserver: NonNullable<ClientParts["createObserver"]> = (options) => {
  const hooks = kinds.map((kind) => options[hookNames[kind] as keyof Hooks] as Hook | undefined);
  const hooked = hooks.some(Boolean);
  return (call) => {
    const opened = (channels ??= openChannels());
    if (!hooked && !opened.some((channel) => channel.hasSubscribers)) return undefined;
    const { operationId, method } = call.shape;
    const info = { operationId, method, url: "" };
    return (kind, details) => {
      info.url = urlOf(call);
      // What came from the server has its name for the request beside it.
      const shown = "requestId" in details ? scrubbed(call, details) : details;
      const event = { kind, call: info, ...shown };
      const at = kinds.indexOf(kind);
      const hook = hooks[at];
      opened[at]?.publish(event);
      // A hook is not awaited, and neither a throw nor a rejection of its own may change the call.
      if (hook) {
        (async () => hook(event))().catch(() => warn(call, "hook", `${hookNames[kind]} threw`));
      }
    };
  };
};
