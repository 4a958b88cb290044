import { parentPort } from "node:worker_threads";
import { startFaultServer, type Behaviour, type Exchange } from "../faults/fault-server.ts";
import { soakFaultOf } from "./soak-sid.ts";

/*
 * The soak's server, in a thread of its own: its memory is not counted as the client's. It says where
 * it listens and runs until it is terminated.
 */

/** The exchanges of one SID, while there may be more of them. */
const running = new Map<string, { readonly behaviour: Behaviour; count: number }>();

const server = await startFaultServer({ onRequest: answerBySid }, "");
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread's port has none.
parentPort?.postMessage(server.origin);

function answerBySid(exchange: Exchange): void {
  const [, sid = ""] = /\/v1\/Channels\/(CH[0-9a-f]{32}) /u.exec(exchange.head) ?? [];
  const behaviour = soakFaultOf(sid)?.behave(sid);
  const entry = running.get(sid) ?? { behaviour: behaviour ?? {}, count: 0 };
  entry.count += 1;
  running.set(sid, entry);
  // No request of the soak is sent more often than this.
  if (entry.count > 6) running.delete(sid);
  entry.behaviour.onRequest?.({ ...exchange, requestNumber: entry.count });
}
