import type { FlexEvent } from "./events.ts";

interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}
interface Diagnostics {
  channel(name: string): Channel;
}
interface Runtime {
  readonly process?: { getBuiltinModule?(name: string): Diagnostics | undefined };
}

const channels = new Map<string, Channel | undefined>();

/**
 * The channel `flex-channels:<kind>` of node:diagnostics_channel, if someone listens. The module is
 * asked for on first use and never imported, so that bundles for other runtimes stay whole.
 */
export function subscribedChannel(kind: FlexEvent["kind"]): Channel | undefined {
  if (!channels.has(kind)) {
    const { process } = globalThis as Runtime;
    channels.set(
      kind,
      process?.getBuiltinModule?.("node:diagnostics_channel")?.channel(`flex-channels:${kind}`),
    );
  }
  const channel = channels.get(kind);
  return channel?.hasSubscribers ? channel : undefined;
}
