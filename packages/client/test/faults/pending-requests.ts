/** As much of undici's global dispatcher as tells what it still works on. */
interface Dispatcher {
  readonly stats?: Readonly<Record<string, { readonly size: number } | undefined>>;
}

const DISPATCHER = Symbol.for("undici.globalDispatcher.1");
/** A connection is torn down within a few turns of the event loop; one that is held never is. */
const TURNS = 500;

/** How many requests to an origin Node's `fetch` still holds, once it had its chance to let go. */
export async function pendingRequests(origin: string): Promise<number> {
  const count = (): number => {
    const dispatcher: Dispatcher | undefined = Reflect.get(globalThis, DISPATCHER);
    return dispatcher?.stats?.[origin]?.size ?? 0;
  };
  for (let turn = 0; turn < TURNS && count() > 0; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return count();
}
