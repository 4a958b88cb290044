import { globalDispatcher } from "../entry.ts";
import type { DispatcherStats } from "../entry.ts";

/** A connection is torn down within a few turns of the event loop; one that is held never is. */
const TURNS = 500;

/** How many requests to an origin the transport still holds, once it had its chance to let go. */
export async function pendingRequests(
  origin: string,
  dispatcher: DispatcherStats | undefined = globalDispatcher(),
): Promise<number> {
  const count = (): number => dispatcher?.stats?.[origin]?.size ?? 0;
  for (let turn = 0; turn < TURNS && count() > 0; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  return count();
}
