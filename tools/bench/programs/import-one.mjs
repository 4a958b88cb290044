// Usage: node import-one.mjs [specifier]
// Imports one library of the project it lies in, or none, and prints how long that alone took.
const specifier = process.argv[2];
let importMs = 0;
if (specifier !== undefined) {
  const started = performance.now();
  await import(specifier);
  importMs = performance.now() - started;
}
console.log(JSON.stringify({ importMs }));
