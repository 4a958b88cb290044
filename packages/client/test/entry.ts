import type { FetchLike } from "../src/index.ts";
import type { Form } from "./faults/fault-row.ts";

/*
 * The entry that is tested. vitest.config.ts runs the suites that name it once more with
 * `entry.undici.ts` in its place, in processes of their own: to load undici replaces the dispatcher
 * that Node's `fetch` goes through.
 */

export { createFlexClient } from "../src/index.ts";

/** Name of the source file, for programs that import it. */
export const entryName: string = "index";

/** Headers that the entry adds to those of the client. */
export const addedHeaders: Readonly<Record<string, string>> = {};

/** The forms of a call in which the faults are played. */
export const forms: readonly Form[] = ["throwing", "safe"];

/** Puts something in the place where requests go by default, as an application's tests do. */
export function stubGlobalTransport(fetch: FetchLike): void {
  Reflect.set(globalThis, "fetch", fetch);
}

const own: unknown = Reflect.get(globalThis, "fetch");

export function unstubGlobalTransport(): void {
  Reflect.set(globalThis, "fetch", own);
}

/** As much of undici's global dispatcher as tells what it still works on. */
export interface DispatcherStats {
  readonly stats?: Readonly<Record<string, { readonly size: number } | undefined>>;
}

/** What requests go through by default. */
export function globalDispatcher(): DispatcherStats | undefined {
  return Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
}
