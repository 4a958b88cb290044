// Usage: node bundle.mjs <bundler> <gear directory> <entry> <output file>
// Bundles for the web as one ES module; a warning is a failure.
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const [bundler, gear, entry, output] = process.argv.slice(2);
const require = createRequire(join(gear, "package.json"));
const load = async (name) => {
  const loaded = await import(pathToFileURL(require.resolve(name)).href);
  return loaded.default ?? loaded;
};
const refuse = (warnings) => {
  if (warnings.length > 0) throw new Error(`warnings:\n${warnings.join("\n")}`);
};

const bundleWith = {
  async esbuild() {
    const esbuild = await load("esbuild");
    const { warnings } = await esbuild.build({
      entryPoints: [entry],
      outfile: output,
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      logLevel: "silent",
    });
    refuse(warnings.map((warning) => warning.text));
  },

  async rollup() {
    const { rollup } = await import(
      pathToFileURL(require.resolve("rollup")).href.replace(/rollup\.js$/, "es/rollup.js")
    );
    const nodeResolve = await load("@rollup/plugin-node-resolve");
    const warnings = [];
    const built = await rollup({
      input: entry,
      plugins: [(nodeResolve.nodeResolve ?? nodeResolve)({ browser: true })],
      onwarn: (warning) => warnings.push(warning.message),
    });
    await built.write({ file: output, format: "es", inlineDynamicImports: true });
    await built.close();
    refuse(warnings);
  },

  async vite() {
    const { build } = await import(
      pathToFileURL(join(gear, "node_modules/vite/dist/node/index.js")).href
    );
    const warnings = [];
    const logger = {
      hasWarned: false,
      info: () => {},
      warn: (message) => warnings.push(message),
      warnOnce: (message) => warnings.push(message),
      error: (message) => warnings.push(message),
      clearScreen: () => {},
      hasErrorLogged: () => false,
    };
    await build({
      configFile: false,
      root: dirname(entry),
      customLogger: logger,
      build: {
        outDir: dirname(output),
        emptyOutDir: false,
        minify: true,
        lib: { entry, formats: ["es"], fileName: () => basename(output) },
      },
    });
    refuse(warnings);
  },

  async webpack() {
    const webpack = await load("webpack");
    const compiler = webpack({
      mode: "production",
      entry,
      target: ["web", "es2022"],
      experiments: { outputModule: true },
      output: { path: dirname(output), filename: basename(output), library: { type: "module" } },
    });
    const stats = await new Promise((resolve, reject) => {
      compiler.run((error, result) => (error ? reject(error) : resolve(result)));
    });
    await new Promise((resolve) => compiler.close(resolve));
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    refuse([...errors, ...warnings].map((problem) => problem.message));
  },
};

await bundleWith[bundler]();
