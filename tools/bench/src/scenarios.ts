import type { Scenario } from "./scenario.ts";
import { bundle } from "./scenarios/bundle.ts";
import { importing } from "./scenarios/import.ts";
import { install } from "./scenarios/install.ts";
import { requestConcurrent, requestSequential } from "./scenarios/request.ts";

/** Every scenario, in the order in which all of them run. */
export const scenarios: readonly Scenario[] = [
  bundle,
  install,
  importing,
  requestSequential,
  requestConcurrent,
];
