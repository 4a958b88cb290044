import { subscribedChannel } from "./diagnostics.ts";
import type { CallInfo, FlexEvent, Hooks } from "./events.ts";

const hooksByKind: Readonly<Record<FlexEvent["kind"], keyof Hooks | undefined>> = {
  start: undefined,
  attempt: "onRequest",
  response: "onResponse",
  retry: "onRetry",
  end: undefined,
  error: "onError",
};

/** Tells hooks and channels what happens. An event is made only if someone listens. */
export function emit(
  kind: FlexEvent["kind"],
  call: CallInfo,
  hooks: Hooks,
  warn: (message: string) => void,
  details: () => object,
): void {
  const name = hooksByKind[kind];
  const hook: ((event: never) => unknown) | undefined = name && hooks[name];
  const channel = subscribedChannel(kind);
  if (!hook && !channel) return;
  const event = { kind, call, ...details() };
  channel?.publish(event);
  // A hook is not awaited, and neither a throw nor a rejection of its own may change the call.
  if (hook) (async () => hook(event as never))().catch(() => warn(`${name} threw`));
}
