#!/usr/bin/env node
import module from "node:module";

// Since Node 22.8: what was compiled once is read the next time, which halves a short run.
module.enableCompileCache?.();
await import("../dist/cli.js");
