// Preloaded into a run of the command: says at the end, in the file that is named, what was loaded.
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

const loaded = [];
registerHooks({
  load: (url, context, nextLoad) => {
    loaded.push(url);
    return nextLoad(url, context);
  },
});
process.on("exit", () => writeFileSync(process.env.NOTE_LOADS_FILE, loaded.join("\n")));
