import { subscribedChannel } from "./diagnostics.ts";
import type { CallInfo, FlexEvent, Hooks } from "./events.ts";
import type { WarningSink } from "./warnings.ts";

const hookNames = {
  start: undefined,
  attempt: "onRequest",
  response: "onResponse",
  retry: "onRetry",
  end: undefined,
  error: "onError",
} as const;

/** Tells hooks and channels what happens; the details are made only if someone listens. */
export function emit(
  kind: FlexEvent["kind"],
  call: CallInfo,
  { hooks, warn }: { readonly hooks: Hooks; readonly warn: WarningSink },
  details: () => object,
): void {
  const name = hookNames[kind];
  const hook = name && (hooks[name] as ((event: unknown) => unknown) | undefined);
  const channel = subscribedChannel(kind);
  if (hook === undefined && channel === undefined) return;
  const event = { kind, call, ...details() };
  channel?.publish(event);
  if (hook === undefined) return;
  const report = (): void =>
    warn({
      kind: "hook",
      operationId: call.operationId,
      message: `${name} threw; the call goes on`,
    });
  try {
    // An async hook is not awaited, yet its rejection must not end the process.
    Promise.resolve(hook(event)).catch(report);
  } catch {
    report();
  }
}
