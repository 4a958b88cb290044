import { parseArgs } from "node:util";
import * as entry from "../entry.ts";
import { judgeSoak, heapGrowthBytes } from "./judge-soak.ts";
import { runSoak } from "./run-soak.ts";

/*
 * `pnpm soak [--requests 100000] [--max-seconds 900] [--concurrency 50] [--undici]`: exit
 * status 1 if the client surprised, leaked or grew. With `--undici` it is the entry on undici.
 */
const { values } = parseArgs({
  // pnpm hands its own separator on.
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    requests: { type: "string", default: "100000" },
    "max-seconds": { type: "string", default: "900" },
    concurrency: { type: "string", default: "50" },
    undici: { type: "boolean", default: false },
  },
});

const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(2)} MiB`;

const report = await runSoak({
  requests: Number(values.requests),
  maxMs: Number(values["max-seconds"]) * 1000,
  concurrency: Number(values.concurrency),
  samples: 20,
  entry: values.undici ? await import("../entry.undici.ts") : entry,
  onProgress: (done, heapBytes) => {
    console.log(`${String(done).padStart(9)} requests  heap ${mebibytes(heapBytes)}`);
  },
});
const { heapBytes } = report;
console.log(
  `${report.requests} requests in ${(report.elapsedMs / 1000).toFixed(1)} s, ` +
    `heap ${mebibytes(report.heapBeforeBytes)} before, ${mebibytes(heapBytes.at(-1) ?? 0)} after, ` +
    `growth ${mebibytes(heapGrowthBytes(heapBytes))}`,
);
console.table(report.outcomes);
const complaints = judgeSoak(report);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
