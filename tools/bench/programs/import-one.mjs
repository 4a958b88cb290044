// Usage: node import-one.mjs [module file]
// Imports one module, or none, and prints how long that alone took.
import { pathToFileURL } from "node:url";

const file = process.argv[2];
const started = performance.now();
if (file !== undefined) await import(pathToFileURL(file).href);
const importMs = performance.now() - started;
console.log(JSON.stringify({ importMs }));
