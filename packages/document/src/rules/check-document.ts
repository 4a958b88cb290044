import type { AdjustableCode } from "../diagnostic-codes.ts";
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

interface Row {
  readonly rule: Rule;
  /** All that it says; where each is switched off, there is nothing to look for. */
  readonly says?: readonly AdjustableCode[];
}

/** Examples come last: they are judged by schemas that nothing else was said about. */
const rows: readonly Row[] = [
  { rule: checkRoot },
  { rule: checkOperationIds },
  { rule: checkResponses },
  { rule: checkPathTemplates },
  { rule: checkPathParameters },
  { rule: checkParameters },
  { rule: checkExclusiveFields },
  { rule: checkServers },
  { rule: checkSecurity },
  { rule: checkLinks },
  { rule: checkReferenceCycles },
  { rule: checkDynamicReferences },
  { rule: checkPatterns },
  { rule: checkBounds, says: ["contradictory-bounds"] },
  { rule: checkRequiredProperties, says: ["required-undeclared", "required-unlisted"] },
  { rule: checkExamples, says: ["example-mismatch", "default-mismatch"] },
];

/** What the tables of the objects cannot say: each rule once over the whole document. */
export function checkDocument(context: RuleContext): void {
  const isOff = (code: AdjustableCode): boolean => context.settings.severities[code] === "off";
  for (const { rule, says } of rows) if (says?.every(isOff) !== true) rule(context);
}
