export type { Answer, ChangeKind, Direction, PromiseKind, Witness } from "./compare/change.ts";
export { explainRule } from "./report/explain.ts";
export { type Format, formatNames, renderReview } from "./report/formats.ts";
export type { RenderOptions } from "./report/render.ts";
export { changesetText } from "./report/changeset-text.ts";
export { describeFinding } from "./report/describe-finding.ts";
export { plainText, type Segment } from "./report/segment.ts";
export { type ReviewRequest, type ReviewedVersion, reviewContracts } from "./review-contracts.ts";
export type { Bump } from "./verdict/bump.ts";
export {
  type ChangesetFile,
  type ChangesetReport,
  neededBump,
  reportChangesets,
} from "./verdict/changeset.ts";
export { type Config, defaultConfig, parseConfig } from "./verdict/config.ts";
export type { AppliedWaiver, Finding, SourcePosition } from "./verdict/finding.ts";
export { type Policy, policyTable } from "./verdict/policy-table.ts";
export type { Comparison, Review, Version } from "./verdict/review.ts";
export { parseWaivers, type Waiver } from "./verdict/waiver.ts";
