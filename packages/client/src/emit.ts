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

const hooksByKind: Readonly<Record<string, keyof Hooks | undefined>> = {
  start: undefined,
  attempt: "onRequest",
  response: "onResponse",
  retry: "onRetry",
  end: undefined,
  error: "onError",
};

let channels: Readonly<Record<string, Channel>> | undefined;

/**
 * The channels `flex-channels:<kind>` of node:diagnostics_channel. The module is asked for on first
 * use and never imported, so that bundles for other runtimes stay whole.
 */
function openChannels(): Readonly<Record<string, Channel>> {
  if (channels) return channels;
  const diagnostics = (globalThis as Runtime).process?.getBuiltinModule?.(
    "node:diagnostics_channel",
  );
  const opened: Record<string, Channel> = {};
  for (const kind in hooksByKind) {
    if (diagnostics) opened[kind] = diagnostics.channel(`flex-channels:${kind}`);
  }
  return (channels = opened);
}

/** Is anybody there to be told? */
export function isObserved(hooks: Hooks): boolean {
  for (const name in hooks) if (hooks[name as keyof Hooks]) return true;
  const opened = openChannels();
  for (const kind in opened) if (opened[kind]?.hasSubscribers) return true;
  return false;
}

/** Tells a hook and a channel what happens. */
export function emit(
  event: { readonly kind: string },
  hooks: Hooks,
  onThrow: (name: string) => void,
): void {
  const name = hooksByKind[event.kind];
  const hook: ((event: never) => unknown) | undefined = name && hooks[name];
  openChannels()[event.kind]?.publish(event);
  // A hook is not awaited, and neither a throw nor a rejection of its own may change the call.
  if (name && hook) (async () => hook(event as never))().catch(() => onThrow(name));
}
