import type { SoakReport } from "./run-soak.ts";

/** Noise of a heap after a collection: code that is compiled meanwhile, caches, the report itself. */
const TOLERANCE_BYTES = 2_097_152;

/** What is wrong with a soak; empty if nothing is. */
export function judgeSoak(report: SoakReport): readonly string[] {
  const growth = heapGrowthBytes(report.heapBytes);
  return [
    ...report.surprises,
    ...complain(growth > TOLERANCE_BYTES, `the heap grew by ${growth} bytes`),
    ...complain(
      report.unhandledRejections > 0,
      `${report.unhandledRejections} unhandled rejections`,
    ),
    ...complain(report.listenersLeft > 0, `${report.listenersLeft} listeners left on a signal`),
    ...complain(report.socketsLeft > 0, `${report.socketsLeft} sockets left open`),
    ...complain(report.requestsLeft > 0, `${report.requestsLeft} requests left in the runtime`),
  ];
}

/** The least of the last third less the least of the second: the first third warms up. */
export function heapGrowthBytes(heapBytes: readonly number[]): number {
  const third = Math.floor(heapBytes.length / 3);
  return Math.min(...heapBytes.slice(-third)) - Math.min(...heapBytes.slice(third, 2 * third));
}

function complain(holds: boolean, complaint: string): readonly string[] {
  return holds ? [complaint] : [];
}
