import type { JsonObject } from "../json.ts";
import type { LoadSettings } from "../load-options.ts";
import type { OpenApiVersion } from "../openapi-document.ts";
import type { Report } from "../report.ts";
import type { Survey } from "../structure/survey.ts";

/** What a rule looks at. */
export interface RuleContext {
  readonly root: JsonObject;
  readonly version: OpenApiVersion;
  readonly survey: Survey;
  readonly report: Report;
  readonly settings: LoadSettings;
}

export type Rule = (context: RuleContext) => void;

const rules: readonly Rule[] = [];

/** What the tables of the objects cannot say: each rule once over the whole document. */
export function checkDocument(context: RuleContext): void {
  for (const rule of rules) rule(context);
}
