import { checkBounds } from "./bounds.ts";
import { checkDynamicReferences } from "./dynamic-references.ts";
import { checkExamples } from "./examples.ts";
import { checkExclusiveFields } from "./exclusive-fields.ts";
import { checkLinks } from "./links.ts";
import { checkOperationIds } from "./operation-ids.ts";
import { checkParameters } from "./parameters.ts";
import { checkPathParameters } from "./path-parameters.ts";
import { checkPathTemplates } from "./path-templates.ts";
import { checkPatterns } from "./patterns.ts";
import { checkReferenceCycles } from "./reference-cycles.ts";
import { checkRequiredProperties } from "./required-properties.ts";
import { checkResponses } from "./responses.ts";
import { checkRoot } from "./root.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { checkSecurity } from "./security.ts";
import { checkServers } from "./servers.ts";

/** Examples come last: they are judged by schemas that nothing else was said about. */
const rules: readonly Rule[] = [
  checkRoot,
  checkOperationIds,
  checkResponses,
  checkPathTemplates,
  checkPathParameters,
  checkParameters,
  checkExclusiveFields,
  checkServers,
  checkSecurity,
  checkLinks,
  checkReferenceCycles,
  checkDynamicReferences,
  checkPatterns,
  checkBounds,
  checkRequiredProperties,
  checkExamples,
];

/** What the tables of the objects cannot say: each rule once over the whole document. */
export function checkDocument(context: RuleContext): void {
  for (const rule of rules) rule(context);
}
