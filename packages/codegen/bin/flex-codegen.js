#!/usr/bin/env node
import * as nodeModule from "node:module";

// Keeps what V8 compiled for the next run (Node 22.8 and later): most of a short run is start-up.
nodeModule.enableCompileCache?.();
await import("../dist/cli.js");
