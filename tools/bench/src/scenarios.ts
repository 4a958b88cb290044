import type { Scenario } from "./scenario.ts";
import { bundle } from "./scenarios/bundle.ts";
import { codegenFull, codegenUnchanged } from "./scenarios/codegen.ts";
import { importing } from "./scenarios/import.ts";
import { codegenGrowth } from "./scenarios/codegen-growth.ts";
import { install } from "./scenarios/install.ts";
import { requestConcurrent, requestSequential } from "./scenarios/request.ts";
import { reviewChannel, reviewLarge } from "./scenarios/review.ts";
import { types } from "./scenarios/types.ts";

/** Every scenario, in the order in which all of them run. */
export const scenarios: readonly Scenario[] = [
  bundle,
  install,
  importing,
  requestSequential,
  requestConcurrent,
  codegenUnchanged,
  codegenFull,
  codegenGrowth,
  types,
  reviewChannel,
  reviewLarge,
];
