import { bundlePackage } from "@flex-channels/repository/bundle";
import { privateNames } from "./private-names.mjs";

const { input: entries, ...preset } = bundlePackage(import.meta.dirname);

// Who re-exports a dependency hands out the dependency itself; everybody else gets what he uses of
// it inlined.
const handsOut = /(arguments|openapi-fetch-client)\.ts$/;
const handedOut = /^(openapi-fetch|@flex-channels\/contract\/arguments)$/;
// The consumer's own, beside the client.
const peer = "undici";

// An entry is one file that shares none: to find and load a module takes longer than to run it.
// Names that no consumer meets are shortened in it, which no minifier of a consumer's could do.
export default Object.entries(entries).map(([name, file]) => ({
  ...preset,
  input: { [name]: file },
  external: (id, importer) =>
    id.startsWith("node:") || id === peer || (handedOut.test(id) && handsOut.test(importer ?? "")),
  resolve: { conditionNames: ["@flex-channels/source", "import", "default"] },
  optimization: { inlineConst: { mode: "all", pass: 3 } },
  output: {
    ...preset.output,
    minify: {
      compress: true,
      mangle: false,
      mangleProps: { include: new RegExp(`^(${privateNames.join("|")})$`) },
      codegen: { removeWhitespace: false },
    },
  },
}));
