// `npm start`: from the document to a fetched channel, each step told as it happens.
import { buildPackages, generateContract } from "./build.ts";
import { runStart } from "./run-start.ts";

process.exitCode = await runStart(process.argv.slice(2), {
  generate: generateContract,
  build: buildPackages,
  load: () => import("./fetch-example.ts"),
  write: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  now: () => performance.now(),
});
