// Loaded before the tests of a package that uses fast-check. A test run that decides what lands must
// not depend on luck; the long runs, and FAST_CHECK_SEED=random here, look for what is new.
import * as fc from "fast-check";

const wanted = process.env["FAST_CHECK_SEED"];

if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted ?? "1") });
